"""Inspects a run of the network on one picture: its scales, times and features."""
