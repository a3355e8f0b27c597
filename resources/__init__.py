"""Data the program carries: icons. Nothing here is code."""
