"""The view "Where it matters": the regions that sharpening changes, found before anything is restored."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop_app.about.contents import small_image
from desktop_app.about.insight import Insight
from desktop_app.about.page import Facts, Page, Passage
from desktop_app.about.picture_view import PictureView
from desktop_app.about.texts import about_text
from desktop_app.paths import ABOUT
from desktop_app.texts import duration

_LARGE = 280


class Mattering(Page):
    """Boxes over the picture, here and on the canvas.

    Args:
        name: For a screen reader.
        parent: Qt's owner.

    Signals:
        marks_toggled: Whether the regions are to be framed on the canvas.
        again_requested: The picture is to be restored once more, steadily.
    """

    marks_toggled = Signal(bool)
    again_requested = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._picture = PictureView(_LARGE)
        self._facts = Facts()
        self._text = Passage(ABOUT, name)
        self.marks = QPushButton(self.tr("Show on the picture"))
        self.marks.setCheckable(True)
        self.marks.toggled.connect(self.marks_toggled)
        self.again = QPushButton(self.tr("Restore these again, steadily"))
        self.again.setToolTip(
            self.tr("Averages two answers, in about twice the time; flat places are skipped")
        )
        self.again.clicked.connect(self.again_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.marks)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        self.column.addWidget(self._picture)
        self.column.addWidget(self._facts)
        self.column.addLayout(buttons)
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    @property
    def are_marks_shown(self) -> bool:
        """Whether the regions are to be framed on the canvas."""
        return self.marks.isChecked()

    def show_text(self, language: str) -> None:
        """Write what does not depend on a picture."""
        self._text.show_markdown(about_text("focus", language))

    def show_insight(self, insight: Insight) -> None:
        """Show what is known now."""
        regions = insight.regions
        opened = insight.entry.opened if insight.entry else None
        is_steady = insight.entry is not None and insight.entry.job.choices.is_steady
        for button in (self.marks, self.again):
            button.setEnabled(regions is not None and bool(regions.boxes))
        self.again.setVisible(not is_steady)  # or it would do the same once more
        self._facts.setVisible(regions is not None)
        if opened is None:
            self._picture.show_image(None, self.tr("No picture yet"))
            return
        image = small_image(opened.enlarged_view)
        self._picture.show_image(image, self.tr("Your picture, enlarged"))
        if regions is None:
            return
        scale = image.width() / (opened.picture.width * regions.look.scale)
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
                (self.tr("Coarse pass"), duration(regions.seconds)),
            )
        )
