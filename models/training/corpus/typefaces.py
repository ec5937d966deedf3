"""The fonts of the training pictures: which characters they have, how tall their capitals are.

Pillow draws text but cannot tell whether a font has a glyph for a character. A missing one is drawn as an
empty box ("tofu"), which the network must never learn. So this module parses the font table that holds the
answer, ``cmap``, itself.
"""

from __future__ import annotations

import functools
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import ImageFont

BASIC_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;-&'()/+#%!?"
#: A font counts for a script if it has all of these characters.
SCRIPTS = {
    "latin": BASIC_LATIN,
    "cyrillic": "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЬЮЯабвгдежзиклмнопрстуфхцчшщьюяії 0123456789",
    "greek": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ ",
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת ",
    "devanagari": "अआइईउऊएकखगघचछजटडतदनपबभमयरलवशसह ",
    "thai": "กขคงจชดตถทนบปผพมยรลวสหอ ",
    "georgian": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ ",
    "hangul": "가나다라마바사아자하한국서울 ",
    "kana": "あいうえおかきくけこアイウエオカキクケコ",
    "han": "的一是不了人我在有他中国大",
    "armenian": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆԱԲԳԴԵԶ ",
    "bengali": "অআইউএকখগঘচছজঝটঠডঢণতথদধনপফবভমযরলশষসহ ",
    "gujarati": "અઆઇઉએકખગઘચછજઝટઠડઢણતથદધનપફબભમયરલવશષસહ ",
    "gurmukhi": "ਅਆਇਉਏਕਖਗਘਚਛਜਝਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵਸਹ ",
    "oriya": "ଅଆଇଉଏକଖଗଘଚଛଜଝଟଠଡଢଣତଥଦଧନପଫବଭମଯରଲଶଷସହ ",
    "tamil": "அஆஇஉஎஒகஙசஞடணதநனபமயரலவழளற ",
    "telugu": "అఆఇఉఎఒకఖగఘచఛజటడణతథదధనపఫబభమయరలవశషసహ ",
    "kannada": "ಅಆಇಉಎಒಕಖಗಘಚಛಜಟಡಣತಥದಧನಪಫಬಭಮಯರಲವಶಷಸಹ ",
    "malayalam": "അആഇഉഎഒകഖഗഘചഛജടഡണതഥദധനപഫബഭമയരലവശഷസഹ ",
    "sinhala": "අආඉඋඑඔකඛගඝචඡජටඩණතථදධනපඵබභමයරලවසහළ ",
    "myanmar": "ကခဂငစဆဇညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟအ",
    "khmer": "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហអ",
    "lao": "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ",
    "ethiopic": "ሀለሐመሠረሰቀበተኀነአከወዐዘየደገጠጰጸፀፈፐ ",
    # For fonts without the figures and punctuation that "latin" requires.
    "letters": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ",
}
#: A character of each script whose height counts as cap height, as the capital H does for Latin.
_TALL = dict.fromkeys(SCRIPTS, "H") | {
    "cyrillic": "Н",  # noqa: RUF001
    "greek": "Η",  # noqa: RUF001
    "arabic": "ا",  # noqa: RUF001
    "hebrew": "ה",
    "devanagari": "क",
    "thai": "ก",
    "georgian": "ა",
    "hangul": "한",
    "kana": "か",
    "han": "国",
    "armenian": "Ա",
    "bengali": "ক",
    "gujarati": "ક",
    "gurmukhi": "ਕ",
    "oriya": "କ",
    "tamil": "க",
    "telugu": "క",
    "kannada": "ಕ",
    "malayalam": "ക",
    "sinhala": "ක",
    "myanmar": "က",
    "khmer": "ក",
    "lao": "ກ",
    "ethiopic": "ሀ",  # noqa: RUF001
}


