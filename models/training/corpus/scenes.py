"""The scenes of the training pictures: text, logos, interfaces and photographs, as users restore them.

Each is a function of a random generator and fills the picture, since training crops small squares.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageOps

from models.training.corpus import wording
from models.training.corpus.colours import (
    ColourScheme,
    contrasting,
    grey,
    luma,
    pick_scheme,
    saturated,
)
from models.training.corpus.drawing import (
    DrawingError,
    Pen,
    Sheet,
    fit_cap_height,
    gradient,
    text_mask,
)
from models.training.corpus.lettering import DIRECTIONS, SIZE, UNSPACED, Lettering, pick_cap_height
from models.training.corpus.marks import draw_mark
from models.training.corpus.pack_format import Target
from models.training.corpus.pictograms import Pictograms
from models.training.corpus.screens import draw_screen
from models.training.corpus.sources import Sources


class Artist:
    """A painter of random scenes from the sources of one split.

    Args:
        sources: Fonts, icons, words and photographs.
    """

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.lettering = Lettering(sources)
        self.pictograms = Pictograms(sources)
        self._is_training = sources.split == "train"
        # Shares in training and in validation; the latter never change, so that scores stay comparable.
        shares: dict[Callable[[Random], Target], tuple[float, float]] = {
            self.single_line: (0.08, 0.40),
            self.text_lines: (0.10, 0.14),
            self.wordmark: (0.05, 0.05),
            self.paragraph: (0.12, 0.16),
            self.fine_print: (0.14, 0.0),
            self.icons: (0.15, 0.15),
            self.marks: (0.05, 0.06),
            self.lockups: (0.14, 0.14),
            self.interface: (0.08, 0.10),
            self.photograph: (0.09, 0.10) if sources.photographs else (0.0, 0.0),
        }
        self._scenes = list(shares)
        self._weights = [share[not self._is_training] for share in shares.values()]

    def draw(self, seed: int, index: int) -> Target:
        """Draw picture ``index`` of the series ``seed``; a scene that fails is replaced by another one.

        Raises:
            DrawingError: Forty attempts failed.
        """
        for attempt in range(40):
            rng = Random(f"{seed}:{index}:{attempt}")
            scene = rng.choices(self._scenes, self._weights)[0]
            try:
                drawn = scene(rng)
            except DrawingError:
                continue
            if drawn.pixels.std() > 2.0:  # an almost empty sheet is useless for training
                return drawn
        raise DrawingError(f"Picture {index} could not be drawn from these sources.")

    # --- text ---------------------------------------------------------------------------------

    def single_line(self, rng: Random) -> Target:
        """Draw a single line whose text is known, so that OCR on it can be scored."""
        scheme = pick_scheme(rng)
        script = self.lettering.pick_script(rng) if self._is_training else "latin"
        pen = self.lettering.pick_pen(rng, script, rng.uniform(10, 26))
        text = self.lettering.make_line(rng, pen)
        widest = SIZE - 16
        fitting = fit_cap_height(text, pen, widest)
        if fitting < 6:
            raise DrawingError(f"{text!r} is too long.")
        pen = replace(pen, cap_height=min(fitting, pick_cap_height(rng, 1.3)))
        sheet = self.lettering.new_sheet(rng, scheme, 6)
        mask, _ = text_mask(text, pen, sheet.scale)
        left = rng.uniform(8, max(8.0, SIZE - 8 - mask.width / sheet.scale))
        top = rng.uniform(8, max(8.0, SIZE - 8 - mask.height / sheet.scale))
        box = sheet.fill_mask(mask, left, top, self.lettering.pick_fill(rng, scheme))
        if box[3] > SIZE or box[2] > SIZE:
            raise DrawingError(f"{text!r} does not fit.")
        if self._is_training:
            # A single line alone would leave most crops empty.
            self.lettering.fill_rows(rng, sheet, scheme, 4, box[1] - 8, script)
            self.lettering.fill_rows(rng, sheet, scheme, box[3] + 8, SIZE - 2, script)
            return Target(sheet.finish(), "text", source=pen.face.family)
        return Target(sheet.finish(), "text", text, box, pen.face.family)

    def text_lines(self, rng: Random) -> Target:
        """Draw lines of several fonts and sizes."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 6)
        family = self.lettering.fill_rows(
            rng, sheet, scheme, rng.uniform(-6, 8), SIZE + 20, self.lettering.pick_script(rng)
        )
        if rng.random() < 0.2:
            sheet.rotate(rng.choice((rng.uniform(-6, 6), rng.uniform(-45, 45), 90)))
        return Target(sheet.finish(), "text", source=family)

    def wordmark(self, rng: Random) -> Target:
        """Draw big brand names, each with a line of small print below."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 6)
        top, family = rng.uniform(4, 16), ""
        while top < SIZE - 30:
            pen = self.lettering.pick_pen(rng, self.lettering.pick_script(rng), 30)
            text = self.lettering.make_line(rng, pen, wording.brand)
            fitting = fit_cap_height(text, pen, rng.uniform(150, 280))
            pen = replace(pen, cap_height=min(90.0, max(14.0, fitting)))
            mask, _ = text_mask(text, pen, sheet.scale)
            left = (SIZE - mask.width / sheet.scale) * rng.random()
            if rng.random() < 0.2:
                shadow = contrasting(rng, scheme.paper, 15)
                blur = rng.choice((0.0, 1.0, 2.0, 4.0))
                offset = rng.uniform(0.5, 3)
                if blur:
                    sheet.shade(mask, left + offset, top + offset, blur, shadow)
                else:
                    sheet.fill_mask(mask, left + offset, top + offset, shadow)
            is_hollow = False
            if rng.random() < 0.15:
                outlined, _ = text_mask(
                    text, replace(pen, outline=rng.uniform(0.7, 3)), sheet.scale
                )
                pad = (outlined.width - mask.width) / 2 / sheet.scale
                sheet.fill_mask(outlined, left - pad, top - pad, rng.choice(scheme.accents))
                is_hollow = self._is_training and rng.random() < 0.5
            fill = scheme.paper if is_hollow else self.lettering.pick_fill(rng, scheme, 0.2)
            box = sheet.fill_mask(mask, left, top, fill)
            top, family = box[3] + rng.uniform(6, 14), pen.face.family
            top = self.lettering.write_small_print(rng, sheet, scheme, left, top)
            top += rng.uniform(8, 24)
        return Target(sheet.finish(), "text", source=family)

    def paragraph(self, rng: Random) -> Target:
        """Draw one or two columns of small print."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 6)
        script = self.lettering.pick_script(rng)
        cap_height = rng.choice((rng.uniform(5.5, 9), rng.uniform(7, 14)))
        pen = self.lettering.pick_pen(rng, script, cap_height)
        pen = replace(pen, tracking=pen.tracking if rng.random() < 0.3 else 0.0)
        columns = rng.choice((1, 1, 1, 2))
        leading = rng.uniform(1.5, 2.3) * pen.cap_height
        words = [w for w in rng.sample(self.lettering.words(script), 90) if pen.face.can_write(w)]
        if len(words) < 20:
            raise DrawingError(f"{pen.face.family} lacks characters.")
        for column in range(columns):
            left = 6 + column * SIZE / columns
            right = (column + 1) * SIZE / columns - 4
            baseline = rng.uniform(2, 14) + pen.cap_height
            while baseline < SIZE + pen.cap_height:
                text = wording.sentence(rng, words, 8, 14)
                if script in UNSPACED:
                    text = text.replace(" ", "")
                if not pen.face.can_write(text):
                    text = " ".join(rng.choices(words, k=8))
                mask, above = text_mask(text, pen, sheet.scale)
                keep = min(mask.width, round((right - left) * sheet.scale))
                if columns == 1:
                    keep = mask.width
                mask = mask.crop((0, 0, keep, mask.height))
                sheet.fill_mask(mask, left, baseline - above / sheet.scale, scheme.ink)
                baseline += leading
        if rng.random() < 0.1:
            sheet.rotate(rng.uniform(-8, 8))
        return Target(sheet.finish(), "small-print", source=pen.face.family)

    def fine_print(self, rng: Random) -> Target:
        """Draw dates, prices, addresses and phrases in common text faces, in the smallest sizes of print."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 6)
        top, family = rng.uniform(2, 10), ""
        while top < SIZE:
            if rng.random() < 0.12:  # another colour scheme from here down
                scheme = pick_scheme(rng)
                sheet.rectangle((0, top, SIZE, SIZE), scheme.paper)
                top += rng.uniform(2, 8)
            tracking = rng.choice((0.0, 0.0, 0.0, 0.05, 0.15))
            face = self.sources.pick_text_font(rng)
            pen = Pen(face, rng.triangular(5, 14, 7), tracking=tracking)
            ink = self.lettering.pick_fill(rng, scheme, 0.0)
            make = rng.choice((wording.small_print, wording.details, wording.details))
            left, baseline = rng.uniform(-4, 20), top + pen.cap_height
            while left < SIZE - 12:
                text = self.lettering.make_line(rng, pen, make)
                left = sheet.write(text, pen, left, baseline, ink)[2]
                left += pen.cap_height * rng.uniform(1, 4)
            top, family = baseline + pen.cap_height * rng.uniform(0.6, 1.6), face.family
        if rng.random() < 0.1:
            sheet.rotate(rng.uniform(-8, 8))
        return Target(sheet.finish(), "small-print", source=family)

    # --- logos --------------------------------------------------------------------------------

    def icons(self, rng: Random) -> Target:
        """Draw one icon or a grid of them, some recoloured, some with a shadow or a gradient."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 4)
        across = rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 7))
        cell = SIZE / across
        source = ""
        for row in range(across):
            for column in range(across):
                cell_scheme = scheme
                if across > 1 and rng.random() < 0.15:
                    cell_scheme = pick_scheme(rng)
                    inset = rng.choice((0, 0, cell * 0.04))
                    box = (column * cell + inset, row * cell + inset,
                           (column + 1) * cell - inset, (row + 1) * cell - inset)  # fmt: skip
                    rounding = cell * rng.choice((0, 0.1, 0.5)) if inset else 0
                    sheet.rounded(box, rounding, cell_scheme.paper)
                size = cell * rng.uniform(0.72, 0.94)
                try:
                    picture, icon = self.pictograms.pick(rng, cell_scheme, size * sheet.scale)
                except DrawingError:
                    continue
                source = source or icon.set_name
                if rng.random() < 0.08:
                    picture = picture.rotate(
                        rng.uniform(-30, 30), Image.Resampling.BICUBIC, expand=True
                    )
                left = column * cell + (cell - picture.width / sheet.scale) / 2
                top = row * cell + (cell - picture.height / sheet.scale) / 2
                if rng.random() < 0.08:
                    shadow = contrasting(rng, cell_scheme.paper, 15)
                    sheet.shade(
                        picture.getchannel("A"), left + 1.5, top + 2, rng.uniform(1, 5), shadow
                    )
                if icon.is_plain and rng.random() < 0.12:
                    blend = gradient(
                        cell_scheme.ink, cell_scheme.accents[0], rng.choice(DIRECTIONS)
                    )
                    sheet.fill_mask(picture.getchannel("A"), left, top, blend)
                else:
                    sheet.paste(picture, left, top)
        return Target(sheet.finish(), "logo", source=source)

    def marks(self, rng: Random) -> Target:
        """Draw rings, hairlines, stars, monograms and stamps: geometry that needs no source."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 8)
        across = rng.choice((1, 2, 2, 3))
        cell = SIZE / across
        for place in range(across * across):
            x = (place % across + 0.5) * cell + rng.uniform(-2, 2)
            y = (place // across + 0.5) * cell + rng.uniform(-2, 2)
            radius = cell * rng.uniform(0.36, 0.48)
            draw_mark(self.lettering, rng, sheet, scheme, x, y, radius)
        return Target(sheet.finish(), "logo", source="geometry")

    # --- lock-ups -----------------------------------------------------------------------------

    def lockups(self, rng: Random) -> Target:
        """Draw icon, name and small print together, as in a letterhead or a page footer."""
        scheme = pick_scheme(rng)
        sheet = self.lettering.new_sheet(rng, scheme, 6)
        top, source = rng.uniform(4, 14), ""
        while top < SIZE - 24:
            height = rng.choice((rng.uniform(22, 50), rng.uniform(40, 100)))
            picture, icon = self.pictograms.pick(rng, scheme, height * sheet.scale)
            source = source or icon.set_name
            left = rng.uniform(4, 24)
            width = picture.width / sheet.scale
            if rng.random() < 0.75:
                sheet.paste(picture, left, top)
                x = left + width + height * rng.uniform(0.1, 0.35)
                bottom = self._name_block(rng, sheet, scheme, x, top, height)
            else:
                sheet.paste(picture, (SIZE - width) / 2, top)
                x = rng.uniform(10, 70)
                bottom = top + picture.height / sheet.scale + 6
                bottom = self._name_block(rng, sheet, scheme, x, bottom, height * 0.6)
            top = max(bottom, top + picture.height / sheet.scale) + rng.uniform(5, 14)
            if rng.random() < 0.35:
                width = rng.choice((0.5, 1, 1, 2))
                sheet.rectangle(
                    (8, top, SIZE - 8, top + width), rng.choice((scheme.ink, *scheme.accents))
                )
                top += rng.uniform(5, 10)
            if rng.random() < 0.3:
                for _ in range(rng.randint(1, 3)):
                    top = self.lettering.write_small_print(
                        rng, sheet, scheme, left, top
                    ) + rng.uniform(3, 6)
        return Target(sheet.finish(), "lockup", source=source)

    def _name_block(
        self,
        rng: Random,
        sheet: Sheet,
        scheme: ColourScheme,
        left: float,
        top: float,
        height: float,
    ) -> float:
        """Write a name and perhaps a slogan beside or below an icon; return its lower end."""
        pen = self.lettering.pick_pen(
            rng, self.lettering.pick_script(rng), height * rng.uniform(0.3, 0.6)
        )
        text = self.lettering.make_line(rng, pen, wording.brand)
        fitting = fit_cap_height(text, pen, max(40.0, SIZE - 6 - left))
        pen = replace(pen, cap_height=max(6.0, min(pen.cap_height, fitting)))
        mask, _ = text_mask(text, pen, sheet.scale)
        box = sheet.fill_mask(
            mask, left, top + height * 0.08, self.lettering.pick_fill(rng, scheme, 0.12)
        )
        if rng.random() < 0.75:
            return self.lettering.write_small_print(
                rng, sheet, scheme, left, box[3] + rng.uniform(3, 7)
            )
        return box[3]

    # --- interface and photographs --------------------------------------------------------------

    def interface(self, rng: Random) -> Target:
        """Draw a table, a form, a menu, codes or charts."""
        pixels = draw_screen(self.lettering, self.pictograms, rng)
        return Target(pixels, "interface", source="interface")

    def photograph(self, rng: Random) -> Target:
        """Crop a photograph; half of them in training, a third in validation, get words over them."""
        path = rng.choice(self.sources.photographs[rng.choice(list(self.sources.photographs))])
        photograph = read_photograph(path)
        if photograph.mode == "RGBA":  # a cut-out object is put on plain paper, as in a catalogue
            backed = Image.new("RGB", photograph.size, pick_scheme(rng).paper)
            backed.paste(photograph, mask=photograph)
            photograph = backed
        crop = _pick_crop(rng, photograph)
        if rng.random() < 0.5:
            crop = ImageOps.mirror(crop)
        if rng.random() < (0.5 if self._is_training else 0.67):
            return Target(np.asarray(crop), "photo", source=path.stem)
        sheet = Sheet(SIZE, SIZE, 6, (0, 0, 0))
        sheet.paste(crop.resize(sheet.image.size, Image.Resampling.NEAREST), 0, 0)
        mean = tuple(int(value) for value in np.asarray(crop).mean(axis=(0, 1)))
        paper = (mean[0], mean[1], mean[2])
        ink = (255, 255, 255) if luma(paper) < 128 else grey(rng, 0, 40)
        if rng.random() < 0.3:
            ink = contrasting(rng, paper, 90)
        scheme = ColourScheme(paper, ink, (ink, saturated(rng), ink))
        start = rng.uniform(10, 150)
        self.lettering.fill_rows(rng, sheet, scheme, start, start + rng.uniform(40, 140), "latin")
        return Target(sheet.finish(), "photo", source=path.stem)


@functools.lru_cache(maxsize=150)
def read_photograph(path: Path) -> Image.Image:
    """Read a photograph (RGB or RGBA), reduced to about 500 pixels on its shorter side to hide its grain.

    Raises:
        DrawingError: It is smaller than a training picture.
    """
    with Image.open(path) as opened:
        opened.draft("RGB", (1600, 1600))
        photograph = opened.convert("RGBA" if opened.mode in ("RGBA", "LA", "P") else "RGB")
    if min(photograph.size) < SIZE:
        raise DrawingError(f"{path.name} is too small.")
    return photograph.reduce(max(1, min(photograph.size) // 500))


def _pick_crop(rng: Random, photograph: Image.Image) -> Image.Image:
    """Crop a square that holds sharp detail; a piece of plain sky would be useless for training."""
    for _ in range(6):
        side = max(SIZE, round(min(photograph.size) * rng.uniform(0.4, 1.0)))
        left = rng.randint(0, photograph.width - side)
        top = rng.randint(0, photograph.height - side)
        crop = photograph.crop((left, top, left + side, top + side))
        crop = crop.resize((SIZE, SIZE), Image.Resampling.BOX)
        grey_levels = np.asarray(crop.convert("L"), np.float32)
        if np.abs(np.diff(grey_levels, axis=1)).mean() > 2.5:
            return crop
    raise DrawingError("This photograph has nothing sharp in it.")
