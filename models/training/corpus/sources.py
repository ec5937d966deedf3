"""The sources of the training pictures on disk: fonts, icons, words and photographs.

``models.training.corpus.fetch`` fills the folder that this module reads. Whole font families and whole
families of icon names are held out for validation. A hash of the name decides which, so that the split
never depends on the machine, the order of files or the number of pictures.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

from models.training.corpus.pack_format import SPLITS
from models.training.corpus.typefaces import Typeface, read_typeface

#: Licensed CC-BY-SA: left out, so that there is no doubt about the licence of the weights.
SHARE_ALIKE_SETS = frozenset({"openmoji", "arcticons"})
_SHARE_ALIKE_FONTS = frozenset({"femkeklaver"})  # folders of usr/share/fonts/truetype
#: Icon sets, each a drawing style of its own, that the network never trains on.
HELD_OUT_SETS = frozenset({"streamline-plump", "skill-icons"})
HELD_OUT_SHARE = 0.05
#: One design under several names (metric-compatible copies) must fall on the same side of the split.
_SAME_DESIGN = {
    "arimo": "liberation sans",
    "tinos": "liberation serif",
    "cousine": "liberation mono",
    "carlito": "lato",
    "tex gyre heros": "nimbus sans",
    "tex gyre termes": "nimbus roman",
    "tex gyre cursor": "nimbus mono ps",
    "tex gyre bonum": "urw bookman",
    "tex gyre adventor": "urw gothic",
    "tex gyre schola": "c059",
    "tex gyre pagella": "p052",
    "karmilla": "karla",
}
_STYLE_WORDS = re.compile(
    r"\b(thin|hairline|(extra|ultra|semi|demi) ?(light|bold)|light|book|regular|medium|bold|black|"
    r"heavy|italic|oblique|condensed|narrow|caps|sc|std|pro|\d+)\b"
)
#: Folders below usr/share. Debian's other picture packages are CC-BY-SA or GFDL and are not used.
_PHOTOGRAPHS = (
    "backgrounds/mate/nature",
    "games/etr/terrains",
    "kphotoalbum/demo",
    "tuxpaint/stamps",
    "wallpapers",
)
#: Scripts of validation. Those added later are for training only, so that validation pictures never change.
_VALIDATED_SCRIPTS = frozenset(
    {"latin", "cyrillic", "greek", "arabic", "hebrew", "devanagari",
     "thai", "georgian", "hangul", "kana", "han"}
)  # fmt: skip
_LEAST_PHOTOGRAPH_BYTES = 60_000  # smaller files are thumbnails
#: Name of a file in folders that ``shrink_sources.shrink`` wrote, where photographs are small files.
COMPACT_MARKER = "compact"
_MAX_SVG_BYTES = 150_000
_WORDS_PER_LANGUAGE = 20_000


@dataclass(frozen=True)
class Icon:
    """One vector drawing.

    Attributes:
        set_name: Package that it comes from, such as ``logos``.
        name: Name inside the set.
        svg: The SVG text, or the file that holds it.
        is_plain: Whether it has one colour (``currentColor`` or black) and may be recoloured.
    """

    set_name: str
    name: str
    svg: str | Path
    is_plain: bool

    def read(self) -> str:
        """Return the SVG text."""
        if isinstance(self.svg, str):
            return self.svg
        return self.svg.read_text("utf-8", errors="ignore")


def normalise_name(name: str) -> str:
    """Reduce an icon's name to lower-case letters and digits: ``PHP-Storm`` gives ``phpstorm``."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def font_design(family: str) -> str:
    """Return the design that a font family belongs to: its name without widths and weights."""
    plain = " ".join(_STYLE_WORDS.sub(" ", family.lower()).split()) or family.lower()
    return _SAME_DESIGN.get(plain, plain)


def _design_root(design: str) -> str:
    """Return the first two words of a design, which name its wider family."""
    return " ".join(design.split()[:2])


def icon_family(name: str) -> str:
    """Return what an icon shows, the same in every set: ``aws-lambda-2`` gives ``aws``."""
    return normalise_name(re.split(r"[-_ .:]", name.strip("-_ ."), maxsplit=1)[0] or name)


def is_held_out(family: str) -> bool:
    """Return whether a family of fonts or icons belongs to validation, by a hash of its name."""
    digest = hashlib.sha256(family.encode()).digest()
    return int.from_bytes(digest[:4], "big") / 2**32 < HELD_OUT_SHARE


