"""A small folder of sources: Pillow's built-in font under two names, and icons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import ImageFont

from models.training.corpus.typefaces import Typeface, read_typeface


def write_icon_set(directory: Path, name: str, icons: dict[str, str], **info: object) -> None:
    """Write an Iconify package; the value of an icon is the content of its svg element."""
    folder = directory / "npm" / "node_modules" / "@iconify-json" / name
    folder.mkdir(parents=True)
    bodies = {icon: {"body": body} for icon, body in icons.items()}
    listing = {"icons": bodies, "width": 24, "height": 24}
    (folder / "icons.json").write_text(json.dumps(listing))
    (folder / "info.json").write_text(json.dumps({"palette": True, **info}))


def built_in_font() -> bytes:
    """Return the bytes of Pillow's built-in font, Aileron."""
    font = ImageFont.load_default(20)
    if not isinstance(font, ImageFont.FreeTypeFont):
        pytest.skip("This Pillow has no FreeType and so no scalable font.")
    return font.font_bytes


def built_in_typeface(directory: Path) -> Typeface:
    """Write Pillow's built-in font to ``directory`` and read it as a typeface."""
    (directory / "aileron.ttf").write_bytes(built_in_font())
    face = read_typeface(directory / "aileron.ttf")
    assert face is not None
    return face


def rename(font: bytes, family: str) -> bytes:
    """Give Aileron another name of seven letters."""
    for encoding in ("ascii", "utf-16-be"):
        font = font.replace("Aileron".encode(encoding), family.encode(encoding))
    return font


def write_sources(directory: Path) -> Path:
    """Write a font for each split and no icons, so that no SVG renderer is needed."""
    folder = directory / "fonts" / "usr" / "share" / "fonts"
    folder.mkdir(parents=True)
    (folder / "aileron.ttf").write_bytes(built_in_font())
    (folder / "kestrel.ttf").write_bytes(rename(built_in_font(), "Kestrel"))
    (folder / "broken.ttf").write_bytes(b"no font at all")
    return directory
