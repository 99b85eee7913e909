"""Handing in a sheet: its files in order, and their pages as they are read one by one."""
