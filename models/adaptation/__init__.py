"""Fine-tunes the network on a user's own unlabelled pictures, using estimates of their palette and blur."""
