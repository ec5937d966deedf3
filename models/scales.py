"""The supported scales. This module imports nothing, since ``clearmark --help`` needs it to start fast."""

SCALES = (1, 2, 4)
"""How many times as high and wide as the input a result can be."""
