"""The court's own form, filled: its editions, their fields, and where a value is drawn."""
