"""The panels around the picture; none of them knows another."""
