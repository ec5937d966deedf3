"""The scales on offer. Importing this module imports nothing else: the command line's help needs it."""

SCALES = (1, 2, 4)
"""How many times as high and wide as its input a result can be."""
