"""The widget that shows a picture in the pane: as large as fits, with optional frames on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.widgets.controls import backdrop

_CORNER = 6.0
_LINE = 2.0
_RATIO = 0.4  # height / width while there is no image yet
_LEAST = 88  # smallest height, in logical pixels
# From this magnification on pixels are drawn as squares; below it the squares would be uneven.
_PIXELS = 1.5
_MOST = 8  # highest magnification, so that a tiny picture does not become a mosaic

Role = QPalette.ColorRole


class PictureView(QWidget):
    """View of one image, or of a text while there is none; its height follows the image.

    Args:
        highest: Largest height, in logical pixels.
        parent: Qt parent.
    """

    def __init__(self, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highest = highest
        self._ratio = _RATIO
        self._image: QImage | None = None
        self._frames: tuple[QRectF, ...] = ()
        self._words = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def image(self) -> QImage | None:
        """The image that is shown, if any."""
        return self._image

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """Show an image without frames.

        Args:
            image: The image; None for none.
            words: Accessible name; also shown if there is no image.
        """
        self._image, self._words, self._frames = image, words, ()
        self.setAccessibleName(words)
        if image is not None:  # without one the height stays as it was
            self._ratio = image.height() / image.width()
        self.updateGeometry()
        self.update()

    def set_frames(self, frames: Sequence[QRectF]) -> None:
        """Draw frames, in pixels of the image."""
        self._frames = tuple(frames)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height in the shape of the image, within limits."""
        return min(max(round(width * self._ratio), min(_LEAST, self._highest)), self._highest)

    def sizeHint(self) -> QSize:
        """Return a small width: any will do."""
        return QSize(80, self.heightForWidth(80))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the image and the frames, or the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, whole = self.palette(), QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, _CORNER, _CORNER)
        image = self._image
        painter.fillPath(outline, backdrop(image, palette) if image else palette.color(Role.Dark))
        if image is None:
            painter.setPen(palette.color(Role.PlaceholderText))
            room = whole.adjusted(12, 8, -12, -8)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words
            )
            return
        ratio = self.devicePixelRatioF()
        scale = min(whole.width() / image.width(), whole.height() / image.height(), _MOST)
        target = QRectF(0, 0, scale * image.width(), scale * image.height())
        target.moveCenter(whole.center())
        painter.setClipPath(outline)
        is_smooth = scale * ratio < _PIXELS
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        painter.drawImage(target, image, QRectF(image.rect()))
        painter.setPen(QPen(palette.color(Role.Accent), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for frame in self._frames:
            left, top = target.left() + scale * frame.left(), target.top() + scale * frame.top()
            painter.drawRect(QRectF(left, top, scale * frame.width(), scale * frame.height()))
