"""What one line of a sheet says: its kind, and the values in it."""
