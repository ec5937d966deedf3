"""The view "Where it matters": the regions that sharpening will change, found by their contrast."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.about.about_state import AboutState
from desktop_app.about.box_contents import reduced_image
from desktop_app.about.localized_texts import about_text
from desktop_app.about.page import FactsTable, MarkdownLabel, ScrollPage
from desktop_app.about.picture_view import PictureView
from desktop_app.i18n.formatting import format_duration
from desktop_app.paths import ABOUT

_LARGE = 280  # height of the picture, in logical pixels


class RegionsView(ScrollPage):
    """The picture with its regions framed, and buttons to frame them on the canvas and restore again.

    Args:
        name: Accessible name.
        parent: Qt parent.

    Signals:
        marks_toggled: Whether to frame the regions on the canvas.
        restore_again_requested: Restore the picture once more, with self-ensemble.
    """

    marks_toggled = Signal(bool)
    restore_again_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._picture = PictureView(_LARGE)
        self._facts = FactsTable()
        self._text = MarkdownLabel(ABOUT, name)
        self.marks_button = QPushButton(self.tr("Show on the picture"))
        self.marks_button.setCheckable(True)
        self.marks_button.toggled.connect(self.marks_toggled)
        self.restore_again_button = QPushButton(self.tr("Restore these again, steadily"))
        self.restore_again_button.setToolTip(
            self.tr("Averages two answers, in about twice the time; flat places are skipped")
        )
        self.restore_again_button.clicked.connect(self.restore_again_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.marks_button)
        buttons.addWidget(self.restore_again_button)
        buttons.addStretch(1)
        self.column.addWidget(self._picture)
        self.column.addWidget(self._facts)
        self.column.addLayout(buttons)
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    @property
    def are_marks_shown(self) -> bool:
        """Whether the regions should be framed on the canvas."""
        return self.marks_button.isChecked()

    def show_text(self, language: str) -> None:
        """Show the text in a language, such as ``de``."""
        self._text.show_markdown(about_text("focus", language))

    def show_state(self, state: AboutState) -> None:
        """Show the present state."""
        regions = state.regions
        opened = state.entry.opened if state.entry else None
        self_ensemble = state.entry is not None and state.entry.job.choices.self_ensemble
        for button in (self.marks_button, self.restore_again_button):
            button.setEnabled(regions is not None and bool(regions.boxes))
        self.restore_again_button.setVisible(not self_ensemble)  # else nothing to gain
        self._facts.setVisible(regions is not None)
        if opened is None:
            self._picture.show_image(None, self.tr("No picture yet"))
            return
        image = reduced_image(opened.enlarged_pyramid)
        self._picture.show_image(image, self.tr("Your picture, enlarged"))
        if regions is None:
            return
        scale = image.width() / (opened.picture.width * regions.query.scale)
        self._picture.set_frames(
            [
                QRectF(scale * box.left, scale * box.top, scale * box.width, scale * box.height)
                for box in regions.boxes
            ]
        )
        share = self.tr("{share} % of the picture").format(share=round(100 * regions.share))
        self._facts.show_facts(
            (
                (self.tr("Regions"), str(len(regions.boxes))),
                (self.tr("Area"), share),
                (self.tr("Coarse pass"), format_duration(regions.seconds)),
            )
        )
