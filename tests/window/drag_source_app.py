"""A window of another program, from which a file can be dragged: ``python drag_source_app.py FILE``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """A label from which the file is dragged as soon as the mouse moves with a button down."""

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Start a drag of the file, as a file manager does."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    source = Source("drag me")
    source.setWindowTitle("drag source")
    source.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    source.setGeometry(4, 4, 90, 40)
    source.show()
    sys.exit(application.exec())
