"""Markdown on screen: pages of the guide and of "About this AI"."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

_GAP = 8
_LINE_PERCENT = 125.0
_PICTURE = "\ufffc"  # what stands for one in the text


class MarkdownView(QTextBrowser):
    """Shows Markdown with pictures from a folder, none wider than the page; follows no link by itself.

    Args:
        folder: Of the pictures.
        picture_width: That they may have, in logical pixels.
        parent: Qt's owner.
    """

    def __init__(self, folder: Path, picture_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._picture_width = picture_width
        self.setOpenLinks(False)

    def show_markdown(self, text: str) -> None:
        """Write a text, with lines and gaps that are easy to read."""
        self.setMarkdown(text)
        _space(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 (Qt's variant)
        """Read a picture, as sharp as the screen shows it."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(str(self._folder / QUrl(name).path()))
        ratio = self.devicePixelRatioF()
        width = round(min(image.width(), self._picture_width) * ratio)
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


def _space(document: QTextDocument) -> None:
    """Give Markdown, which has no style, the lines and gaps that are easy to read."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # laid out once and not for every line
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        table, form = cursor.currentTable(), block.blockFormat()
        if table:  # not declared as None outside of one, which it is
            shape = table.format()
            shape.setBorder(0)
            shape.setCellPadding(4)
            table.setFormat(shape)
            _align_head(table, cursor)
        elif not form.headingLevel() and not form.nonBreakableLines():
            has_picture = _PICTURE in block.text()  # whose line is as high as it is
            percent = 100.0 if has_picture else _LINE_PERCENT
            form.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            form.setBottomMargin(_GAP)
            cursor.setBlockFormat(form)
        block = block.next()
    cursor.endEditBlock()


def _align_head(table: QTextTable, cursor: QTextCursor) -> None:
    """Set a head at the side at which its column is; Qt does so with the cells below only."""
    cell = table.cellAt(cursor)
    if cell.row() == 0 and table.rows() > 1:
        below = table.cellAt(1, cell.column()).firstCursorPosition().blockFormat()
        form = cursor.blockFormat()
        form.setAlignment(below.alignment())
        cursor.setBlockFormat(form)
