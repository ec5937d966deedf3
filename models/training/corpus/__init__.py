"""Sharp training pictures: where they come from, how they are drawn, the packs that hold them."""
