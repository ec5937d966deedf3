"""The training loop: losses, optimiser, validation, letter recogniser."""
