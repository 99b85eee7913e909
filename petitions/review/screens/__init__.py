"""The pages of county reviews: new ones, how far they are, what they came to, and what staff decide on them."""
