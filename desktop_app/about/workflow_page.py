"""The page "Workflow": the live diagram, the selected box enlarged, and the steps in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.about.about_state import AboutState
from desktop_app.about.box_contents import BoxContent, box_contents, network_title
from desktop_app.about.box_texts import all_flat_text
from desktop_app.about.diagram import Diagram
from desktop_app.about.diagram_layout import DiagramPart
from desktop_app.about.localized_texts import about_text
from desktop_app.about.page import (
    FactsTable,
    MarkdownLabel,
    ScrollPage,
    caption_label,
    wrapped_label,
)
from desktop_app.about.picture_view import PictureView
from desktop_app.paths import ABOUT
from desktop_app.widgets.controls import heading_label, separator_line

_LARGE = 200  # height of the selected box's picture, in logical pixels


class WorkflowPage(ScrollPage):
    """The diagram, the details of the selected box, and a text.

    Args:
        name: Accessible name.
        parent: Qt parent.

    Signals:
        sample_requested: The user wants to open a sample, since there is no picture.
    """

    sample_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.diagram = Diagram()
        self.diagram.chosen.connect(self._show_chosen)
        self._contents: dict[DiagramPart, BoxContent] = {}
        self._hint = self._build_hint()
        self._where = caption_label()
        self._picture = PictureView(_LARGE)
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._words = wrapped_label()
        self._facts = FactsTable()
        self._text = MarkdownLabel(ABOUT, self.tr("The workflow in words"))
        self.column.addWidget(self._hint)
        self.column.addWidget(self.diagram)
        self.column.addWidget(self._where)
        self.column.addLayout(self._build_chosen())
        self.column.addWidget(separator_line())
        self.column.addWidget(heading_label(self.tr("Step by step")))
        self.column.addWidget(self._text)
        self.column.addStretch(1)
        self.show_state(AboutState())

    def _build_hint(self) -> QWidget:
        hint = QWidget()
        line = QHBoxLayout(hint)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = wrapped_label(self.tr("Open a picture, and each box shows what becomes of it."))
        button = QPushButton(self.tr("Open a sample"))
        button.clicked.connect(self.sample_requested)
        line.addWidget(words, 1)
        line.addWidget(button)
        return hint

    def _build_chosen(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addWidget(self._facts)
        words.addStretch(1)
        chosen = QHBoxLayout()
        chosen.setSpacing(16)
        chosen.addWidget(self._picture, 5, Qt.AlignmentFlag.AlignTop)
        chosen.addLayout(words, 4)
        return chosen

    def show_text(self, language: str) -> None:
        """Write the text, in a language such as ``de``."""
        self._text.show_markdown(about_text("workflow", language))

    def show_state(self, state: AboutState) -> None:
        """Show the present state."""
        self._hint.setVisible(state.entry is None)
        self._contents = box_contents(state)
        self.diagram.show_contents(self._contents, network_title(state))
        self._where.setText(self._place_of(state))
        self._where.setVisible(bool(self._where.text()))
        self._show_chosen()

    def _place_of(self, state: AboutState) -> str:
        """Say which part of the picture the network's boxes show."""
        if state.inspection is None or state.scales is None:
            return ""
        query, detail = state.inspection.query, state.scales.detail
        words = self.tr(
            "In the frame, each box shows the same {width} × {height} pixels, which change most."
        )
        text = words.format(width=detail.width, height=detail.height)
        result = state.entry.result if state.entry else None
        if result is not None and result.run.tiles == 0:
            text = f"{all_flat_text()} {text}"
        if state.inspection.inputs[0].shape[2] == 4:
            text += " " + self.tr(
                "Colours and transparency go through the network one after the other and are shown together."
            )
        height, width = (query.scale * side for side in _sides(state))
        if (query.box.height, query.box.width) != (height, width):
            words = self.tr(
                "The network was run on the {width} × {height} pixels that you look at."
            )
            text += " " + words.format(width=query.box.width, height=query.box.height)
        return text

    def _show_chosen(self) -> None:
        content = self._contents[self.diagram.selected]
        self._picture.show_image(content.image, content.title)
        self._picture.set_frames([content.detail] if content.detail else [])
        self._title.setText(content.title)
        self._words.setText(content.words)
        self._facts.show_facts(content.facts)


def _sides(state: AboutState) -> tuple[int, int]:
    opened = state.entry.opened if state.entry else None
    return (opened.picture.height, opened.picture.width) if opened else (0, 0)
