"""What stands beside the work: menu, preferences, shortcuts, guide, language."""
