"""One controller per user task; each connects panels to the session and the services."""
