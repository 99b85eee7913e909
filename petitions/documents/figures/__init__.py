"""Numbers as pictures with their tables, and small numbers hidden; for the pages of staff and for reports."""
