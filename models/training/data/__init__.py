"""Training pairs: crops of sharp pictures and the degradation applied to them."""
