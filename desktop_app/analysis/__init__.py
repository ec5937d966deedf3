"""Measure how a picture was damaged, and whether its result still matches it; free of Qt and torch."""