def excluded_brands() -> tuple[str, ...]:
    """Read the brands that training must not see, as prefixes of normalised icon names."""
    listing = files("models.training").joinpath("listings/excluded-brand-slugs.txt")
    return tuple(listing.read_text("utf-8").split())


def is_excluded(name: str, brands: Iterable[str]) -> bool:
    """Return whether an icon's name, in any spelling, starts with one of ``brands``."""
    return normalise_name(name).startswith(tuple(brands))


class Sources:
    """The fonts, icons, words and photographs of one split.

    Args:
        directory: The folder ``fetch`` filled: ``npm/node_modules``, ``fonts/usr/share``, ``trdg``.
        split: ``train`` or ``validation``.

    Attributes:
        fonts: Typefaces by script and family.
        icons: Icons by set.
        photographs: Files by group.
        words: Words by script.

    Raises:
        ValueError: ``split`` is unknown.
        ValueError: The folder holds no font for Latin text.
    """

    def __init__(self, directory: Path, split: str) -> None:
        if split not in SPLITS:
            raise ValueError(f"The split is one of {', '.join(SPLITS)}, not {split!r}.")
        self.directory = directory
        self.split = split
        self.fonts = self._find_fonts()
        self.icons = self._find_icons()
        self.photographs = self._find_photographs()
        self.words = self._find_words()
        if "latin" not in self.fonts:
            raise ValueError(f"{directory} holds no font for Latin text; fetch the sources first.")

    def is_in_split(self, family: str) -> bool:
        """Return whether a family belongs to this split."""
        return is_held_out(family) == (self.split == "validation")

    def pick_font(self, rng: Random, script: str = "latin") -> Typeface:
        """Pick a font that can write ``script``: first a family, then one of its files."""
        families = self.fonts[script]
        if script == "latin" and rng.random() < 0.94:
            families = self._without_display_fonts or families
        return rng.choice(families[rng.choice(list(families))])

    def pick_text_font(self, rng: Random) -> Typeface:
        """Pick a font for small print, of a family that has four styles or more."""
        families = self._text_families or self.fonts["latin"]
        return rng.choice(families[rng.choice(list(families))])

    @functools.cached_property
    def _text_families(self) -> dict[str, list[Typeface]]:
        return {
            family: faces
            for family, faces in self._without_display_fonts.items()
            if len(faces) >= 4
        }

    @functools.cached_property
    def _without_display_fonts(self) -> dict[str, list[Typeface]]:
        # Aenigma has 340 families of wild display type: two fifths of all names, but rare in practice.
        return {
            family: faces
            for family, faces in self.fonts["latin"].items()
            if "aenigma" not in faces[0].path.parts
        }

    def _find_fonts(self) -> dict[str, dict[str, list[Typeface]]]:
        found = [
            face
            for path in _list_files(self.directory, (".ttf", ".otf", ".ttc"))
            if _SHARE_ALIKE_FONTS.isdisjoint(path.parts)
            and (face := read_typeface(path)) is not None
        ]
        designs = {face: font_design(face.family) for face in found}
        trained = {_design_root(design) for design in designs.values() if not is_held_out(design)}
        by_script: dict[str, dict[str, list[Typeface]]] = {}
        for face, design in designs.items():
            # A variant of a trained design ("... Upright", "... Sans Mono") would make scores too good.
            is_leak = self.split == "validation" and _design_root(design) in trained
            if self.is_in_split(design) and not is_leak:
                is_training = self.split == "train"
                for script in face.scripts if is_training else face.scripts & _VALIDATED_SCRIPTS:
                    by_script.setdefault(script, {}).setdefault(face.family, []).append(face)
        return by_script

    def _find_icons(self) -> dict[str, list[Icon]]:
        brands = excluded_brands()
        by_set: dict[str, list[Icon]] = {}
        for icon in self._all_icons():
            if icon.set_name in SHARE_ALIKE_SETS or is_excluded(icon.name, brands):
                continue
            held_out = icon.set_name in HELD_OUT_SETS or is_held_out(icon_family(icon.name))
            if held_out == (self.split == "validation"):
                by_set.setdefault(icon.set_name, []).append(icon)
        return by_set

    def _all_icons(self) -> Iterable[Icon]:
        modules = self.directory / "npm" / "node_modules"
        for path in sorted(modules.glob("@iconify-json/*/icons.json")):
            yield from _read_iconify(path)
        for path in sorted(modules.glob("simple-icons/icons/*.svg")):
            yield Icon("simple-icons", path.stem, path, is_plain=True)
        clipart = self.directory / "fonts" / "usr" / "share" / "openclipart" / "svg"
        for path in sorted(clipart.rglob("*.svg")):
            if path.stat().st_size <= _MAX_SVG_BYTES:
                yield Icon("openclipart", path.stem, path, is_plain=False)

    def _find_photographs(self) -> dict[str, list[Path]]:
        share = self.directory / "fonts" / "usr" / "share"
        least = 0 if (self.directory / COMPACT_MARKER).exists() else _LEAST_PHOTOGRAPH_BYTES
        found: dict[str, list[Path]] = {}
        for group in _PHOTOGRAPHS:
            largest: dict[str, Path] = {}  # wallpapers come in many sizes
            for path in _list_files(share / group, (".jpg", ".jpeg", ".png", ".webp")):
                name = _photograph_name(path)
                if path.stat().st_size < least or _is_share_alike(path):
                    continue
                if self.is_in_split(name) and (
                    name not in largest or path.stat().st_size > largest[name].stat().st_size
                ):
                    largest[name] = path
            if largest:
                found[group] = list(largest.values())
        return found

    def _find_words(self) -> dict[str, list[str]]:
        found = {
            script: [word for path in paths if path.is_file() for word in read_words(path)]
            for script, paths in list_word_files(self.directory).items()
        }
        if found["han"]:
            # The list holds single characters, most frequent first; pairs of them serve as words.
            found["han"] = [a + b for a, b in itertools.pairwise(found["han"])]
        return {script: words for script, words in found.items() if words}