#: Families with drawings or Greek letters at the code points of Latin letters.
_NO_LETTERS = re.compile(
    r"dingbat|symbol|ornament|d050000l|emoji|barcode|webding|alfa-beta|ellhnikh|phon.ti(cs|que)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Typeface:
    """One font file.

    Attributes:
        path: The file; of a collection the first face is used.
        family: Family name, as written in the font.
        scripts: The keys of ``SCRIPTS`` whose characters it has.
    """

    path: Path
    family: str
    scripts: frozenset[str]

    def can_write(self, text: str) -> bool:
        """Return whether every character of ``text`` has a glyph."""
        return all(ord(character) in read_characters(self.path) for character in text)

    def at_cap_height(self, height: float, script: str = "latin") -> ImageFont.FreeTypeFont:
        """Open the font so that its capitals are ``height`` drawing pixels tall."""
        return open_font(self.path, max(4.0, height / _cap_ratio(self.path, _TALL[script])))


@functools.lru_cache(maxsize=64)
def open_font(path: Path, size: float) -> ImageFont.FreeTypeFont:
    """Open ``path`` at ``size`` pixels per em."""
    return ImageFont.truetype(path, size)


@functools.lru_cache(maxsize=4096)
def _cap_ratio(path: Path, character: str) -> float:
    """Return the height of ``character`` in ems, limited to 0.2 to 2."""
    _, top, _, bottom = open_font(path, 200).getbbox(character, anchor="ls")
    return min(2.0, max(0.2, (bottom - top) / 200))


@functools.lru_cache(maxsize=512)
def read_characters(path: Path) -> frozenset[int]:
    """Read the code points that a TrueType or OpenType file has glyphs for.

    Args:
        path: A .ttf, .otf or .ttc file (of a collection, its first face).

    Returns:
        Unicode code points; empty when the file has no Unicode character map.

    Raises:
        ValueError: The file has no character map.
        ValueError: The character map is damaged.

    Source:
        OpenType specification, ``cmap`` (formats 4 and 12).
    """
    data = path.read_bytes()
    try:
        return frozenset(_parse_cmap(data))
    except (struct.error, IndexError) as error:
        raise ValueError(f"{path.name} has a damaged character map.") from error


def _parse_cmap(data: bytes) -> Iterable[int]:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    tables = struct.unpack_from(">H", data, start + 4)[0]
    offsets = {
        data[entry : entry + 4]: struct.unpack_from(">I", data, entry + 8)[0]
        for entry in range(start + 12, start + 12 + 16 * tables, 16)
    }
    if b"cmap" not in offsets:
        raise ValueError("The font has no character map.")
    cmap = offsets[b"cmap"]
    best: tuple[int, int] = (0, 0)
    for index in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * index)
        form = struct.unpack_from(">H", data, cmap + offset)[0]
        # (3, 0) is left out: symbol fonts have drawings at the code points of letters.
        is_unicode = platform == 0 or (platform == 3 and encoding in (1, 10))
        if is_unicode and form in (4, 12):
            best = max(best, (form, cmap + offset))
    form, table = best
    if form == 12:
        return _parse_groups(data, table)
    return _parse_segments(data, table) if form == 4 else ()


def _parse_groups(data: bytes, table: int) -> set[int]:
    found: set[int] = set()
    for index in range(struct.unpack_from(">I", data, table + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, table + 16 + 12 * index)
        found.update(range(first + (glyph == 0), min(last, 0x10FFFF) + 1))
    return found


def _parse_segments(data: bytes, table: int) -> set[int]:
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    ends, starts, deltas, ranges = (
        np.frombuffer(data, ">u2", count, table + 14 + 2 * count * part + (2 if part else 0))
        for part in range(4)
    )
    found: set[int] = set()
    for index in range(count):
        first, last = int(starts[index]), int(ends[index])
        if first == 0xFFFF or last < first:
            continue
        codes = np.arange(first, last + 1)
        if ranges[index]:
            base = table + 16 + 6 * count + 2 * index + int(ranges[index])
            glyphs = np.frombuffer(data, ">u2", len(codes), base)
        else:
            glyphs = (codes + int(deltas[index])) & 0xFFFF
        found.update(codes[glyphs != 0].tolist())
    return found


def read_typeface(path: Path) -> Typeface | None:
    """Read one font file.

    Args:
        path: A .ttf, .otf or .ttc file.

    Returns:
        The typeface, or None if words cannot be drawn with it: it is damaged, a symbol font, has no Unicode
        character map, holds no complete script, or draws a box for a space.
    """
    try:
        font = open_font(path, 40)
        characters = read_characters(path)
        scripts = frozenset(
            name
            for name, letters in SCRIPTS.items()
            if characters.issuperset(map(ord, letters)) and font.getmask(_TALL[name]).getbbox()
        )
        if "latin" in scripts:
            scripts -= {"letters"}
        family = font.getname()[0]
        # Some amateur fonts draw an empty box for a space.
        is_boxed = ord(" ") in characters and font.getmask(" ").getbbox() is not None
    except (OSError, ValueError):
        return None
    if is_boxed or not scripts or not family or _NO_LETTERS.search(family):
        return None
    return Typeface(path, family, scripts)
