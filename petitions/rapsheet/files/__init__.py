"""The files of a sheet: what they are, and how they are opened in a jail."""
