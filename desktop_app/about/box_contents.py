"""The contents of the diagram's boxes for the current picture: image, size, time and explanation."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from desktop_app.about.about_state import AboutState, ScaleImages
from desktop_app.about.box_texts import all_flat_text, box_text, box_title
from desktop_app.about.diagram_layout import COLUMNS, DiagramPart
from desktop_app.domain.inspection import Inspection
from desktop_app.domain.jobs import OpenedPicture, Result
from desktop_app.i18n.formatting import format_duration, translate
from desktop_app.imaging.pyramid import Pyramid
from desktop_app.viewer.tile_cache import to_image
from models.tiling import Box

MAX_PICTURE_SIDE = 512
"""Longest side, in pixels, of the reduced copies shown of large pictures."""

STAGES: Mapping[DiagramPart, str] = {
    DiagramPart.ENCODER_1: "encoder 1",
    DiagramPart.ENCODER_2: "encoder 2",
    DiagramPart.ENCODER_4: "encoder 3",
    DiagramPart.DECODER_4: "decoder 1",
    DiagramPart.DECODER_2: "decoder 2",
    DiagramPart.DECODER_1: "decoder 3",
}
"""The model's names of the stages, by box."""

_PLACES = {**STAGES, DiagramPart.FUSION_1: "fusion 1", DiagramPart.FUSION_2: "fusion 2"}
_REDUCED = {
    **dict.fromkeys((DiagramPart.ENCODER_1, DiagramPart.FUSION_1, DiagramPart.DECODER_1), 1),
    **dict.fromkeys((DiagramPart.ENCODER_2, DiagramPart.FUSION_2, DiagramPart.DECODER_2), 2),
    **dict.fromkeys((DiagramPart.ENCODER_4, DiagramPart.DECODER_4), 4),
}

_FUSION = "asymmetric fusion"  # the model's name for the time of both fusions
# Where the reduced inputs enter the encoders: the model's name, and the paper's abbreviation.
_ENTRANCES = {"shallow convolution": "SCM", "feature attention": "FAM"}
_SCALES = (4, 2, 1)  # reduction factors, in the order of an inspection: quarter, half, full
_PICTURES = (COLUMNS[0], COLUMNS[4], COLUMNS[5])  # the columns that show pictures, not features


@dataclass(frozen=True, eq=False)
class BoxContent:
    """The texts and the image of a box.

    Args:
        title: Such as "Encoder 2".
        lines: The lines below its image.
        words: One or two sentences that explain it.
        image: Its image; None until there is one.
        detail: The part of the image that the box shows, in its pixels; None for all of it.
        facts: Pairs of label and value.
    """

    title: str
    lines: tuple[str, ...]
    words: str
    image: QImage | None = None
    detail: QRectF | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(eq=False)
class _ContentBuilder:
    """A box content under construction."""

    lines: list[str] = field(default_factory=list)
    image: QImage | None = None
    detail: QRectF | None = None
    facts: list[tuple[str, str]] = field(default_factory=list)
    gain: int = 1
    words: str = ""


def box_contents(state: AboutState) -> dict[DiagramPart, BoxContent]:
    """Build the contents of all boxes from the present state."""
    builders = {part: _ContentBuilder() for part in DiagramPart}
    entry = state.entry
    opened, result = (entry.opened, entry.result) if entry else (None, None)
    if opened is not None:
        _fill_before(builders, opened)
    if entry is not None and result is not None:
        _fill_after(builders, result, entry.restored is not result.picture)
    if state.inspection is not None and state.scales is not None:
        _fill_pictures(builders, state.scales)
        _fill_features(builders, state.inspection, state.scales)
        _fill_times(builders, state.inspection)
    scale = entry.job.choices.scale if entry else 2
    blocks = state.inspection.num_blocks if state.inspection else None
    return {
        part: BoxContent(
            title=box_title(part, scale),
            lines=tuple(builder.lines),
            words=builder.words or box_text(part, scale, blocks, builder.gain),
            image=builder.image,
            detail=builder.detail,
            facts=tuple(builder.facts),
        )
        for part, builder in builders.items()
    }


def network_title(state: AboutState) -> str:
    """Return "MIMO-UNet+ · CPU · bf16" (network, device, precision), or "MIMO-UNet" before a network ran."""
    engine = state.inspection.engine if state.inspection else None
    if engine is None and state.entry is not None:
        engine = state.entry.engine
    if engine is None:
        return "MIMO-UNet"
    return f"{engine.network.title} · {engine.device} · {engine.precision}"


def reduced_image(pyramid: Pyramid, longest: int = MAX_PICTURE_SIDE) -> QImage:
    """Return the largest pyramid level that is at most ``longest`` pixels a side."""
    level = 0
    while max(pyramid.level_size(level)) > longest:
        level += 1
    pixels = pyramid.region(level, 0, 0, *pyramid.level_size(level))
    return to_image(pixels, is_straight=level == 0)


