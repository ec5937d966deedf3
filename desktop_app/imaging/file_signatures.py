"""Recognise a file by its first bytes, and say what to do with one that holds no pixels."""

from __future__ import annotations

import zlib

from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP

_SIGNATURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"8BPS": "PSD",
}
_HEIC_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"))


def advice_for_drawings(data: bytes) -> str:
    """Say what to do with a vector drawing.

    Args:
        data: The whole file.

    Returns:
        A sentence with the field ``{name}``; empty for any other file.
    """
    if _is_svg(data):
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is an SVG drawing: a vector file already, which stays sharp at every size "
            "and needs no restoring.",
        )
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a PDF or Illustrator document, most likely a vector file already: export it "
            "as SVG to use its shapes, or as PNG if it only holds a scan, and open the PNG.",
        )
    if data.startswith((b"%!PS", b"\xc5\xd0\xd3\xc6")):
        return QT_TRANSLATE_NOOP(
            "Sentences",
            "“{name}” is a PostScript, EPS or Illustrator drawing, a vector file already: export it "
            "as SVG to use its shapes, or as PNG to open it here.",
        )
    return ""


def is_heic(data: bytes) -> bool:
    """Check whether a file is a picture in HEVC, as phones store photos."""
    brands = _brands(data)
    return not _HEIC_BRANDS.isdisjoint(brands) and b"avif" not in brands


def kind_by_signature(data: bytes) -> str:
    """Name the well-known format that a file begins like; empty if there is none."""
    titles = [title for signature, title in _SIGNATURES.items() if data.startswith(signature)]
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        titles.append("WebP")
    if b"avif" in _brands(data):
        titles.append("AVIF")
    if is_heic(data):
        titles.append("HEIC")
    return titles[0] if titles else ""


def _brands(data: bytes) -> list[bytes]:
    """List the brands that an ISO media file (AVIF, HEIC, MP4) declares; empty for any other file."""
    if data[4:8] != b"ftyp":
        return []
    length = min(int.from_bytes(data[:4], "big"), 256)
    return [data[start : start + 4] for start in range(8, length, 4)]


def _is_svg(data: bytes) -> bool:
    head = data[: 2**16]
    if head.startswith(b"\x1f\x8b"):  # .svgz
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 2**16)
        except zlib.error:
            return False
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    text = head.decode(encoding, "replace").lstrip()
    # Skip only what may precede the root element: a web page that contains a drawing is no SVG.
    while text.startswith(("<?", "<!--", "<!DOCTYPE", "<!doctype")):
        if text.startswith("<?"):
            end = "?>"
        elif text.startswith("<!--"):
            end = "-->"
        else:
            end = "]>" if "[" in text.partition(">")[0] else ">"
        text = text.partition(end)[2].lstrip()
    root = text[1:64].replace("/", " ").replace(">", " ").split(maxsplit=1)
    return text.startswith("<") and bool(root) and root[0].rpartition(":")[2] == "svg"
