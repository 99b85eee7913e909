"""Pages for people whom this law does not help, or not alone: what else there is, and where to go."""
