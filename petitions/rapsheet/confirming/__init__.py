"""Confirming a sheet: what it seems to say beside the lines it was read from, and what the person makes of it."""
