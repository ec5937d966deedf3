"""Random lettering: picks script, font, size, text and fill, and writes rows that fill a sheet."""

from __future__ import annotations

import functools
from collections.abc import Callable
from random import Random

from PIL import Image

from models.training.corpus import wording
from models.training.corpus.colours import Colour, ColourScheme
from models.training.corpus.drawing import DrawingError, Pen, Sheet, gradient, text_mask
from models.training.corpus.sources import Sources
from models.training.corpus.typefaces import SCRIPTS

#: Width and height of every picture, in pixels.
SIZE = 256
#: Directions of a gradient, see ``drawing.gradient``.
DIRECTIONS = ("across", "down", "diagonal", "radial")
#: Scripts written without spaces between words.
UNSPACED = frozenset({"han", "kana", "thai", "myanmar", "khmer", "lao"})
_SCRIPT_SHARES = {"latin": 78, "cyrillic": 5, "greek": 2, "arabic": 3, "hebrew": 2, "devanagari": 2,
                  "thai": 1.5, "georgian": 1, "hangul": 2, "kana": 2, "han": 1.5, "letters": 2,
                  "armenian": 0.3, "bengali": 0.4, "gujarati": 0.3, "gurmukhi": 0.3, "oriya": 0.3,
                  "tamil": 0.5, "telugu": 0.4, "kannada": 0.4, "malayalam": 0.4, "sinhala": 0.3,
                  "myanmar": 0.3, "khmer": 0.3, "lao": 0.3, "ethiopic": 0.3}  # fmt: skip
#: Scripts whose letters join or stack, so that tracking would tear them apart.
JOINING = frozenset(
    {"arabic", "devanagari", "thai", "bengali", "gujarati", "gurmukhi", "oriya", "tamil",
     "telugu", "kannada", "malayalam", "sinhala", "myanmar", "khmer", "lao"}
)  # fmt: skip


class Lettering:
    """Random text in the fonts and words of one split.

    Args:
        sources: Fonts and words.
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def pick_script(self, rng: Random) -> str:
        """Pick a script that the sources have fonts for, mostly Latin."""
        known = [s for s in _SCRIPT_SHARES if s in self.sources.fonts and self.words(s)]
        return rng.choices(known, [_SCRIPT_SHARES[s] for s in known])[0]

    def words(self, script: str) -> list[str]:
        """Return the words of a script, invented ones if the sources have fewer than 100."""
        words = self.sources.words.get("latin" if script == "letters" else script)
        return words if words and len(words) >= 100 else _invented(script)

    def pick_pen(self, rng: Random, script: str, cap_height: float) -> Pen:
        """Pick a font that can write ``script``, in three of ten cases with changed tracking."""
        face = self.sources.pick_font(rng, script)
        tracking = 0.0
        if script not in JOINING and rng.random() < 0.3:
            tracking = rng.choice((-0.05, 0.05, 0.1, 0.15, 0.25, 0.5))
        return Pen(face, cap_height, script, tracking)

    def make_line(self, rng: Random, pen: Pen, make: Callable[..., str] | None = None) -> str:
        """Make a line of text that ``pen`` can write.

        Args:
            rng: Decides everything.
            pen: Says the script and the font.
            make: Makes Latin text from (rng, words); None takes ``wording.line``.

        Raises:
            DrawingError: The font lacks too many characters.
        """
        words = self.words(pen.script)
        for _ in range(12):
            if pen.script == "latin":
                text = (make or wording.line)(rng, words)
            else:
                joint = "" if pen.script in UNSPACED else " "
                text = joint.join(rng.choice(words) for _ in range(rng.randint(1, 4)))
                if pen.script == "letters":
                    text = wording.recase(rng, text.title())
            if text.strip() and pen.face.can_write(text):
                return text
        raise DrawingError(f"{pen.face.family} lacks characters.")

    def pick_fill(
        self, rng: Random, scheme: ColourScheme, share: float = 0.1
    ) -> Colour | Image.Image:
        """Pick a fill for letters: a gradient with probability ``share``, else the ink or an accent."""
        if rng.random() < share:
            first, last = rng.choice((scheme.ink, scheme.accents[0])), rng.choice(scheme.accents)
            return gradient(first, last, rng.choice(DIRECTIONS))
        return scheme.ink if rng.random() < 0.8 else rng.choice(scheme.accents)

    def new_sheet(self, rng: Random, scheme: ColourScheme, scale: int) -> Sheet:
        """Start an empty sheet, in 8 % of cases on paper with a gradient."""
        sheet = Sheet(SIZE, SIZE, scale, scheme.paper)
        if rng.random() < 0.08:
            near = tuple(min(255, max(0, c + rng.randint(-40, 40))) for c in scheme.paper)
            shade = gradient(scheme.paper, (near[0], near[1], near[2]), rng.choice(DIRECTIONS))
            sheet.paste(shade.resize(sheet.image.size, Image.Resampling.BILINEAR), 0, 0)
        return sheet

    def fill_rows(
        self,
        rng: Random,
        sheet: Sheet,
        scheme: ColourScheme,
        top: float,
        bottom: float,
        script: str,
    ) -> str:
        """Write lines of changing size between ``top`` and ``bottom``; return the last font's family."""
        family = ""
        failures = 0
        while top < bottom - 7 and failures < 8:
            pen = self.pick_pen(
                rng, script if rng.random() < 0.7 else "latin", pick_cap_height(rng)
            )
            try:
                text = self.make_line(rng, pen)
                mask, above = text_mask(text, pen, sheet.scale)
            except DrawingError:
                failures += 1
                continue
            if top + mask.height / sheet.scale > bottom + 2:
                failures += 1
                continue
            family = pen.face.family
            fill = self.pick_fill(rng, scheme)
            x = rng.uniform(-4, 12)
            while x < SIZE - 20:  # until the row is full
                x = sheet.write(text, pen, x, top + above / sheet.scale, fill)[2]
                x += pen.cap_height * rng.uniform(0.8, 2.5)
                text = self.make_line(rng, pen)
            top += mask.height / sheet.scale + pen.cap_height * rng.uniform(0.3, 1.1)
        return family

    def write_small_print(
        self, rng: Random, sheet: Sheet, scheme: ColourScheme, left: float, top: float
    ) -> float:
        """Write one line of small print; return the position of its lower edge."""
        pen = self.pick_pen(rng, "latin", rng.uniform(5.5, 13))
        text = self.make_line(rng, pen, wording.small_print)
        if rng.random() < 0.4:
            text = text.upper()
            if not pen.face.can_write(text):
                return top
        return sheet.write(text, pen, max(2.0, left), top + pen.cap_height, scheme.ink)[3]


def pick_cap_height(rng: Random, factor: float = 1.0) -> float:
    """Pick a cap height of 6 to 90 pixels, mostly 8 to 16, times ``factor``."""
    draw = rng.random()
    if draw < 0.12:
        height = rng.uniform(6, 8)
    elif draw < 0.62:
        height = rng.uniform(8, 16)
    elif draw < 0.86:
        height = rng.uniform(14, 30)
    else:
        height = rng.uniform(30, 90)
    return height * factor


@functools.cache
def _invented(script: str) -> list[str]:
    """Invent 2,000 words of a script that has no word list, always the same ones."""
    rng = Random(script)
    letters = [c for c in SCRIPTS[script] if c.isalpha() and not c.isupper()]
    return ["".join(rng.choices(letters, k=rng.randint(2, 8))) for _ in range(2000)]
