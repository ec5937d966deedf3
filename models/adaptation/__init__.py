"""What adapting a network to unlabelled pictures needs: their colours, and what blurred them."""
