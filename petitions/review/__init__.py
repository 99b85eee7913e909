"""Reads the Department of Justice file of a county, decides every conviction in it and says what that does for people."""
