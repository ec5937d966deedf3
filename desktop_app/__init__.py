"""Clearmark's desktop program: the window, the command line and the files around the network."""
