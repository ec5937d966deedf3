"""Shrink the training sources into an archive for machines without a network. Needs fonttools.

The result is a folder of the same layout, which ``Sources`` can read: fonts subset to the characters that
the corpus draws, the icons in use, photographs at the size that scenes use, and words. Pictures drawn from it
are of the same kinds as before, but not identical.
"""

from __future__ import annotations

import json
import logging
import lzma
import shutil
import tarfile
from pathlib import Path
from typing import Any

from models.training.corpus.drawing import DrawingError
from models.training.corpus.lettering import JOINING
from models.training.corpus.scenes import read_photograph
from models.training.corpus.sources import (
    COMPACT_MARKER,
    Icon,
    Sources,
    list_word_files,
    read_words,
)
from models.training.corpus.typefaces import BASIC_LATIN, SCRIPTS, Typeface

log = logging.getLogger(__name__)

#: Number of files kept of a family that small print is set in; of any other family one is kept.
TEXT_STYLES = 4
_LARGE_SCRIPTS = frozenset({"han", "kana", "hangul"})  # one file is as large as fifty Latin ones
#: Larger drawings are left out: 40 % of them, which take up 80 % of the bytes.
MAX_SVG_BYTES = 10_000
PHOTOGRAPH_QUALITY = 85
#: Characters of names, prices and dates that need not occur in a script's words.
_EXTRA = BASIC_LATIN + '€£$©·|@_–é*"'
_DROPPED_TABLES = (
    "fvar gvar avar cvar HVAR MVAR VVAR STAT DSIG COLR CPAL CBDT CBLC EBDT EBLC sbix morx kerx feat "
    "meta PCLT LTSH VDMX hdmx MATH SVG FFTM"
)


def shrink(directory: Path, out: Path) -> Path:
    """Write a small copy of the training sources, and an archive of it.

    Args:
        directory: The folder ``fetch`` filled.
        out: The new folder.

    Returns:
        The archive: ``out`` with the suffix ``.tar.xz``.

    Raises:
        RuntimeError: fonttools is not installed.
        FileExistsError: ``out`` exists already.
        ValueError: ``directory`` holds no sources.
    """
    try:
        import fontTools  # type: ignore[import-not-found, import-untyped, unused-ignore] # noqa: F401
    except ImportError:
        raise RuntimeError("Shrinking the sources needs fonttools: pip install fonttools") from None
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)  # it warns about every unknown table
    sources = Sources(directory, "train")
    out.mkdir(parents=True)
    (out / COMPACT_MARKER).touch()
    for paths in list_word_files(directory).values():
        for path in filter(Path.is_file, paths):
            _target_path(path, directory, out).write_text("\n".join(read_words(path)), "utf-8")
    for icons in sources.icons.values():
        _copy_icons(icons, directory, out)
    for path in (path for group in sources.photographs.values() for path in group):
        _copy_photograph(path, directory, out)
    for face in _pick_faces(sources):
        _copy_font(face, _characters(face, sources), directory, out)
    archive = out.with_name(out.name + ".tar.xz")
    with (
        lzma.open(archive, "wb", preset=9) as packed,
        tarfile.open(fileobj=packed, mode="w") as tape,
    ):
        tape.add(out, out.name)
    return archive


def _target_path(path: Path, directory: Path, out: Path) -> Path:
    """Return the path that a file is copied to, and create its folder."""
    copy = out / path.relative_to(directory)
    copy.parent.mkdir(parents=True, exist_ok=True)
    return copy


def _copy_photograph(path: Path, directory: Path, out: Path) -> None:
    try:
        photograph = read_photograph(path)
    except DrawingError:  # too small; the scenes skip it, too
        return
    copy = _target_path(path, directory, out).with_suffix(".webp")
    photograph.save(copy, "WEBP", quality=PHOTOGRAPH_QUALITY)


def _copy_icons(icons: list[Icon], directory: Path, out: Path) -> None:
    """Copy the icons of one set: single SVG files, or a package's JSON file without its other icons."""
    for icon in icons:
        if isinstance(icon.svg, Path) and icon.svg.stat().st_size <= MAX_SVG_BYTES:
            shutil.copyfile(icon.svg, _target_path(icon.svg, directory, out))
    names = {icon.name for icon in icons if isinstance(icon.svg, str)}
    if names:
        package = directory / "npm" / "node_modules" / "@iconify-json" / icons[0].set_name
        listing: dict[str, Any] = json.loads((package / "icons.json").read_text("utf-8"))
        listing["icons"] = {n: icon for n, icon in listing["icons"].items() if n in names}
        wanted = ("icons", "width", "height", "left", "top")
        content = {key: listing[key] for key in wanted if key in listing}
        copy = _target_path(package / "icons.json", directory, out)
        copy.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
        shutil.copyfile(package / "info.json", copy.with_name("info.json"))


def _pick_faces(sources: Sources) -> list[Typeface]:
    """Pick one to four files of every family, spread evenly over its styles."""
    families: dict[str, dict[Path, Typeface]] = {}
    for by_name in sources.fonts.values():
        for family, faces in by_name.items():
            families.setdefault(family, {}).update({face.path: face for face in faces})
    picked = []
    for found in families.values():
        paths = sorted(found)
        scripts = found[paths[0]].scripts
        is_text = "latin" in scripts and scripts.isdisjoint(_LARGE_SCRIPTS)
        count = TEXT_STYLES if is_text and len(paths) >= TEXT_STYLES else 1
        picked += [found[paths[index * len(paths) // count]] for index in range(count)]
    return picked


def _characters(face: Typeface, sources: Sources) -> str:
    """List all characters that the corpus may draw with a font."""
    scripts = {"latin" if script == "letters" else script for script in face.scripts}
    words = "".join(word for script in scripts for word in sources.words.get(script, ()))
    text = _EXTRA + "".join(SCRIPTS[script] for script in scripts) + words
    return "".join(sorted({*text, *text.upper(), *text.lower()}))


def _copy_font(face: Typeface, text: str, directory: Path, out: Path) -> None:
    """Copy a font with only the glyphs and layout rules (kerning, joining, marks) of ``text``, unhinted."""
    from fontTools import (  # type: ignore[import-not-found, import-untyped, unused-ignore]
        subset,
        ttLib,
    )

    copy = _target_path(face.path, directory, out)
    options = subset.Options(
        hinting=False, glyph_names=False, name_IDs=[1, 2, 16, 17, 21, 22], name_legacy=True,
        name_languages=["*"], notdef_outline=True, font_number=0, ignore_missing_glyphs=True,
    )  # fmt: skip
    options.drop_tables += _DROPPED_TABLES.split()
    if face.scripts.isdisjoint(JOINING):
        options.layout_features = ["kern"]  # the others take ten times as long and hardly show
    try:
        with subset.load_font(face.path, options) as font:
            cutter = subset.Subsetter(options)
            cutter.populate(text=text)
            cutter.subset(font)
            suffix = ".ttf" if copy.suffix == ".ttc" else copy.suffix
            subset.save_font(font, copy.with_suffix(suffix), options)
    except (ttLib.TTLibError, AssertionError, LookupError, ValueError, TypeError) as error:
        # Some old fonts violate the standard and cannot be subset; they are copied whole.
        log.info("%s stays whole: %r", face.path.name, error)
        shutil.copyfile(face.path, copy)
