"""The composition root: application, main window, its menus and the question before closing."""
