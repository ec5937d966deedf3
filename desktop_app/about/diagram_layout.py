"""Layout of the workflow diagram: positions of boxes and arrows, free of Qt.

The path goes down on the left, through the network and up on the right: the U of its name. The network's rows
are its three scales, full on top; its columns are the stages that each scale goes through.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache


class DiagramPart(Enum):
    """A box of the workflow, in processing order; the number in a name is the scale: 1 full, 4 quarter."""

    INPUT = auto()
    ENLARGED = auto()
    INPUT_1 = auto()
    INPUT_2 = auto()
    INPUT_4 = auto()
    ENCODER_1 = auto()
    ENCODER_2 = auto()
    ENCODER_4 = auto()
    FUSION_1 = auto()
    FUSION_2 = auto()
    DECODER_4 = auto()
    DECODER_2 = auto()
    DECODER_1 = auto()
    RESIDUAL_4 = auto()
    RESIDUAL_2 = auto()
    RESIDUAL_1 = auto()
    OUTPUT_4 = auto()
    OUTPUT_2 = auto()
    OUTPUT_1 = auto()
    TILES = auto()
    OUTPUT = auto()


COLUMNS: tuple[tuple[DiagramPart | None, DiagramPart | None, DiagramPart | None], ...] = (
    (DiagramPart.INPUT_1, DiagramPart.INPUT_2, DiagramPart.INPUT_4),
    (DiagramPart.ENCODER_1, DiagramPart.ENCODER_2, DiagramPart.ENCODER_4),
    (DiagramPart.FUSION_1, DiagramPart.FUSION_2, None),
    (DiagramPart.DECODER_1, DiagramPart.DECODER_2, DiagramPart.DECODER_4),
    (DiagramPart.RESIDUAL_1, DiagramPart.RESIDUAL_2, DiagramPart.RESIDUAL_4),
    (DiagramPart.OUTPUT_1, DiagramPart.OUTPUT_2, DiagramPart.OUTPUT_4),
)
"""The boxes of the network by column, each (full, half, quarter) scale."""

OUTER_PARTS = (DiagramPart.INPUT, DiagramPart.ENLARGED, DiagramPart.TILES, DiagramPart.OUTPUT)
"""The boxes before and after the network, from left to right."""

MIN_WIDTH = 420.0
"""Smallest width, in logical pixels, at which the texts of the boxes fit."""

_MARGIN = 12.0  # of the network's frame
_GUTTER = 26.0  # for the names of the rows
_GAP = 18.0  # between columns, for an arrow
_CARD_GAP = 28.0
_ROW_GAP = 22.0
_PICTURE_RATIO = 0.75  # height / width of the images in the network
_CARD_RATIO = 0.56  # height / width of the images outside the network
_FALL = 30.0  # from the cards to the frame
_HEAD = 22.0  # the frame's title
_PAD = 3.0  # between an image and the lines below it
_TIP = 3.0  # between an arrowhead and what it points to
_SKIP = 9.0  # how far below its row an input runs to the sum
_PLUS = 6.0  # radius of a sum

Point = tuple[float, float]


@dataclass(frozen=True)
class Rect:
    """A rectangle, in logical pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class BoxPlace:
    """The place of a box: the whole, the image in it, and the number of text lines below the image."""

    whole: Rect
    picture: Rect
    lines: int


@dataclass(frozen=True)
class DiagramLine:
    """A polyline, with an arrowhead at its last point or without; dashed for what bypasses the network."""

    points: tuple[Point, ...]
    has_tip: bool = True
    is_dashed: bool = False


