"""The data that the pane shows: the current picture, and what inspecting the network found for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from desktop_app.about.previews import amplify, most_changed, on_white, residuals_of
from desktop_app.domain.entry import Entry
from desktop_app.domain.inspection import Inspection, Regions, StageFeatures
from desktop_app.imaging.picture import Pixels
from desktop_app.viewer.tile_cache import to_image
from models.tiling import Box

ThreeImages = tuple[QImage, QImage, QImage]

DETAIL_SIZE = (60, 80)
"""Height and width of the detail shown in the network's boxes, in pixels of its input: a letter or two."""


@dataclass(frozen=True, eq=False)
class ScaleImages:
    """An inspection as images; triples are (quarter, half, full) scale.

    Args:
        inputs: The network's inputs.
        outputs: The network's outputs.
        residuals: What the network adds to its inputs, around mid-grey.
        features: Feature maps, by the layer names ``models.inspection.feature_maps.LAYER_NAMES``.
        gains: The factor by which each residual was amplified.
        detail: The place that changes most, in full-scale pixels; its corner is a multiple of four.
    """

    inputs: ThreeImages
    outputs: ThreeImages
    residuals: ThreeImages
    features: Mapping[str, QImage]
    gains: tuple[int, int, int]
    detail: Box


@dataclass(frozen=True, eq=False)
class AboutState:
    """Everything that the pane can show at present.

    Args:
        entry: The current entry, opened; None for none.
        inspection: Inspection of the network at work on it; None until there is one.
        scales: The inspection as images.
        stage_features: The features computed so far, by stage.
        regions: The regions that sharpening changes; None until they are found.
    """

    entry: Entry | None = None
    inspection: Inspection | None = None
    scales: ScaleImages | None = None
    stage_features: Mapping[str, StageFeatures] = field(default_factory=dict)
    regions: Regions | None = None


def scales_of(inspection: Inspection) -> ScaleImages:
    """Turn an inspection into images; for a transparent picture, the residuals are those seen on white."""
    before, after = on_white(inspection.inputs), on_white(inspection.outputs)
    residuals = inspection.residuals
    if inspection.inputs[0].shape[2] == 4:
        residuals = residuals_of(before, after)
    shown = [amplify(residual) for residual in residuals]
    return ScaleImages(
        inputs=_images(inspection.inputs),
        outputs=_images(inspection.outputs),
        residuals=_images((shown[0][0], shown[1][0], shown[2][0])),
        features={place: to_qimage(painted) for place, painted in inspection.features.items()},
        gains=(shown[0][1], shown[1][1], shown[2][1]),
        detail=most_changed(before[2], after[2], *DETAIL_SIZE),
    )


def to_qimage(pixels: Pixels) -> QImage:
    """Copy uint8 pixels, (H, W, 3) or straight alpha (H, W, 4), into an image."""
    return to_image(_whole(pixels), is_straight=True)


def _images(three: tuple[Pixels, Pixels, Pixels]) -> ThreeImages:
    quarter, half, full = three
    return to_qimage(quarter), to_qimage(half), to_qimage(full)


def _whole(pixels: Pixels) -> Pixels:
    """Return contiguous pixels, as Qt needs them."""
    return pixels if pixels.flags.c_contiguous else pixels.copy()
