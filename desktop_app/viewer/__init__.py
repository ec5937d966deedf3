"""The zoomable view that compares two pictures."""
