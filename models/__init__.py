"""The networks and everything that runs them. Free of Qt; importing this package does not import torch."""
