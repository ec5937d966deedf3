"""The widget that renders Markdown, for the guide and for "About this AI"."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser, QWidget

_GAP = 8  # pixels below a paragraph
_LINE_PERCENT = 125.0
_PICTURE = "\ufffc"  # Qt's placeholder for a picture in the text


class MarkdownView(QTextBrowser):
    """Renders Markdown with pictures from a folder, scaled down to the page; does not open links itself.

    Args:
        folder: Folder to which the paths of pictures are relative.
        picture_width: Maximum width of a picture, in logical pixels.
        parent: Qt parent.
    """

    def __init__(self, folder: Path, picture_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._picture_width = picture_width
        self.setOpenLinks(False)

    def show_markdown(self, text: str) -> None:
        """Render a text, with readable line heights and gaps."""
        self.setMarkdown(text)
        _set_spacing(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 (Qt's variant)
        """Load a picture, scaled for the screen's pixel ratio."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(str(self._folder / QUrl(name).path()))
        ratio = self.devicePixelRatioF()
        width = round(min(image.width(), self._picture_width) * ratio)
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


def _set_spacing(document: QTextDocument) -> None:
    """Set line heights and gaps, which Markdown cannot specify."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # one layout for all changes
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        table, block_format = cursor.currentTable(), block.blockFormat()
        if table:  # None outside a table, although the stubs say otherwise
            table_format = table.format()
            table_format.setBorder(0)
            table_format.setCellPadding(4)
            table.setFormat(table_format)
            _align_header_cell(table, cursor)
        elif not block_format.headingLevel() and not block_format.nonBreakableLines():
            # The line height of a picture is its own height.
            percent = 100.0 if _PICTURE in block.text() else _LINE_PERCENT
            block_format.setLineHeight(
                percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            block_format.setBottomMargin(_GAP)
            cursor.setBlockFormat(block_format)
        block = block.next()
    cursor.endEditBlock()


def _align_header_cell(table: QTextTable, cursor: QTextCursor) -> None:
    """Align a header cell like its column, since Qt aligns only the cells below."""
    cell = table.cellAt(cursor)
    if cell.row() == 0 and table.rows() > 1:
        below = table.cellAt(1, cell.column()).firstCursorPosition().blockFormat()
        block_format = cursor.blockFormat()
        block_format.setAlignment(below.alignment())
        cursor.setBlockFormat(block_format)
