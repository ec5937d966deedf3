"""Named ways to work."""