def _list_files(directory: Path, suffixes: Sequence[str]) -> list[Path]:
    """List the files below ``directory``, sorted, without symbolic links."""
    return sorted(
        path
        for path in directory.rglob("*")
        if path.suffix.lower() in suffixes and path.is_file() and not path.is_symlink()
    )


def list_word_files(directory: Path) -> dict[str, list[Path]]:
    """Return the paths of each script's word lists, whether they exist or not."""
    share = directory / "fonts" / "usr" / "share" / "dict"
    other = directory / "trdg" / "trdg" / "dicts"
    latin = (
        "american-english",
        "french",
        "ngerman",
        "spanish",
        "british-english",
        "italian",
        "polish",
    )
    languages = {"arabic": "ar", "hebrew": "he", "devanagari": "hi", "thai": "th", "hangul": "ko",
                 "kana": "ja", "han": "cn", "bengali": "bn", "tamil": "ta", "telugu": "te",
                 "kannada": "kn", "malayalam": "ml"}  # fmt: skip
    return {
        "latin": [share / name for name in latin],
        "cyrillic": [share / "ukrainian", other / "ru.txt"],
        **{script: [other / f"{language}.txt"] for script, language in languages.items()},
    }


def _photograph_name(path: Path) -> str:
    """Return a photograph's name: for a wallpaper the folder of its sizes, otherwise the file's stem."""
    if "wallpapers" in path.parts:
        return path.parts[path.parts.index("wallpapers") + 1]
    return path.stem


def _is_share_alike(path: Path) -> bool:
    """Return whether a wallpaper's metadata names CC-BY-SA as its licence."""
    for folder in path.parents[:4]:
        description = folder / "metadata.json"
        if description.is_file():
            return "CC-BY-SA" in description.read_text("utf-8")
    return False


def _read_iconify(path: Path) -> Iterable[Icon]:
    """Read the icons of one Iconify package."""
    listing: dict[str, Any] = json.loads(path.read_text("utf-8"))
    info: dict[str, Any] = json.loads(path.with_name("info.json").read_text("utf-8"))
    for name, icon in listing["icons"].items():
        if icon.get("hidden"):
            continue
        width = icon.get("width", listing.get("width", 16))
        height = icon.get("height", listing.get("height", 16))
        left, top = icon.get("left", 0), icon.get("top", 0)
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="{left} {top} {width} {height}">{icon["body"]}</svg>'
        )
        yield Icon(path.parent.name, name, svg, is_plain=not info.get("palette", False))


def read_words(path: Path) -> list[str]:
    """Read up to about 20,000 words, spread evenly over the list, so that all initial letters occur."""
    if path.name == "cn.txt":
        return path.read_text("utf-8-sig").split()
    text = path.read_text("utf-8", errors="ignore")
    words = [word.strip() for word in text.splitlines()]
    words = [word for word in words if 1 < len(word) < 16 and "'" not in word and "�" not in word]
    return words[:: max(1, len(words) // _WORDS_PER_LANGUAGE)]
