"""The command line (``clearmark enhance``): restores pictures without a window and without Qt."""
