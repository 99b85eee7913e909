"""Papers of a county's own review: what an office asks for many people, a case or a court at a time."""
