"""What a picture has suffered, and whether its result is still the same picture; free of Qt and torch."""
