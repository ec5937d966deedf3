"""How good a network is: measures, guards, other methods, tables."""
