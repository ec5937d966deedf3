"""A picture of few flat colours as shapes that a designer would have drawn: lines, arcs, few curves."""
