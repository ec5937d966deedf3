"""Ways out: files, all at once, SVG, receipts, dragging."""
