"""The plain data that the window, its services and their worker threads exchange."""
