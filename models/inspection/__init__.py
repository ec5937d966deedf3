"""Looks inside the network at work on one picture: its scales, its times, its features."""
