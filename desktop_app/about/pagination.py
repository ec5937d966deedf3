"""Where the pages of a printed document begin: QTextDocument itself parts a heading from its text."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextTable

_HIGHEST = 0.5  # share of a page's height that a picture may have
_SMALLER = (0.9, 0.8, 0.7, 0.6)  # shares of its size that it may have to fit on a page
_WHOLE = 0.5  # share of a page's height up to which a table is not torn
_LINES = 2  # of a text that stay with the heading above it
_ROWS = 60.0  # pixels of a longer table that do

_PICTURE = "\ufffc"  # what stands for one in the text
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


class _PagePicture:
    """A picture in the text of a document.

    Args:
        document: Its size is given in it.
        position: Of the character that stands for it.
    """

    def __init__(self, document: QTextDocument, position: int) -> None:
        self._cursor = QTextCursor(document)
        self._cursor.setPosition(position)
        self._cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        form = self._cursor.charFormat().toImageFormat()
        self._width, self.height = form.width(), form.height()

    def scale(self, share: float) -> None:
        """Show it at a share of the size that it had."""
        form = self._cursor.charFormat().toImageFormat()
        form.setWidth(share * self._width)
        form.setHeight(share * self.height)
        self._cursor.setCharFormat(form)


class _PageBlock:
    """A paragraph or a table of a document.

    Args:
        document: All of it.
        content: The paragraph, or the table.
    """

    def __init__(self, document: QTextDocument, content: QTextBlock | QTextTable) -> None:
        self._document = document
        self._content = content

    @property
    def is_heading(self) -> bool:
        """Whether a text follows that it belongs to."""
        if isinstance(self._content, QTextTable):
            return False
        return self._content.blockFormat().headingLevel() > 0

    @property
    def has_caption(self) -> bool:
        """Whether it is a picture, of which the next paragraph tells."""
        return isinstance(self._content, QTextBlock) and self._content.text() == _PICTURE

    @property
    def is_boxed(self) -> bool:
        """Whether it is a line of a citation, which Qt knows by the ground of each line only."""
        if isinstance(self._content, QTextTable):
            return False
        return self._content.blockFormat().hasProperty(QTextFormat.Property.BackgroundBrush)

    @property
    def pictures(self) -> list[_PagePicture]:
        """Those in it."""
        if isinstance(self._content, QTextTable):
            positions = range(self._content.firstPosition(), self._content.lastPosition())
        else:
            first = self._content.position()
            positions = range(first, first + self._content.length())
        characters = self._document.characterAt
        return [_PagePicture(self._document, at) for at in positions if characters(at) == _PICTURE]

    @property
    def extent(self) -> tuple[float, float]:
        """Where it begins, and up to where it has to be on one page, in pixels of the document."""
        layout = self._document.documentLayout()
        layout.documentSize()  # after a change all is laid out by this only
        if isinstance(self._content, QTextTable):
            place = layout.frameBoundingRect(self._content)
            is_small = place.height() <= _WHOLE * self._document.pageSize().height()
            is_whole = is_small or bool(self.pictures)
            return place.top(), place.bottom() if is_whole else place.top() + _ROWS
        top, lines = layout.blockBoundingRect(self._content).top(), self._content.layout()
        last = lines.lineAt(min(_LINES, lines.lineCount()) - 1)
        return top, top + last.y() + last.height()

    def begin_page(self) -> None:
        """Stand on top of a page."""
        if isinstance(self._content, QTextTable):
            shape = self._content.format()
            shape.setPageBreakPolicy(_BREAK)
            self._content.setFormat(shape)
        else:
            form = self._content.blockFormat()
            form.setPageBreakPolicy(_BREAK)
            QTextCursor(self._content).setBlockFormat(form)


def paginate(document: QTextDocument) -> None:
    """Part no heading from its text, no picture from its caption, and tear no small table or citation.

    Args:
        document: With its page size. Pages begin earlier in it then; pictures become smaller where they are
            too high for a page, or would leave one half empty.
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
    """Get parts onto one page: where smaller pictures do not suffice, onto a new one."""
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