@dataclass(frozen=True)
class DiagramLayout:
    """Geometry of the whole diagram, in logical pixels.

    Attributes:
        width: Total width.
        height: Total height.
        places: Places of the boxes.
        lines: Lines between the boxes.
        sums: Centres of the circles with a plus, one per row.
        frame: Frame around the network.
        title: Area of the network's title.
        heads: Areas of the headings of :data:`COLUMNS`.
        rows: Areas of the row names, from full to quarter scale.
    """

    width: float
    height: float
    places: Mapping[DiagramPart, BoxPlace]
    lines: tuple[DiagramLine, ...]
    sums: tuple[Point, ...]
    frame: Rect
    title: Rect
    heads: tuple[Rect, ...]
    rows: tuple[Rect, ...]

    def mirrored(self) -> "DiagramLayout":
        """Return the mirror image, for languages written from right to left."""

        def mirrored_rect(rect: Rect) -> Rect:
            return replace(rect, x=self.width - rect.right)

        return replace(
            self,
            places={
                part: replace(
                    place, whole=mirrored_rect(place.whole), picture=mirrored_rect(place.picture)
                )
                for part, place in self.places.items()
            },
            lines=tuple(
                replace(line, points=tuple((self.width - x, y) for x, y in line.points))
                for line in self.lines
            ),
            sums=tuple((self.width - x, y) for x, y in self.sums),
            frame=mirrored_rect(self.frame),
            title=mirrored_rect(self.title),
            heads=tuple(map(mirrored_rect, self.heads)),
            rows=tuple(map(mirrored_rect, self.rows)),
        )


# Qt asks for the height at the same width several times, with and without the scroll bar.
@lru_cache(maxsize=2)
def compute_layout(width: float, line: float) -> DiagramLayout:
    """Lay out the diagram.

    Args:
        width: Available width in logical pixels; at least :data:`MIN_WIDTH` is used.
        line: Height of a line of text.
    """
    width = max(width, MIN_WIDTH)
    places = _cards(width, line)
    top = max(place.whole.bottom for place in places.values()) + _FALL
    cell = (width - 2 * _MARGIN - _GUTTER - (len(COLUMNS) - 1) * _GAP) / len(COLUMNS)
    picture = cell * _PICTURE_RATIO
    pitch = picture + _PAD + line + _ROW_GAP
    first = top + _HEAD + line + _PAD
    lefts = [_MARGIN + _GUTTER + number * (cell + _GAP) for number in range(len(COLUMNS))]
    for left, column in zip(lefts, COLUMNS, strict=True):
        for row, part in enumerate(column):
            if part is not None:
                places[part] = _place(left, first + row * pitch, cell, picture, line, 1)
    bottom = first + 3 * pitch - _ROW_GAP + _SKIP + _MARGIN / 2
    frame = Rect(0, top, width, bottom - top)
    heads = tuple(Rect(left - _GAP / 2, top + _HEAD, cell + _GAP, line) for left in lefts)
    rows = tuple(Rect(_MARGIN / 2, first + row * pitch, _GUTTER, picture) for row in range(3))
    sums = tuple((lefts[-1] - _GAP / 2, first + row * pitch + picture / 2) for row in range(3))
    return DiagramLayout(
        width=width,
        height=bottom + 1,
        places=places,
        lines=tuple(_lines(places, sums, heads)),
        sums=sums,
        frame=frame,
        title=Rect(heads[0].right, top + 3, heads[-1].x - heads[0].right, _HEAD - 3),
        heads=heads,
        rows=rows,
    )


def _place(x: float, y: float, width: float, picture: float, line: float, lines: int) -> BoxPlace:
    whole = Rect(x, y, width, picture + _PAD + lines * line)
    return BoxPlace(whole, Rect(x, y, width, picture), lines)


def _cards(width: float, line: float) -> dict[DiagramPart, BoxPlace]:
    """Place the boxes before and after the network in one row, like the window's workflow strip."""
    card = (width - (len(OUTER_PARTS) - 1) * _CARD_GAP) / len(OUTER_PARTS)
    height = card * _CARD_RATIO
    return {
        part: _place(number * (card + _CARD_GAP), 0, card, height, line, 2)
        for number, part in enumerate(OUTER_PARTS)
    }


