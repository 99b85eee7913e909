"""Reminders by e-mail: kept sealed, tied to no interview, and gone once the last one is sent."""
