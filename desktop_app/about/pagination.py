"""Page breaks of a printed document; QTextDocument alone would separate a heading from its text."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable

_HIGHEST = 0.5  # largest height of a picture, as a share of the page's
_SMALLER = (0.9, 0.8, 0.7, 0.6)  # shares of its size to try so that a picture fits on a page
_WHOLE = 0.5  # height up to which a table stays on one page, as a share of the page's
_LINES = 2  # of a text that stay on the page of its heading
_ROWS = 60.0  # height of a longer table that does, in pixels

_PICTURE = "\ufffc"  # the character that stands for a picture
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


class _PagePicture:
    """A picture in the text of a document.

    Args:
        document: The document, which states the picture's size.
        position: Position of the character that stands for the picture.
    """

    def __init__(self, document: QTextDocument, position: int) -> None:
        self._cursor = QTextCursor(document)
        self._cursor.setPosition(position)
        self._cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        form = self._cursor.charFormat().toImageFormat()
        self._width, self.height = form.width(), form.height()

    def scale(self, share: float) -> None:
        """Show the picture at a share of its original size."""
        form = self._cursor.charFormat().toImageFormat()
        form.setWidth(share * self._width)
        form.setHeight(share * self.height)
        self._cursor.setCharFormat(form)


class _PageBlock:
    """A paragraph or table of a document.

    Args:
        document: The whole document.
        content: The paragraph or table.
    """

    def __init__(self, document: QTextDocument, content: QTextBlock | QTextTable) -> None:
        self._document = document
        self._content = content

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, which belongs to the text after it."""
        if isinstance(self._content, QTextTable):
            return False
        return self._content.blockFormat().headingLevel() > 0

    @property
    def has_caption(self) -> bool:
        """Whether it is a picture, whose caption is the next paragraph."""
        return isinstance(self._content, QTextBlock) and self._content.text() == _PICTURE

    @property
    def is_boxed(self) -> bool:
        """Whether it is a line of a citation; in Qt only the background of each line shows that."""
        if isinstance(self._content, QTextTable):
            return False
        return self._content.blockFormat().hasProperty(QTextFormat.Property.BackgroundBrush)

    @property
    def pictures(self) -> list[_PagePicture]:
        """The pictures in it."""
        if isinstance(self._content, QTextTable):
            positions = range(self._content.firstPosition(), self._content.lastPosition())
        else:
            first = self._content.position()
            positions = range(first, first + self._content.length())
        characters = self._document.characterAt
        return [_PagePicture(self._document, at) for at in positions if characters(at) == _PICTURE]

    @property
    def extent(self) -> tuple[float, float]:
        """Top of the block, and bottom of the part that must be on the same page, in document pixels."""
        layout = self._document.documentLayout()
        layout.documentSize()  # forces the layout after a change
        if isinstance(self._content, QTextTable):
            place = layout.frameBoundingRect(self._content)
            is_small = place.height() <= _WHOLE * self._document.pageSize().height()
            is_whole = is_small or bool(self.pictures)
            return place.top(), place.bottom() if is_whole else place.top() + _ROWS
        top, lines = layout.blockBoundingRect(self._content).top(), self._content.layout()
        last = lines.lineAt(min(_LINES, lines.lineCount()) - 1)
        return top, top + last.y() + last.height()

    def begin_page(self) -> None:
        """Start a new page with this block."""
        if isinstance(self._content, QTextTable):
            shape = self._content.format()
            shape.setPageBreakPolicy(_BREAK)
            self._content.setFormat(shape)
        else:
            form = self._content.blockFormat()
            form.setPageBreakPolicy(_BREAK)
            QTextCursor(self._content).setBlockFormat(form)


def paginate(document: QTextDocument) -> None:
    """Keep headings with their text, pictures with their captions, small tables and citations on one page.

    Args:
        document: The document, with its page size set; changed in place. Some pages start earlier;
            pictures shrink if they are too high, or would leave a page half empty.
    """
    highest = _HIGHEST * document.pageSize().height()
    together: list[_PageBlock] = []
    for part in list(_parts(document)):
        for picture in part.pictures:
            if picture.height > highest:
                picture.scale(highest / picture.height)
        if together and part.is_heading and not together[-1].is_heading:
            _fit_on_page(document, together)
            together = []
        together.append(part)
        if not (part.is_heading or part.has_caption or part.is_boxed):
            _fit_on_page(document, together)
            together = []


def _parts(document: QTextDocument) -> Iterator[_PageBlock]:
    places = document.rootFrame().begin()
    while not places.atEnd():
        frame = places.currentFrame()
        yield _PageBlock(
            document, frame if isinstance(frame, QTextTable) else places.currentBlock()
        )
        places += 1


def _fit_on_page(document: QTextDocument, parts: list[_PageBlock]) -> None:
    """Fit parts on one page: with smaller pictures if that suffices, else on a new page."""
    pictures = [picture for part in parts for picture in part.pictures]
    for share in (1.0, *(_SMALLER if pictures else ())):
        for picture in pictures:
            picture.scale(share)
        if _are_on_one_page(document, parts):
            return
    for picture in pictures:
        picture.scale(1.0)
    parts[0].begin_page()


def _are_on_one_page(document: QTextDocument, parts: list[_PageBlock]) -> bool:
    height = document.pageSize().height()
    return parts[0].extent[0] // height == (parts[-1].extent[1] - 1) // height
