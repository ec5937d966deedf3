"""Training of the networks: corpus, data, loop and evaluation; never imported by the program."""
