"""What each box of the workflow shows of this very picture: its image, its size, its time, and what it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop_app.about.explained import all_flat, explained, title_of
from desktop_app.about.insight import Insight, Scales
from desktop_app.about.layout import COLUMNS, Part
from desktop_app.comparison.pyramid import Pyramid
from desktop_app.comparison.tile_images import to_image
from desktop_app.inside import Inspection
from desktop_app.jobs import Opened, Result
from desktop_app.texts import duration, translate
from models.tiling import Box

LARGEST = 512
"""Pixels a side of the pictures that are shown of large ones."""

STAGES: Mapping[Part, str] = {
    Part.ENCODER_1: "encoder 1",
    Part.ENCODER_2: "encoder 2",
    Part.ENCODER_4: "encoder 3",
    Part.DECODER_4: "decoder 1",
    Part.DECODER_2: "decoder 2",
    Part.DECODER_1: "decoder 3",
}
"""What the model calls the stages, by their boxes."""

_PLACES = {**STAGES, Part.FUSION_1: "fusion 1", Part.FUSION_2: "fusion 2"}
_REDUCED = {
    **dict.fromkeys((Part.ENCODER_1, Part.FUSION_1, Part.DECODER_1), 1),
    **dict.fromkeys((Part.ENCODER_2, Part.FUSION_2, Part.DECODER_2), 2),
    **dict.fromkeys((Part.ENCODER_4, Part.DECODER_4), 4),
}

_FUSION = "asymmetric fusion"  # both of them, as the model tells its times
_ENTRANCES = {
    "shallow convolution": "SCM",
    "feature attention": "FAM",
}  # where the reduced inputs enter
_SCALES = (4, 2, 1)  # in the order of an inspection
_PICTURES = (COLUMNS[0], COLUMNS[4], COLUMNS[5])  # of the columns: what has pixels


@dataclass(frozen=True, eq=False)
class Content:
    """What there is to say and to show of a box.

    Args:
        title: Of the box: "Encoder 2".
        lines: What stands below its picture, a line each.
        words: One or two sentences on it.
        image: Its picture; None until it is known.
        detail: The part of the picture that the box shows, in its pixels; None for all of it.
        facts: Label and value.
    """

    title: str
    lines: tuple[str, ...]
    words: str
    image: QImage | None = None
    detail: QRectF | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class _Filling:
    """A content that is being put together."""

    lines: list[str] = field(default_factory=list)
    image: QImage | None = None
    detail: QRectF | None = None
    facts: list[tuple[str, str]] = field(default_factory=list)
    gain: int = 1
    words: str = ""


def contents_of(insight: Insight) -> dict[Part, Content]:
    """Tell what is known by now of every box."""
    fillings = {part: _Filling() for part in Part}
    entry = insight.entry
    opened, result = (entry.opened, entry.result) if entry else (None, None)
    if opened is not None:
        _fill_before(fillings, opened)
    if entry is not None and result is not None:
        _fill_after(fillings, result, entry.restored is not result.picture)
    if insight.inspection is not None and insight.scales is not None:
        _fill_pictures(fillings, insight.scales)
        _fill_features(fillings, insight.inspection, insight.scales)
        _fill_times(fillings, insight.inspection)
    scale = entry.job.choices.scale if entry else 2
    blocks = insight.inspection.num_blocks if insight.inspection else None
    return {
        part: Content(
            title=title_of(part, scale),
            lines=tuple(filling.lines),
            words=filling.words or explained(part, scale, blocks, filling.gain),
            image=filling.image,
            detail=filling.detail,
            facts=tuple(filling.facts),
        )
        for part, filling in fillings.items()
    }


def network_of(insight: Insight) -> str:
    """Name the network with what it ran on: "MIMO-UNet+ · CPU · bf16"; the name alone if it did not run."""
    engine = insight.inspection.engine if insight.inspection else None
    if engine is None and insight.entry is not None:
        engine = insight.entry.engine
    if engine is None:
        return "MIMO-UNet"
    return f"{engine.network.title} · {engine.device} · {engine.precision}"


def small_image(pyramid: Pyramid, longest: int = LARGEST) -> QImage:
    """Take the largest level of a picture that is at most ``longest`` pixels a side."""
    level = 0
    while max(pyramid.level_size(level)) > longest:
        level += 1
    pixels = pyramid.region(level, 0, 0, *pyramid.level_size(level))
    return to_image(pixels, is_straight=level == 0)


def num_tiles(result: Result) -> str:
    """Tell how many tiles went through the network, or why none did."""
    return str(result.run.tiles) if result.run.tiles else translate("about", "none: all flat")


def _fill_before(fillings: dict[Part, _Filling], opened: Opened) -> None:
    read, enlarged = fillings[Part.INPUT], fillings[Part.ENLARGED]
    read.image, enlarged.image = small_image(opened.input_view), small_image(opened.enlarged_view)
    read.lines.append(opened.picture.size_text)
    enlarged.lines.append(f"{opened.enlarged.size_text} · {duration(opened.enlarge_seconds)}")
    read.facts.append((_size_word(), _pixels(opened.picture.size_text)))
    if opened.picture.format:
        read.facts.append((translate("about", "Format"), opened.picture.format))
    enlarged.facts.append((_size_word(), _pixels(opened.enlarged.size_text)))
    enlarged.facts.append((_time_word(), duration(opened.enlarge_seconds)))


def _fill_after(fillings: dict[Part, _Filling], result: Result, is_adjusted: bool) -> None:
    tiles, output = fillings[Part.TILES], fillings[Part.OUTPUT]
    tiles.image = output.image = small_image(result.view)
    count = translate("about", "{count} tiles").format(count=result.run.tiles)
    if result.run.tiles == 1:
        count = translate("about", "1 tile")
    elif not result.run.tiles:
        count, tiles.words = num_tiles(result), all_flat()
    tiles.lines.append(f"{count} · {duration(result.run.seconds)}")
    tiles.facts += [
        (translate("about", "Tiles"), num_tiles(result)),
        (_time_word(), duration(result.run.seconds)),
        (translate("about", "Device"), result.run.engine.device),
        (translate("about", "Precision"), result.run.engine.precision),
    ]
    output.lines.append(result.picture.size_text)
    output.facts.append((_size_word(), _pixels(result.picture.size_text)))
    if is_adjusted:
        output.facts.append((translate("about", "Adjusted"), translate("about", "by you")))


def _fill_pictures(fillings: dict[Part, _Filling], scales: Scales) -> None:
    threes = (scales.inputs, scales.residuals, scales.outputs)
    for column, images in zip(_PICTURES, threes, strict=True):
        for part, image, gain, scale in zip(
            reversed(column), images, scales.gains, _SCALES, strict=True
        ):
            if part is None:
                continue
            filling = fillings[part]
            filling.image = image
            filling.detail = _scaled(scales.detail, scale)
            filling.facts.append((_size_word(), _pixels(_size(image))))
            if images is scales.residuals:
                filling.gain = gain
                filling.lines.append(f"× {gain}")
                filling.facts.append((translate("about", "Amplified"), f"{gain}×"))
            else:
                filling.lines.append(_size(image))


def _fill_features(fillings: dict[Part, _Filling], inspection: Inspection, scales: Scales) -> None:
    for part, place in _PLACES.items():
        if place in scales.features:
            image = scales.features[place]
            cell = inspection.unshuffle * _REDUCED[part]
            fillings[part].image = image
            fillings[part].detail = _scaled(scales.detail, cell)
            fillings[part].facts.append((translate("about", "Grid"), _size(image)))


def _fill_times(fillings: dict[Part, _Filling], inspection: Inspection) -> None:
    times = {part: inspection.seconds.get(stage) for part, stage in STAGES.items()}
    for part, seconds in times.items():
        if seconds is not None:
            fillings[part].lines.append(duration(seconds))
            fillings[part].facts.append((_time_word(), duration(seconds)))
    together = inspection.seconds.get(_FUSION)
    if together is not None:
        time = translate("about", "{time}, both").format(time=duration(together))
        fillings[Part.FUSION_2].lines.append(time)
        for part in (Part.FUSION_1, Part.FUSION_2):
            fillings[part].facts.append((_time_word(), time))
    for module, short in _ENTRANCES.items():
        if (seconds := inspection.seconds.get(module)) is not None:
            time = translate("about", "{time}, both").format(time=duration(seconds))
            fillings[Part.ENCODER_2].facts.append((short, time))
            fillings[Part.ENCODER_4].facts.append((short, time))
    for part in (*times, Part.FUSION_1, Part.FUSION_2):
        fillings[part].facts += [
            (translate("about", "Device"), inspection.engine.device),
            (translate("about", "Precision"), inspection.engine.precision),
        ]


def _scaled(box: Box, scale: float) -> QRectF:
    return QRectF(box.left / scale, box.top / scale, box.width / scale, box.height / scale)


def _size(image: QImage) -> str:
    return f"{image.width()} \N{MULTIPLICATION SIGN} {image.height()}"


def _pixels(size: str) -> str:
    return translate("about", "{size} px").format(size=size)


def _size_word() -> str:
    return translate("about", "Size")


def _time_word() -> str:
    return translate("about", "Time")
