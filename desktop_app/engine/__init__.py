"""The threads: services for the window, their workers, and the way to torch."""
