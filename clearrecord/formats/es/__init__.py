"""Spanish as it is read in California."""
