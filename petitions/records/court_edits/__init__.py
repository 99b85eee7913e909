"""What staff of this site have changed in the directory of courts."""
