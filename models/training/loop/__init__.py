"""The training loop with its losses, optimiser, validation and letter recogniser."""
