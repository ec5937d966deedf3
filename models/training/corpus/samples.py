"""Draw the sample pictures of ``resources/samples``: sharp originals and what the web made of them.

Each invented brand is a hand-written SVG with its lettering as outlines, so that drawing it needs
no font. From it come the sharp *original* (drawn 8 times as large, then averaged) and the *sample*:
the original blurred, halved by averaging 2 x 2 pixels, and saved as such pictures usually are.
Pixel ``i`` of a sample therefore covers the pixels ``2i`` and ``2i + 1`` of its original: enlarging
by half-pixel centres lands on the original exactly.

Run ``python -m models.training.corpus.samples`` after changing an SVG; it needs the extra ``train``.
"""

from __future__ import annotations

import argparse
import io
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageFilter

logger = logging.getLogger(__name__)

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
OVERSAMPLING = 8
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


@dataclass(frozen=True)
class Sample:
    """One invented brand, and how its picture is damaged.

    Attributes:
        name: Stem of its file names.
        suffix: ``.jpg``, ``.png`` or ``.gif``; decides how the sample is saved.
        blur: Standard deviation of the blur, in pixels of the original.
        quality: JPEG quality, 1 to 95.
        colours: Number of palette entries of a GIF.
        dpi: Print resolution written into the file, or None.
    """

    name: str
    suffix: str
    blur: float
    quality: int = 75
    colours: int = 256
    dpi: int | None = None

    @property
    def path(self) -> Path:
        """The committed low-quality picture."""
        return SAMPLES / f"{self.name}{self.suffix}"

    @property
    def original_path(self) -> Path:
        """The committed sharp original, twice as wide and twice as high."""
        return SAMPLES / f"{self.name}-original.png"

    @property
    def drawing_path(self) -> Path:
        """The SVG that both were made from."""
        return SAMPLES / f"{self.name}.svg"


ALL_SAMPLES = (
    Sample("juniper", ".jpg", blur=1.8, quality=52, dpi=144),
    Sample("halden", ".png", blur=2.0),
    Sample("ostrel", ".gif", blur=1.4, colours=24),
)


def draw(sample: Sample) -> Image.Image:
    """Draw the sharp original from its SVG.

    Returns:
        RGB, or RGBA where any pixel is transparent; the size that the SVG states.

    Raises:
        ValueError: The SVG does not state its width and height in whole pixels.
    """
    import resvg

    svg = sample.drawing_path.read_text(encoding="utf-8")
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError(
            f"{sample.drawing_path.name} does not state its width and height in pixels."
        )
    width, height = (int(number) * OVERSAMPLING for number in size.groups())
    large = svg.replace(size.group(), f'width="{width}" height="{height}"', 1)
    tree = resvg.usvg.Tree.from_str(large, resvg.usvg.Options.default())
    png = resvg.render(tree, (1, 0, 0, 0, 1, 0))
    # Pillow averages premultiplied colours, so the colours of transparent pixels do not bleed out.
    image = Image.open(io.BytesIO(png)).convert("RGBA").reduce(OVERSAMPLING)
    is_opaque = image.getchannel("A").getextrema() == (255, 255)
    return image.convert("RGB") if is_opaque else image


def degrade(original: Image.Image, sample: Sample) -> bytes:
    """Blur, halve and encode an original, as happens to small logos on the web.

    Args:
        original: RGB or RGBA, width and height even.
        sample: The damage.

    Returns:
        The bytes of the sample's file.

    Raises:
        ValueError: The width or height is odd, so that halving would shift the picture.
    """
    if original.width % 2 or original.height % 2:
        raise ValueError(f"{original.width} x {original.height} cannot be halved exactly.")
    premultiplied = original.convert("RGBa") if original.mode == "RGBA" else original
    blurred = premultiplied.filter(ImageFilter.GaussianBlur(sample.blur)).convert(original.mode)
    return _encode(blurred.reduce(2), sample)


def _encode(small: Image.Image, sample: Sample) -> bytes:
    """Encode a picture in the format of the sample's suffix."""
    data = io.BytesIO()
    if sample.suffix == ".jpg":
        dpi = (sample.dpi, sample.dpi) if sample.dpi else (0, 0)
        small.save(data, "JPEG", quality=sample.quality, subsampling="4:2:0", dpi=dpi)
    elif sample.suffix == ".gif":
        palette = small.quantize(
            sample.colours, method=Image.Quantize.MAXCOVERAGE, kmeans=8, dither=Image.Dither.NONE
        )
        palette.save(data, "GIF")
    else:
        small.save(data, "PNG", optimize=True)
    return data.getvalue()


def main(argv: Sequence[str] | None = None) -> int:
    """Redraw every sample and its original."""
    parser = argparse.ArgumentParser(prog="models.training.corpus.samples", description=__doc__)
    parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    for sample in ALL_SAMPLES:
        original = draw(sample)
        original.save(sample.original_path, optimize=True)
        sample.path.write_bytes(degrade(original, sample))
        logger.info("%s: %d x %d", sample.path.name, original.width // 2, original.height // 2)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
