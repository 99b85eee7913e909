"""The policies that a review can follow, one file for each."""
