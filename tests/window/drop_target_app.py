"""A window of another program that accepts drops: ``python drop_target_app.py FOLDER``.

It writes the data offered as ``image/png``, the content of the dropped file at that moment, and, last, a
``report.json``.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel


class Target(QLabel):
    """A label that accepts any drop as a copy."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept the drag."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read all the data before the other program continues."""
        folder, mime = Path(sys.argv[1]), event.mimeData()
        names = []
        for url in mime.urls():
            path = Path(url.toLocalFile())
            names.append(path.name)
            shutil.copyfile(path, folder / "file.png")
        (folder / "offered.png").write_bytes(bytes(mime.data("image/png").data()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        report = {"names": names, "has_image": mime.hasImage()}
        partial = folder / "report.partial"
        partial.write_text(json.dumps(report), encoding="utf-8")
        partial.replace(folder / "report.json")


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    target = Target("drop here")
    target.setWindowTitle("drag target")
    target.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    target.setAcceptDrops(True)
    target.setGeometry(4, 4, 90, 40)
    target.show()
    sys.exit(application.exec())
