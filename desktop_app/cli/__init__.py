"""What `clearmark enhance` does, without a window and without Qt."""
