"""Evaluation of trained networks: metrics, guards, methods to compare with, tables."""
