"""``models.restorer.Restorer`` as the window knows it: its errors told as sentences, its answers frozen.

The one door between the window and torch, which is imported here inside functions that run in the network
thread, long after the window is on screen.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from desktop_app.domain.inspection import (
    FineTuneProgress,
    FineTuneRequest,
    FineTuneResult,
    Inspection,
    InspectionQuery,
    QueryKind,
    QueryResult,
    Regions,
    StageFeatures,
)
from desktop_app.domain.jobs import JobError, Remedy
from desktop_app.i18n.formatting import translate
from desktop_app.i18n.sentence import Sentence
from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.restore import enlarge_picture
from desktop_app.imaging.tile_progress import engine_info
from models.device_info import CPU, DeviceInfo
from models.enlarge import enlarge
from models.errors import CheckpointError, DeviceError, OutOfMemoryError, TranslatableError
from models.network_info import NetworkInfo
from models.progress import Progress
from models.registry import find_model
from models.tiling import Box

_Value = TypeVar("_Value", np.uint8, np.float32)

_Scales = tuple[npt.NDArray[_Value], npt.NDArray[_Value], npt.NDArray[_Value]]


class TorchBackend:
    """``models.restorer.Restorer`` with its errors told as :class:`JobError`.

    Made in the network thread only: torch is imported here, long after the window is on screen.

    Args:
        model: ``"auto"``, a name of the registry or the path of a checkpoint.
        device: ``"auto"`` or a device's name.

    Raises:
        JobError: There are no such weights, or no such device.
    """

    def __init__(self, model: str, device: str) -> None:
        from models.restorer import Restorer

        try:
            self._restorer = Restorer.load(model, device)
        except CheckpointError as error:
            is_shipped = find_model(model) is not None
            remedy = Remedy.RETRY if is_shipped else Remedy.USE_DEFAULT_MODEL
            raise JobError(_sentence(error), remedy) from error
        except (DeviceError, OutOfMemoryError) as error:
            remedy = Remedy.RETRY if device == CPU.name else Remedy.USE_CPU
            raise JobError(_sentence(error), remedy) from error

    @property
    def info(self) -> NetworkInfo:
        """The network, its title in the user's language: "MIMO-UNet+", "MIMO-UNet+ (adapted)"."""
        info = self._restorer.info
        if info.is_adapted:
            title = translate("TorchBackend", "{model} (adapted)").format(model=info.title)
            return replace(info, title=title)
        return info

    @property
    def device_title(self) -> str:
        """The device, for the user: "CPU"."""
        return self._restorer.device_title

    @property
    def precision(self) -> str:
        """The arithmetic: "bf16"."""
        return self._restorer.precision

    def restore(
        self,
        image: Pixels,
        scale: int = 2,
        *,
        self_ensemble: bool = True,
        on_progress: Callable[[Progress], None] | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        """Enlarge and deblur uint8 (H, W, 3) to (sH, sW, 3).

        Raises:
            Cancelled: ``is_cancelled`` said so.
            JobError: Memory ran out, or the device failed.
        """
        with self._translated_errors():
            return self._restorer.restore(
                image,
                scale,
                self_ensemble=self_ensemble,
                on_progress=on_progress,
                is_cancelled=is_cancelled,
                visible=visible,
            )

    def inspect(self, query: InspectionQuery) -> QueryResult:
        """Look into the network at work on a picture.

        Raises:
            Cancelled: The look was given up.
            JobError: Memory ran out, or the device failed.
        """
        enlarged = enlarge_picture(query.opened.picture, query.scale, enlarge)
        with self._translated_errors():
            if query.kind is QueryKind.INSPECTION:
                return self._inspect(query, enlarged)
            if query.kind is QueryKind.FEATURES:
                return self._compute_features(query, enlarged)
            return self._find_regions(query, enlarged)

    def _inspect(self, query: InspectionQuery, enlarged: Picture) -> Inspection:
        from models.inspection.feature_maps import feature_maps
        from models.inspection.trace import count_operations, trace

        network, rows_columns = self._restorer.network, query.box.slices
        traces = [trace(network, plane[rows_columns]) for plane in _planes(enlarged)]
        return Inspection(
            query=query,
            engine=engine_info(self),
            inputs=_join_alpha([traced.inputs for traced in traces]),
            outputs=_join_alpha([traced.outputs for traced in traces]),
            residuals=_join_alpha([traced.residuals for traced in traces]),
            seconds={
                part: sum(traced.seconds[part] for traced in traces) for part in traces[0].seconds
            },
            operations=count_operations(network, enlarged.height, enlarged.width),
            parameters=sum(parameter.numel() for parameter in network.parameters()),
            num_blocks=network.num_blocks,
            unshuffle=network.unshuffle,
            features=feature_maps(network, _plane_with_more_edges(enlarged)[0][rows_columns]),
        )

    def _compute_features(self, query: InspectionQuery, enlarged: Picture) -> StageFeatures:
        from models.inspection.feature_upsampling import upsample_features

        begun = perf_counter()
        plane, is_alpha = _plane_with_more_edges(enlarged)
        part = plane[query.box.slices]
        sight = upsample_features(
            self._restorer.network, part, query.stage, is_cancelled=query.cancel.is_set
        )
        seconds = perf_counter() - begun
        return StageFeatures(query, sight.colours, sight.coarse, sight.cosine, seconds, is_alpha)

    def _find_regions(self, query: InspectionQuery, enlarged: Picture) -> Regions:
        found = [self._restorer.find_regions(plane) for plane in _planes(enlarged)]
        boxes = tuple(dict.fromkeys(box for focus in found for box in focus.boxes))
        covered = np.zeros((enlarged.height, enlarged.width), np.bool_)
        for box in boxes:
            covered[box.slices] = True
        seconds = sum(focus.seconds for focus in found)
        return Regions(query, boxes, float(covered.mean()), seconds)

    def fine_tune(
        self, request: FineTuneRequest, on_step: Callable[[FineTuneProgress], None]
    ) -> FineTuneResult:
        """Fine-tune the network on pictures, and use what came of it if it is better.

        Raises:
            Cancelled: It was cancelled; the network is as it was.
            JobError: Memory ran out, or the device failed.
        """
        scale = min(request.choices.scale, 2)
        pictures = [enlarge_picture(picture, scale, enlarge).rgb for picture in request.pictures]
        with self._translated_errors():
            from models.adaptation.fine_tune import fine_tune

            network, adaptation = fine_tune(
                self._restorer.network_fp32,
                pictures,
                on_step=lambda done, total: on_step(FineTuneProgress(done, total)),
                is_cancelled=request.cancel.is_set,
            )
            if adaptation.is_kept:
                self._restorer.use_fine_tuned(network)
        return FineTuneResult(
            before=adaptation.before,
            after=adaptation.after,
            is_kept=adaptation.is_kept,
            steps=adaptation.steps,
            seconds=adaptation.seconds,
            engine=engine_info(self),
        )

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        """Tell what torch raises as what the window knows."""
        from models.restorer import translated_errors

        try:
            with translated_errors(self._restorer.device):
                yield
        except (DeviceError, OutOfMemoryError) as error:
            remedy = Remedy.RETRY if self._restorer.device.name == CPU.name else Remedy.USE_CPU
            raise JobError(_sentence(error), remedy) from error


def _sentence(failure: TranslatableError) -> Sentence:
    return Sentence(failure.text, **failure.values)


def _planes(picture: Picture) -> list[Pixels]:
    """What the network reads of a picture, one after the other: its colours, and its transparency as grey."""
    if picture.alpha is None:
        return [picture.rgb]
    return [picture.rgb, np.repeat(picture.alpha[:, :, None], 3, axis=2)]


def _plane_with_more_edges(picture: Picture) -> tuple[Pixels, bool]:
    """The plane with more edges, which tells more about the network, and whether it is the transparency."""
    planes = _planes(picture)
    telling = max(planes, key=_edge_strength)  # of equals the first
    return telling, telling is not planes[0]


def _edge_strength(plane: Pixels) -> int:
    green = plane[..., 1].astype(np.int16)
    return sum(int(np.abs(np.diff(green, axis=axis)).sum()) for axis in (0, 1))


def _join_alpha(planes: list[_Scales[_Value]]) -> _Scales[_Value]:
    """Join the three scales of the colours with those of the transparency, if there is one."""
    if len(planes) == 1:
        return planes[0]
    colours, alpha = planes
    quarter, half, full = (
        np.dstack([colour, grey[..., 1]]) for colour, grey in zip(colours, alpha, strict=True)
    )
    return quarter, half, full


def list_torch_devices() -> tuple[DeviceInfo, ...]:
    """Ask torch for the devices of this machine; in the network thread only."""
    from models.devices import available_devices

    return available_devices()
