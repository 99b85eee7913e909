"""What we file: determinations and filing facts become packets, and packets become PDF files."""
