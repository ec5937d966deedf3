"""The metadata beside EXIF that says whose a picture is: XMP, IPTC and the texts of a PNG.

Source:
    XMP Specification Part 3, 2020: where each format stores XMP. IPTC-NAA IIM 4.2: data sets. PNG, third
    edition, 11.3.3.1: keywords.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import ExifTags, Image, PngImagePlugin, TiffImagePlugin

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence

_MAX_BYTES = 65000
"""Bytes that fit into the one segment that JPEG has for XMP, and into that for IPTC."""

_IPTC_RESOURCE = 0x0404  # of Photoshop, which a JPEG stores in its APP13 segments
_TEXTS = ("Title", "Author", "Description", "Copyright", "Creation Time", "Disclaimer", "Source")
_TEXT_TAGS = {
    "Author": ExifTags.Base.Artist,
    "Description": ExifTags.Base.ImageDescription,
    "Copyright": ExifTags.Base.Copyright,
}
_IPTC_TAGS = {
    80: ExifTags.Base.Artist,
    116: ExifTags.Base.Copyright,
    120: ExifTags.Base.ImageDescription,
}
# Properties about how the picture was stored: of the result they are not true, and some readers turn it.
_STALE = r"tiff:(?:Orientation|ImageWidth|ImageLength|[XY]Resolution)|exif:Pixel[XY]Dimension"
_STALE_PROPERTY = re.compile(
    rf"""\s+(?:{_STALE})\s*=\s*(?:"[^"]*"|'[^']*')|<({_STALE})>[^<]*</\1>""".encode()
)


@dataclass(frozen=True)
class AttachedMetadata:
    """What a file says about its picture, beside EXIF.

    Attributes:
        xmp: An XMP packet in UTF-8, without what it said about size and orientation; None without one.
        iptc: IPTC data sets; None without them.
        texts: Keyword and text, as PNG has them.
        is_complete: Whether nothing had to be left out.
    """

    xmp: bytes | None = None
    iptc: bytes | None = None
    texts: tuple[tuple[str, str], ...] = ()
    is_complete: bool = True

    @property
    def exif_texts(self) -> dict[int, str]:
        """Author, copyright and description by EXIF tag, for formats without a place for the original.

        Each is UTF-8 read as Latin-1, as :func:`~desktop_app.imaging.picture.with_exact_text` expects.
        """
        found: dict[int, list[bytes]] = {}
        for keyword, text in self.texts:
            if keyword in _TEXT_TAGS:
                found.setdefault(_TEXT_TAGS[keyword], []).append(text.encode("utf-8", "replace"))
        for number, body in _iptc_data_sets(self.iptc or b""):
            if number in _IPTC_TAGS:
                found.setdefault(_IPTC_TAGS[number], []).append(_in_utf8(body))
        return {
            tag: b"; ".join(dict.fromkeys(texts)).decode("latin-1") for tag, texts in found.items()
        }

    @property
    def notes(self) -> list[Sentence]:
        """What cannot be kept, or not in every format."""
        notes = []
        if not self.is_complete:
            text = QT_TRANSLATE_NOOP(
                "Sentences", "A part of its metadata is damaged or too large and was left out."
            )
            notes.append(Sentence(text))
        if self.iptc is not None:
            text = QT_TRANSLATE_NOOP(
                "Sentences",
                "Its IPTC data is kept in JPEG and TIFF; other formats keep its author, copyright and "
                "description.",
            )
            notes.append(Sentence(text))
        if keywords := [keyword for keyword, _ in self.texts if keyword not in _TEXT_TAGS]:
            text = QT_TRANSLATE_NOOP("Sentences", "Its texts are kept in PNG only: {keywords}.")
            notes.append(Sentence(text, keywords=", ".join(keywords)))
        return notes

    @property
    def jpeg_segment(self) -> bytes:
        """The APP13 segment with the IPTC data; empty without them."""
        if self.iptc is None:
            return b""
        resource = b"8BIM" + struct.pack(">HxxI", _IPTC_RESOURCE, len(self.iptc)) + self.iptc
        body = b"Photoshop 3.0\0" + resource + bytes(len(self.iptc) % 2)
        return b"\xff\xed" + struct.pack(">H", 2 + len(body)) + body

    @property
    def png_info(self) -> PngImagePlugin.PngInfo:
        """The text chunks of a PNG."""
        info = PngImagePlugin.PngInfo()
        for keyword, text in self.texts:
            info.add_text(keyword, text)
        if self.xmp is not None:
            info.add_itxt("XML:com.adobe.xmp", self.xmp.decode())
        return info

    @property
    def tiff_tags(self) -> dict[int, bytes]:
        """The tags of a TIFF."""
        tags = {TiffImagePlugin.XMP: self.xmp, TiffImagePlugin.IPTC_NAA_CHUNK: self.iptc}
        return {tag: value for tag, value in tags.items() if value is not None}


def attached_to(image: Image.Image) -> AttachedMetadata:
    """Read the metadata of an image that has been loaded."""
    texts = getattr(image, "text", {}) if isinstance(image, PngImagePlugin.PngImageFile) else {}
    kept = [(key, str(texts[key])) for key in _TEXTS if texts.get(key)]
    return attached_metadata(image.info.get("xmp"), _iptc_of(image), kept)


def attached_metadata(
    xmp: object, iptc: object, texts: list[tuple[str, str]] | None = None
) -> AttachedMetadata:
    """Build it from what a file holds, and leave out what no format could store.

    Args:
        xmp: A packet as bytes; anything else counts as none.
        iptc: Data sets as bytes; anything else counts as none.
        texts: Keyword and text, as PNG has them.
    """
    packet = xmp.rstrip(b"\0") if isinstance(xmp, bytes) else b""
    data_sets = iptc if isinstance(iptc, bytes) else b""
    small = tuple(pair for pair in texts or () if len(pair[1]) <= _MAX_BYTES)
    is_text = _is_utf8(packet)
    has_xmp, has_iptc = is_text and len(packet) <= _MAX_BYTES, len(data_sets) <= _MAX_BYTES
    return AttachedMetadata(
        xmp=_STALE_PROPERTY.sub(b"", packet) if packet and has_xmp else None,
        iptc=data_sets if data_sets and has_iptc else None,
        texts=small,
        is_complete=has_xmp and has_iptc and len(small) == len(texts or ()),
    )


def _iptc_of(image: Image.Image) -> bytes | None:
    if isinstance(image, TiffImagePlugin.TiffImageFile):
        value = image.tag_v2.get(TiffImagePlugin.IPTC_NAA_CHUNK)
        if isinstance(value, tuple):  # a frequent mistake: bytes that are declared as long integers
            value = struct.pack(f"{image.tag_v2._endian}{len(value)}I", *value).rstrip(b"\0")
        return value if isinstance(value, bytes) else None
    resources = image.info.get("photoshop")
    value = resources.get(_IPTC_RESOURCE) if isinstance(resources, dict) else None
    return value if isinstance(value, bytes) else None


def _iptc_data_sets(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of the data sets of record 2, up to the first that is damaged."""
    place = 0
    while place + 5 <= len(data) and data[place] == 0x1C:
        record, number, size = struct.unpack_from(">BBH", data, place + 1)
        if size >= 0x8000 or place + 5 + size > len(data):
            return
        if record == 2:
            yield number, data[place + 5 : place + 5 + size]
        place += 5 + size


def _in_utf8(text: bytes) -> bytes:
    return text if _is_utf8(text) else text.decode("latin-1").encode()


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
