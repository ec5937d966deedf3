"""The pane that tells how the network works."""
