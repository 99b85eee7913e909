"""The guide "read it yourself": a person finds each fact on their own sheet, and the sheet stays with them."""
