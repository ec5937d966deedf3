"""Dialogs and secondary windows: preferences, guide, shortcuts, export all, the menu of presets."""
