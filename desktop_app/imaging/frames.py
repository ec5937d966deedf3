"""Which page, frame or size of a file is read, and the sentence about the others."""

from __future__ import annotations

from contextlib import suppress

from PIL import IcoImagePlugin, Image, TiffImagePlugin

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence

_NEW_SUBFILE_TYPE = 254  # bit 0: a page that shows another one smaller (TIFF 6.0, section 8)
_MAX_THUMBNAILS = 8  # pages looked at for one that is none
_MAX_COUNTED_PAGES = 1000


def seek_main_page(image: Image.Image) -> int:
    """Turn to the first page of a TIFF that is not a thumbnail of another, and return its number."""
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return 0
    with suppress(Exception):  # a later page is damaged: the first may be whole
        for page in range(_MAX_THUMBNAILS + 1):
            image.seek(page)
            if not int(image.tag_v2.get(_NEW_SUBFILE_TYPE, 0)) & 1:
                return page
    image.seek(0)
    return 0


def deepest_icon(image: Image.Image) -> Image.Image:
    """Return the icon's entry of most colours among the largest; Pillow takes that of the fewest."""
    if not isinstance(image, IcoImagePlugin.IcoImageFile):
        return image
    entries = image.ico.entry
    place = max(range(len(entries)), key=lambda i: (entries[i].square, entries[i].color_depth))
    return image.ico.frame(place) if place else image


def notes_on_frames(image: Image.Image, skipped: int) -> list[Sentence]:
    """Return what to say of the frames that are not read.

    Args:
        image: Turned to the page that is read.
        skipped: Number of pages before it, which are thumbnails of it.
    """
    sizes = image.info.get("sizes", ())
    if image.format in ("ICO", "ICNS") and len(sizes) > 1:
        text = QT_TRANSLATE_NOOP("Sentences", "Only the largest of its {count} sizes was read.")
        return [Sentence(text, count=len(sizes))]
    try:
        frames = _count_frames(image)
    except Exception:  # noqa: BLE001 - a later frame is damaged: the first may be whole
        return [Sentence(QT_TRANSLATE_NOOP("Sentences", "Only its first frame was read."))]
    frames -= skipped
    if frames < 2:
        return []
    if image.format == "HEIF":
        text = QT_TRANSLATE_NOOP("Sentences", "Only the main one of its {count} pictures was read.")
    elif image.format == "TIFF" and frames + skipped > _MAX_COUNTED_PAGES:
        text = QT_TRANSLATE_NOOP("Sentences", "Only the first of more than {count} pages was read.")
        frames = _MAX_COUNTED_PAGES
    elif image.format == "TIFF":
        text = QT_TRANSLATE_NOOP("Sentences", "Only the first of its {count} pages was read.")
    else:
        text = QT_TRANSLATE_NOOP("Sentences", "Only the first of its {count} frames was read.")
    return [Sentence(text, count=frames)]


def _count_frames(image: Image.Image) -> int:
    """Count the frames; of a TIFF no more than ``_MAX_COUNTED_PAGES`` + 1.

    Pillow counts the pages of a TIFF in time that grows with the square of their number.
    """
    if not isinstance(image, TiffImagePlugin.TiffImageFile):
        return int(getattr(image, "n_frames", 1))
    place = count = image.tell()
    try:
        while count <= _MAX_COUNTED_PAGES:
            image.seek(count)
            count += 1
    except EOFError:
        pass
    finally:
        image.seek(place)
    return count
