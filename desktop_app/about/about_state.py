"""What the pane knows: the picture that is looked at, and what was found inside the network at work on it."""

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
"""Height and width of what the boxes of the network show, in pixels of what it reads: a letter or two."""


@dataclass(frozen=True, eq=False)
class ScaleImages:
    """An inspection as images. Of each three, the first is the quarter scale, the last the full.

    Args:
        inputs: The pictures that enter.
        outputs: The pictures that leave.
        residuals: What is added, around mid-grey.
        features: What the stages and fusions say, by ``models.inside.feature_maps.LAYER_NAMES``.
        gains: By which each residual was amplified.
        detail: The place that changes most, in pixels of the full scale; its corner divides by four.
    """

    inputs: ThreeImages
    outputs: ThreeImages
    residuals: ThreeImages
    features: Mapping[str, QImage]
    gains: tuple[int, int, int]
    detail: Box


@dataclass(frozen=True, eq=False)
class AboutState:
    """All that there is to show now.

    Args:
        entry: The picture that is looked at, opened; None for none.
        inspection: Of its network; None until it is known.
        scales: The inspection as images.
        stage_features: By stage, those that are known.
        regions: Where the picture changes; None until it is known.
    """

    entry: Entry | None = None
    inspection: Inspection | None = None
    scales: ScaleImages | None = None
    stage_features: Mapping[str, StageFeatures] = field(default_factory=dict)
    regions: Regions | None = None


def scales_of(inspection: Inspection) -> ScaleImages:
    """Turn an inspection into images; the residual of a transparent picture is what is seen of it."""
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
    """Copy uint8 (h, w, 3) or straight (h, w, 4) into an image."""
    return to_image(_whole(pixels), is_straight=True)


def _images(three: tuple[Pixels, Pixels, Pixels]) -> ThreeImages:
    quarter, half, full = three
    return to_qimage(quarter), to_qimage(half), to_qimage(full)


def _whole(pixels: Pixels) -> Pixels:
    """What Qt can read: one row after the other, without gaps."""
    return pixels if pixels.flags.c_contiguous else pixels.copy()
