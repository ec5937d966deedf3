"""The page "Task": what the network is for, with the current picture before and after."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.about.about_state import AboutState, to_qimage
from desktop_app.about.localized_texts import about_text, result_caption
from desktop_app.about.page import MarkdownLabel, ScrollPage, caption_label
from desktop_app.about.picture_view import PictureView
from desktop_app.about.previews import most_changed
from desktop_app.domain.captions import outcome_title
from desktop_app.domain.entry import Entry
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.paths import ABOUT
from models.tiling import Box

_HEIGHT = 164  # of a picture, in logical pixels
_DETAIL = (164, 288)  # height and width of the crop, in pixels of the result, shown at 100 %
_SEARCHED_SIDE = 1024  # longest side, in pixels, of the level that is searched for the place


class TaskPage(ScrollPage):
    """Pictures before and after the network, with the text below.

    Args:
        name: Accessible name.
        parent: Qt parent.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._language = ""
        self._before, self._after = PictureView(_HEIGHT), PictureView(_HEIGHT)
        self._pictures = QWidget()
        self._about = MarkdownLabel(ABOUT, self.tr("What is done to your picture"))
        self._text = MarkdownLabel(ABOUT, name)
        grid = QGridLayout(self._pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self._caption = caption_label()  # below the picture after the network
        captions = (caption_label(self.tr("Enlarged, before the network")), self._caption)
        for column, view in enumerate((self._before, self._after)):
            grid.addWidget(view, 0, column)
            grid.addWidget(captions[column], 1, column)
            grid.setColumnStretch(column, 1)
        self.column.addWidget(self._pictures)
        self.column.addWidget(self._about)
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    def show_text(self, language: str) -> None:
        """Write the text, in a language such as ``de``."""
        self._language = language
        self._text.show_markdown(about_text("task", language))

    def show_state(self, state: AboutState) -> None:
        """Show the place of the current picture that changed most."""
        entry = state.entry
        opened, result = (entry.opened, entry.result) if entry else (None, None)
        self._pictures.setVisible(result is not None)
        self._about.setVisible(opened is not None)
        if entry is None or opened is None:
            return
        scale = entry.job.choices.scale
        self._about.show_markdown(
            about_text(
                f"picture-{scale}",
                self._language,
                input=opened.picture.size_text,
                output=opened.enlarged.size_text,
            )
        )
        if result is not None:
            place = _place(entry)
            self._before.show_image(_cut(opened.enlarged_pyramid, place), self.tr("Enlarged"))
            title = outcome_title(result.run.outcome)
            self._after.show_image(_cut(result.pyramid, place), title)
            self._caption.setText(result_caption(result.run.outcome))


def _place(entry: Entry) -> Box:
    """Find where the result differs most from the enlarged picture, in pixels of the result."""
    if entry.opened is None or entry.result is None:
        raise ValueError("an entry without a result has not changed anywhere")
    before, after = entry.opened.enlarged_pyramid, entry.result.pyramid
    level = 0
    while max(before.level_size(level)) > _SEARCHED_SIDE:
        level += 1
    size = before.level_size(level)
    blurred, sharp = (view.region(level, 0, 0, *size)[..., :3] for view in (before, after))
    height, width = (side // 2**level for side in _DETAIL)
    small = most_changed(blurred, sharp, height, width)
    height, width = min(_DETAIL[0], before.height), min(_DETAIL[1], before.width)
    return Box(
        min(small.top * 2**level, before.height - height),
        min(small.left * 2**level, before.width - width),
        height,
        width,
    )


def _cut(view: Pyramid, place: Box) -> QImage:
    return to_qimage(view.region(0, place.top, place.left, place.height, place.width))
