"""Pictures and their files: reading, writing, alpha, colour. Free of Qt and torch."""
