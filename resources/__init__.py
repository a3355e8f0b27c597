"""Data the program carries: icons, a font, translations. Nothing here is code."""
