"""The pictures at hand: who runs, who waits, what survives a kill."""
