"""Training pairs: the chains of damage, and the crops they are applied to."""
