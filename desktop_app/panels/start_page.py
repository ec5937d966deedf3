"""The start page, shown while there is no picture: a large place to drop one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QImage, QPainter, QPainterPath, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.imaging.decoding import can_read_heic
from desktop_app.paths import ICONS
from desktop_app.widgets.controls import action_button, backdrop, heading_label, muted_label

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp"})
_CARD = QSize(160, 84)
_CARD_FRAME = QSize(22, 44)
_MARGIN = 32
_GAP = 12
_CORNER = 6


def find_samples(folder: Path) -> tuple[Path, ...]:
    """List the sample pictures, without the sharp originals they were made from.

    Args:
        folder: Folder of the samples; if it is missing, there are none.
    """
    if not folder.is_dir():
        return ()
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in _PICTURES and not path.stem.endswith("-original")
    )


class StartPage(QWidget):
    """The drop target, a button that opens files, and samples to try.

    Args:
        open_action: The action of the button.
        samples: The sample pictures.
        parent: Qt parent.
    """

    sample_chosen = Signal(object)  # Path

    def __init__(
        self, open_action: QAction, samples: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cards: dict[QToolButton, QImage] = {}
        self._target = self._build_target(open_action)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 24)
        layout.setSpacing(20)
        layout.addWidget(self._target, 1)
        if samples:
            layout.addLayout(self._build_samples(samples))
        self._draw_cards()

    def set_drag_over(self, is_over: bool) -> None:
        """Highlight the target while something that can be opened is dragged over the window."""
        self._target.setProperty("is_over", is_over)
        self._target.style().polish(self._target)

    def minimumSizeHint(self) -> QSize:
        """Return less than the present cards need, since they shrink with the page."""
        return QSize(3 * (48 + _CARD_FRAME.width() + _GAP) + 2 * _MARGIN, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the cards as wide as space allows."""
        super().resizeEvent(event)
        if not self._cards:
            return
        room = (self.width() - 2 * _MARGIN + _GAP) // len(self._cards) - _GAP
        width = max(48, min(_CARD.width(), room - _CARD_FRAME.width()))
        size = QSize(width, _CARD.height() * width // _CARD.width())
        for card in self._cards:
            card.setIconSize(size)
            card.setFixedSize(size + _CARD_FRAME)

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the cards when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_cards()

    def _build_target(self, open_action: QAction) -> QFrame:
        target = QFrame()
        target.setObjectName("drop")
        picture = QLabel()
        picture.setPixmap(QIcon(str(ICONS / "drop.svg")).pixmap(56, 56))
        title = QLabel(self.tr("Drop a logo, paste, or open"))
        title.setProperty("role", "title")
        promise = muted_label(
            self.tr("It is enlarged and sharpened here.")
            + "\n"
            + self.tr("Nothing leaves this computer.")
        )
        promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        formats = muted_label(
            self.tr("PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD, HEIC")
            if can_read_heic()
            else self.tr("PNG, JPEG, WebP, AVIF, GIF, TIFF, BMP, PSD")
        )
        button = action_button(open_action, "primary")
        layout = QVBoxLayout(target)
        layout.setSpacing(8)
        layout.addStretch(1)
        for child, gap in ((picture, 10), (title, 2), (promise, 14), (button, 10), (formats, 0)):
            layout.addWidget(child, 0, Qt.AlignmentFlag.AlignCenter)
            layout.addSpacing(gap)
        layout.addStretch(1)
        return target

    def _build_samples(self, samples: Sequence[Path]) -> QVBoxLayout:
        cards = QHBoxLayout()
        cards.setSpacing(_GAP)
        cards.addStretch(1)
        for path in samples:
            cards.addWidget(self._build_card(path))
        cards.addStretch(1)
        layout = QVBoxLayout()
        layout.setSpacing(10)
        head = heading_label(self.tr("Or try a sample"))
        layout.addWidget(head, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addLayout(cards)
        return layout

    def _build_card(self, path: Path) -> QToolButton:
        card = QToolButton()
        card.setProperty("role", "sample")
        card.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        card.setText(path.name)
        card.setToolTip(self.tr("Try {name}").format(name=path.name))
        card.setAccessibleName(self.tr("Sample {name}").format(name=path.name))
        card.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        card.setCursor(Qt.CursorShape.PointingHandCursor)
        card.clicked.connect(lambda: self.sample_chosen.emit(path))
        self._cards[card] = QImage(str(path))
        return card

    def _draw_cards(self) -> None:
        """Draw each sample on the backdrop of the present theme."""
        for card, image in self._cards.items():
            ratio = self.devicePixelRatioF()
            paper = QPixmap(_CARD * ratio)
            paper.fill(Qt.GlobalColor.transparent)
            painter = QPainter(paper)
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            frame = QPainterPath()
            frame.addRoundedRect(QRectF(paper.rect()), _CORNER * ratio, _CORNER * ratio)
            painter.fillPath(frame, backdrop(image, self.palette()))
            painter.setClipPath(frame)
            size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(), size)
            place.moveCenter(paper.rect().center())
            painter.drawImage(place, image)
            painter.end()
            paper.setDevicePixelRatio(ratio)
            card.setIcon(QIcon(paper))
