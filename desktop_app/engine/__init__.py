"""Services for the window, the worker threads behind them, and the only access to torch."""
