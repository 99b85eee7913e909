"""A sheet in writing for others: JSON, and a text without a name."""
