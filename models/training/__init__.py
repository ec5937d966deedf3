"""Training data, losses, training and evaluation. Never imported by the program."""
