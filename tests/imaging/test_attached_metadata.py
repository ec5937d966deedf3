"""XMP, IPTC and the texts of a PNG: kept where the format of the result can, told where it cannot."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import ExifTags, Image, PngImagePlugin

from desktop_app.imaging.encoding import encode
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import decode_picture
from desktop_app.imaging.writing import ExportFormat, ExportOptions
from tests.imaging.file_builders import decoded, encoded, logo, psd

_RIGHTS = "© Müller & Söhne"
_XMP = (
    f'<x:xmpmeta><rdf:Description dc:rights="{_RIGHTS}" tiff:Orientation="6"/></x:xmpmeta>'.encode()
)
_KEPT_XMP = _XMP.replace(b' tiff:Orientation="6"', b"")
_IPTC = b"".join(
    struct.pack(">BBBH", 0x1C, 2, number, len(body)) + body
    for number, body in ((116, _RIGHTS.encode()), (80, b"Ann"), (80, b"Bob"), (25, b"logo"))
)
_FORMATS = [pytest.param(kind, id=kind.value) for kind in ExportFormat]


def _app13(iptc: bytes) -> bytes:
    body = b"Photoshop 3.0\x008BIM" + struct.pack(">HxxI", 0x0404, len(iptc)) + iptc
    body += bytes(len(iptc) % 2)
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _written(picture: Picture, kind: ExportFormat, *, keeps: bool = True) -> Image.Image:
    return decoded(encode(picture, ExportOptions(kind, keep_exif=keeps), "a"))


def _exif_text(image: Image.Image, tag: int) -> str:
    return str(image.getexif().get(tag, "")).encode("latin-1").decode()


def _jpeg() -> Picture:
    data = encoded(Image.fromarray(logo()), "JPEG", xmp=_XMP, extra=_app13(_IPTC))
    return decode_picture(data, "a.jpg")


@pytest.mark.parametrize("kind", _FORMATS)
def test_xmp_is_kept_in_every_format_without_its_old_orientation(kind: ExportFormat) -> None:
    image = _written(_jpeg(), kind)
    assert image.info["xmp"] == _KEPT_XMP
    assert image.size == (40, 60)  # turned once, on reading
    again = decode_picture(encode(_jpeg(), ExportOptions(kind), "a"), "a")
    assert again.attached.xmp == _KEPT_XMP
    assert again.rgb.shape == (60, 40, 3)


@pytest.mark.parametrize("kind", _FORMATS)
def test_the_rights_in_iptc_are_in_every_format(kind: ExportFormat) -> None:
    picture = _jpeg()
    assert "IPTC data is kept in JPEG and TIFF" in picture.notes[0]
    image = _written(picture, kind)
    assert _exif_text(image, ExifTags.Base.Copyright) == _RIGHTS
    assert _exif_text(image, ExifTags.Base.Artist) == "Ann; Bob"
    again = decode_picture(encode(picture, ExportOptions(kind), "a"), "a")
    has_place = kind in (ExportFormat.JPEG, ExportFormat.TIFF)
    assert again.attached.iptc == (_IPTC if has_place else None)


@pytest.mark.parametrize("kind", _FORMATS)
def test_the_texts_of_a_png_are_kept(kind: ExportFormat) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Copyright", _RIGHTS)
    texts.add_itxt("Author", "山田")
    texts.add_text("Source", "scan")
    picture = decode_picture(encoded(Image.fromarray(logo()), "PNG", pnginfo=texts), "a.png")
    assert picture.notes == ("Its texts are kept in PNG only: Source.",)
    image = _written(picture, kind)
    assert _exif_text(image, ExifTags.Base.Copyright) == _RIGHTS
    assert _exif_text(image, ExifTags.Base.Artist) == "山田"
    if isinstance(image, PngImagePlugin.PngImageFile):
        assert image.text == {"Author": "山田", "Copyright": _RIGHTS, "Source": "scan"}


def test_exif_goes_before_iptc() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Copyright] = "EXIF GmbH"
    data = encoded(Image.fromarray(logo()), "JPEG", exif=exif, extra=_app13(_IPTC))
    image = _written(decode_picture(data, "a.jpg"), ExportFormat.PNG)
    assert _exif_text(image, ExifTags.Base.Copyright) == "EXIF GmbH"


@pytest.mark.parametrize("kind", _FORMATS)
def test_without_metadata_nothing_of_it_is_written(kind: ExportFormat) -> None:
    image = _written(_jpeg(), kind, keeps=False)
    assert "xmp" not in image.info
    assert not image.info.get("photoshop")
    assert not _exif_text(image, ExifTags.Base.Copyright)


def test_iptc_of_a_tiff_and_of_photoshop() -> None:
    assert decode_picture(psd(logo(), 3, resources={1028: _IPTC, 1060: _XMP}), "a").attached == (
        _jpeg().attached
    )
    stream = io.BytesIO()
    Image.fromarray(logo()).save(stream, "TIFF", tiffinfo={33723: _IPTC})
    assert decode_picture(stream.getvalue(), "a.tif").attached.iptc == _IPTC


def test_what_no_format_could_store_is_told() -> None:
    too_large = _XMP + b" " * 70000
    data = encoded(Image.fromarray(logo()), "WEBP", xmp=too_large)
    picture = decode_picture(data, "a")
    assert picture.attached.xmp is None
    assert "too large and was left out" in picture.notes[0]
    damaged = decode_picture(encoded(Image.fromarray(logo()), "WEBP", xmp=b"\xff\xfe<"), "a")
    assert "too large and was left out" in damaged.notes[0]
