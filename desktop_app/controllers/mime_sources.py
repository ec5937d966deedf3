"""Pictures from a drop or the clipboard: files, links to files and image data."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desktop_app.domain.jobs import Source
from desktop_app.imaging.file_system import is_file
from desktop_app.imaging.naming import printable

_ENCODED = (
    *("image/png", "image/tiff", "image/webp", "image/avif", "image/heic"),
    *("image/jpeg", "image/gif", "image/bmp"),
)
"""Encoded image formats, best first, since a clipboard may offer several."""


def has_picture(mime: QMimeData) -> bool:
    """Return whether a drag may contain a picture; cheap, since it is called during the drag."""
    return any(url.isLocalFile() for url in mime.urls()) or mime.hasImage() or bool(_path(mime))


def has_web_address(mime: QMimeData) -> bool:
    """Return whether a drag or the clipboard contains a link into the web, as browsers offer them."""
    links = mime.urls() or [QUrl(mime.text().strip())]
    return any(link.scheme().lower() in ("http", "https") for link in links)


def sources_in(mime: QMimeData, pasted_name: str) -> list[Source]:
    """List the pictures in a drop or on the clipboard.

    Files are preferred to image data: file managers offer both, and the file has the name, the profile
    and the print size.

    Args:
        mime: Data of the drop or the clipboard.
        pasted_name: Name for image data, which has none.

    Returns:
        Sources in their order; empty if there is no picture. Links to other computers are ignored:
        the program never uses the network.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if not files:
        path = _path(mime)
        files = [path] if path else []
    if files:
        return [Source(printable(path.name), path) for path in files]
    for kind in _ENCODED:
        if mime.hasFormat(kind):
            return [Source(pasted_name, bytes(mime.data(kind).data()))]
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [Source(pasted_name, image)]
    return []


def _path(mime: QMimeData) -> Path | None:
    """Return the file that copied text names, as a path or as a ``file:`` link."""
    text = mime.text().strip() if mime.hasText() else ""
    if not text or "\n" in text or len(text) > 4096:
        return None
    link = QUrl(text)
    path = Path(link.toLocalFile() if link.isLocalFile() else text.strip('"'))
    return path if path.is_absolute() and is_file(path) else None
