"""Pictures and their files: reading, writing, colour and transparency; free of Qt and torch."""
