"""The Clearmark program: the window, the command line and everything around the network."""
