"""What the entries of a sheet mean: lists of sections, how a count stands, and the history."""
