"""The Input section of the inspector: facts about the picture, and advice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.captions import format_print_size
from desktop_app.domain.jobs import OpenedPicture
from desktop_app.i18n.formatting import translated, translator
from desktop_app.widgets.controls import (
    ElidedLabel,
    ValueLabel,
    heading_label,
    labelled_row,
    plain_label,
    plain_tooltip,
)


class InputPanel(QWidget):
    """Name, format, size, profile, print size, notes from reading the file, and advice.

    Signals:
        scale_chosen: The recommended scale, when the user accepts it.
    """

    scale_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel()
        self._values = {
            self.tr("Format"): ValueLabel(),
            self.tr("Size"): ValueLabel(),
            self.tr("Profile"): ValueLabel(),
            self.tr("Print size"): ValueLabel(),
        }
        self._rows: list[QWidget] = []
        self._note = plain_label()
        self._note.setWordWrap(True)
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._note_frame = QFrame()
        self._note_frame.setObjectName("note")
        note_layout = QVBoxLayout(self._note_frame)
        note_layout.setContentsMargins(10, 8, 10, 8)
        note_layout.addWidget(self._note)
        self._advice = QLabel()
        self._advice.setWordWrap(True)
        self._advice.setProperty("role", "advice")
        self._advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scale = 2
        self._recommended = QPushButton()
        self._recommended.clicked.connect(lambda: self.scale_chosen.emit(self._scale))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading_label(self.tr("Input")))
        layout.addWidget(self._name)
        for name, value in self._values.items():
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line = labelled_row(name, value)
            self._rows.append(line)
            layout.addWidget(line)
        layout.addWidget(self._note_frame)
        layout.addWidget(self._advice)
        layout.addWidget(self._recommended)
        self.show_input("", None)

    def show_input(self, name: str, opened: OpenedPicture | None) -> None:
        """Show the facts about a picture.

        Args:
            name: Name of the file.
            opened: The picture; None clears the section.
        """
        self._name.setText(name or self.tr("Nothing is open yet."))
        self._name.setToolTip(plain_tooltip(name))
        texts = self._facts(opened) if opened else ("",) * len(self._rows)
        for line, label, text in zip(self._rows, self._values.values(), texts, strict=True):
            label.setText(text)
            line.setVisible(bool(text))
        notes = "\n".join(map(translated, opened.picture.notes)) if opened else ""
        self._note.setText(notes)
        self._note_frame.setVisible(bool(notes))
        self._show_advice(opened)

    def _show_advice(self, opened: OpenedPicture | None) -> None:
        self._advice.setVisible(opened is not None)
        self._recommended.hide()
        if opened is None:
            return
        advice = opened.advice
        self._advice.setText(advice.sentence(translator("Advice")))
        self._advice.setProperty("is_helpful", advice.is_helpful)
        self._advice.style().polish(self._advice)
        self._scale = advice.scale
        self._recommended.setText(self.tr("Recommended: {scale}×").format(scale=advice.scale))
        # Disabled, not hidden, once accepted: otherwise everything below would move under the pointer.
        self._recommended.setEnabled(advice.scale != opened.scale)
        self._recommended.setVisible(advice.is_helpful)

    def _facts(self, opened: OpenedPicture) -> tuple[str, str, str, str]:
        picture = opened.picture
        transparent = "" if picture.alpha is None else " · " + self.tr("transparent")
        return (
            picture.format + transparent,
            self.tr("{size} px").format(size=picture.size_text),
            opened.profile or self.tr("none: sRGB assumed"),
            format_print_size(picture) or self.tr("not given"),
        )
