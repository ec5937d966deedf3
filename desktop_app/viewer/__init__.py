"""The zoomable comparison of two pictures."""
