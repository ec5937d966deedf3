"""Sentences, numbers and the choice of language."""
