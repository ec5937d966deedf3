"""What happens to a result afterwards: adjusting, judging, undo."""
