"""What comes after the papers: a tracker for each case, dates to remember, letters, and the state record."""
