"""Translated sentences, number formats and the choice of language."""
