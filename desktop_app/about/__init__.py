"""The pane "About this AI", which explains how the network works, and its report."""
