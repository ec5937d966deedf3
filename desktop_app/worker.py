"""What every object that lives in a thread of :mod:`desktop_app.restoration` has in common."""

import threading

from PySide6.QtCore import QObject, Slot


class Worker(QObject):
    """Lives in a thread of its own until all is done that was asked for.

    Args:
        closing: Set when the program ends.
    """

    def __init__(self, closing: threading.Event) -> None:
        super().__init__()
        self._closing = closing

    @Slot()
    def finish(self) -> None:
        """End this thread after all that was asked for before."""
        self.thread().quit()
