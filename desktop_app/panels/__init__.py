"""The panels around the picture, and the workspace that lays them out."""
