"""The one pass over the lines: what is being read, and what each kind of line does to it."""