def _lines(
    places: Mapping[DiagramPart, BoxPlace], sums: tuple[Point, ...], heads: tuple[Rect, ...]
) -> list[DiagramLine]:
    def across(start: DiagramPart, end: DiagramPart, shift: float = 0.0) -> DiagramLine:
        a, b = places[start].picture, places[end].picture
        y = a.middle[1] + shift
        return DiagramLine(((a.right + 1, y), (b.x - _TIP, y)))

    def down(start: DiagramPart, end: DiagramPart) -> DiagramLine:
        a, b = places[start].whole, places[end].whole
        x = a.middle[0]
        return DiagramLine(((x, a.bottom + 1), (x, b.y - _TIP)))

    def up(start: DiagramPart, end: DiagramPart) -> DiagramLine:
        a, b = places[start].whole, places[end].whole
        x = a.middle[0]
        return DiagramLine(((x, a.y - 1), (x, b.bottom + _TIP)))

    lines = [
        across(DiagramPart.INPUT, DiagramPart.ENLARGED),
        across(DiagramPart.TILES, DiagramPart.OUTPUT),
    ]
    # Into the network and out of it: down to the first column, up from the last.
    enlarged, tiles = places[DiagramPart.ENLARGED].whole, places[DiagramPart.TILES].whole
    turn = enlarged.bottom + _FALL / 2
    first, last = heads[0].middle[0], heads[-1].middle[0]
    start, end = enlarged.middle[0], tiles.middle[0]
    lines.append(
        DiagramLine(
            ((start, enlarged.bottom + 1), (start, turn), (first, turn), (first, heads[0].y - 1))
        )
    )
    lines.append(
        DiagramLine(
            ((last, heads[-1].y - 1), (last, turn), (end, turn), (end, tiles.bottom + _TIP))
        )
    )
    lines += [
        down(DiagramPart.INPUT_1, DiagramPart.INPUT_2),
        down(DiagramPart.INPUT_2, DiagramPart.INPUT_4),
    ]
    lines += [
        down(DiagramPart.ENCODER_1, DiagramPart.ENCODER_2),
        down(DiagramPart.ENCODER_2, DiagramPart.ENCODER_4),
    ]
    lines += [
        up(DiagramPart.DECODER_4, DiagramPart.DECODER_2),
        up(DiagramPart.DECODER_2, DiagramPart.DECODER_1),
    ]
    inputs, encoders, fusions, decoders, residuals, outputs = COLUMNS
    for a, b in zip(inputs, encoders, strict=True):
        if a is not None and b is not None:
            lines.append(across(a, b))
    lines += _bus(places, encoders, fusions)
    lines += [
        across(DiagramPart.FUSION_1, DiagramPart.DECODER_1),
        across(DiagramPart.FUSION_2, DiagramPart.DECODER_2),
    ]
    below = places[DiagramPart.ENCODER_4].picture.height / 5
    lines.append(across(DiagramPart.ENCODER_4, DiagramPart.DECODER_4, below))
    for a, b in zip(decoders, residuals, strict=True):
        if a is not None and b is not None:
            lines.append(across(a, b))
    for row, (x, y) in enumerate(sums):
        into, added, out = inputs[row], residuals[row], outputs[row]
        if into is None or added is None or out is None:
            continue
        source, residual, result = (places[part].picture for part in (into, added, out))
        low = places[into].whole.bottom + _SKIP
        leave = source.right - source.width / 5
        past = ((leave, places[into].whole.bottom), (leave, low), (x, low), (x, y + _PLUS))
        lines.append(DiagramLine(past, has_tip=False, is_dashed=True))
        lines.append(DiagramLine(((residual.right, y), (x - _PLUS, y)), has_tip=False))
        lines.append(DiagramLine(((x + _PLUS, y), (result.x, y)), has_tip=False))
    return lines


def _bus(
    places: Mapping[DiagramPart, BoxPlace],
    encoders: tuple[DiagramPart | None, ...],
    fusions: tuple[DiagramPart | None, ...],
) -> list[DiagramLine]:
    """Connect all encoders with both fusions: a vertical line that gathers, and an arrow to each fusion."""
    lines, ys = [], []
    x = places[DiagramPart.ENCODER_1].picture.right + _GAP / 2
    for encoder in encoders:
        if encoder is not None:
            picture = places[encoder].picture
            y = picture.middle[1]
            if encoder is DiagramPart.ENCODER_4:
                y -= picture.height / 5  # makes room for its line straight to the decoder
            ys.append(y)
            lines.append(DiagramLine(((picture.right + 1, y), (x, y)), has_tip=False))
    lines.append(DiagramLine(((x, ys[0]), (x, ys[-1])), has_tip=False))
    for fusion in fusions:
        if fusion is not None:
            picture = places[fusion].picture
            y = picture.middle[1]
            lines.append(DiagramLine(((x, y), (picture.x - _TIP, y))))
    return lines
