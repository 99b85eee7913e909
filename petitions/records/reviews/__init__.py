"""County reviews as they are kept: their rows, and their files, sealed with a key of their own that goes with them."""