def tile_count_text(result: Result) -> str:
    """Say how many tiles went through the network, or why none did."""
    return str(result.run.tiles) if result.run.tiles else translate("about", "none: all flat")


def _fill_before(builders: dict[DiagramPart, _ContentBuilder], opened: OpenedPicture) -> None:
    read, enlarged = builders[DiagramPart.INPUT], builders[DiagramPart.ENLARGED]
    read.image, enlarged.image = (
        reduced_image(opened.input_pyramid),
        reduced_image(opened.enlarged_pyramid),
    )
    read.lines.append(opened.picture.size_text)
    enlarged.lines.append(
        f"{opened.enlarged.size_text} · {format_duration(opened.enlarge_seconds)}"
    )
    read.facts.append((_size_word(), _pixels(opened.picture.size_text)))
    if opened.picture.format:
        read.facts.append((translate("about", "Format"), opened.picture.format))
    enlarged.facts.append((_size_word(), _pixels(opened.enlarged.size_text)))
    enlarged.facts.append((_time_word(), format_duration(opened.enlarge_seconds)))


def _fill_after(
    builders: dict[DiagramPart, _ContentBuilder], result: Result, is_adjusted: bool
) -> None:
    tiles, output = builders[DiagramPart.TILES], builders[DiagramPart.OUTPUT]
    tiles.image = output.image = reduced_image(result.pyramid)
    count = translate("about", "{count} tiles").format(count=result.run.tiles)
    if result.run.tiles == 1:
        count = translate("about", "1 tile")
    elif not result.run.tiles:
        count, tiles.words = tile_count_text(result), all_flat_text()
    tiles.lines.append(f"{count} · {format_duration(result.run.seconds)}")
    tiles.facts += [
        (translate("about", "Tiles"), tile_count_text(result)),
        (_time_word(), format_duration(result.run.seconds)),
        (translate("about", "Device"), result.run.engine.device),
        (translate("about", "Precision"), result.run.engine.precision),
    ]
    output.lines.append(result.picture.size_text)
    output.facts.append((_size_word(), _pixels(result.picture.size_text)))
    if is_adjusted:
        output.facts.append((translate("about", "Adjusted"), translate("about", "by you")))


def _fill_pictures(builders: dict[DiagramPart, _ContentBuilder], scales: ScaleImages) -> None:
    triples = (scales.inputs, scales.residuals, scales.outputs)
    for column, images in zip(_PICTURES, triples, strict=True):
        for part, image, gain, scale in zip(
            reversed(column), images, scales.gains, _SCALES, strict=True
        ):
            if part is None:
                continue
            builder = builders[part]
            builder.image = image
            builder.detail = _scaled(scales.detail, scale)
            builder.facts.append((_size_word(), _pixels(_size(image))))
            if images is scales.residuals:
                builder.gain = gain
                builder.lines.append(f"× {gain}")
                builder.facts.append((translate("about", "Amplified"), f"{gain}×"))
            else:
                builder.lines.append(_size(image))


def _fill_features(
    builders: dict[DiagramPart, _ContentBuilder], inspection: Inspection, scales: ScaleImages
) -> None:
    for part, place in _PLACES.items():
        if place in scales.features:
            image = scales.features[place]
            cell = inspection.unshuffle * _REDUCED[part]
            builders[part].image = image
            builders[part].detail = _scaled(scales.detail, cell)
            builders[part].facts.append((translate("about", "Grid"), _size(image)))


def _fill_times(builders: dict[DiagramPart, _ContentBuilder], inspection: Inspection) -> None:
    times = {part: inspection.seconds.get(stage) for part, stage in STAGES.items()}
    for part, seconds in times.items():
        if seconds is not None:
            builders[part].lines.append(format_duration(seconds))
            builders[part].facts.append((_time_word(), format_duration(seconds)))
    together = inspection.seconds.get(_FUSION)
    if together is not None:
        time = translate("about", "{time}, both").format(time=format_duration(together))
        builders[DiagramPart.FUSION_2].lines.append(time)
        for part in (DiagramPart.FUSION_1, DiagramPart.FUSION_2):
            builders[part].facts.append((_time_word(), time))
    for module, short in _ENTRANCES.items():
        if (seconds := inspection.seconds.get(module)) is not None:
            time = translate("about", "{time}, both").format(time=format_duration(seconds))
            builders[DiagramPart.ENCODER_2].facts.append((short, time))
            builders[DiagramPart.ENCODER_4].facts.append((short, time))
    for part in (*times, DiagramPart.FUSION_1, DiagramPart.FUSION_2):
        builders[part].facts += [
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
