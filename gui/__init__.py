"""The window of Gyaku."""
