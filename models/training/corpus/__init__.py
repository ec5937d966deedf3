"""The sharp training pictures: their sources, how they are drawn, and the packs that store them."""
