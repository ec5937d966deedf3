"""The window's only access to torch: :class:`TorchBackend` wraps ``models.restorer.Restorer``.

Torch is imported inside functions that run in the network thread, so that the window is on screen first.
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
from desktop_app.imaging.picture_run import engine_info
from desktop_app.imaging.restore import enlarge_picture
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
    """A loaded network that translates the errors of ``models.restorer.Restorer`` into :class:`JobError`.

    Create it in the network thread only, because it imports torch.

    Args:
        model: ``"auto"``, a name of the registry or the path of a checkpoint.
        device: ``"auto"`` or a device's name.

    Raises:
        JobError: The weights cannot be loaded.
        JobError: The device does not exist or fails.
        JobError: Memory ran out.
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
        """The network, with its title in the user's language: "MIMO-UNet+", "MIMO-UNet+ (adapted)"."""
        info = self._restorer.info
        if info.is_adapted:
            title = translate("TorchBackend", "{model} (adapted)").format(model=info.title)
            return replace(info, title=title)
        return info

    @property
    def device_title(self) -> str:
        """Name of the device for the user, such as "CPU"."""
        return self._restorer.device_title

    @property
    def precision(self) -> str:
        """Numeric precision, such as "bf16"."""
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
        """Enlarge and deblur an image.

        Args:
            image: uint8 (H, W, 3).
            scale: 1, 2 or 4.
            self_ensemble: Average the outputs for the image and for its negative.
            on_progress: Called after each tile.
            is_cancelled: Asked between tiles whether to stop.
            visible: Returns the visible part in output pixels, whose tiles come first.

        Returns:
            uint8 (scale * H, scale * W, 3).

        Raises:
            Cancelled: ``is_cancelled`` returned True.
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
        """Run the network on the picture of a query and return what was asked for.

        Raises:
            Cancelled: The query was cancelled.
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
        features = upsample_features(
            self._restorer.network, part, query.stage, is_cancelled=query.cancel.is_set
        )
        seconds = perf_counter() - begun
        return StageFeatures(
            query, features.colours, features.coarse, features.cosine, seconds, is_alpha
        )

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
        """Fine-tune the network on pictures, and use the fine-tuned network if it is better.

        Args:
            request: The pictures, and how much they are enlarged.
            on_step: Called after each step.

        Raises:
            Cancelled: The request was cancelled; the network stays as it was.
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
        """Translate torch errors into JobError."""
        from models.device_errors import translated_errors

        try:
            with translated_errors(self._restorer.device):
                yield
        except (DeviceError, OutOfMemoryError) as error:
            remedy = Remedy.RETRY if self._restorer.device.name == CPU.name else Remedy.USE_CPU
            raise JobError(_sentence(error), remedy) from error


def _sentence(failure: TranslatableError) -> Sentence:
    return Sentence(failure.text, **failure.values)


def _planes(picture: Picture) -> list[Pixels]:
    """Return the images that the network reads, each (H, W, 3): the colours, then any alpha as grey."""
    if picture.alpha is None:
        return [picture.rgb]
    return [picture.rgb, np.repeat(picture.alpha[:, :, None], 3, axis=2)]


def _plane_with_more_edges(picture: Picture) -> tuple[Pixels, bool]:
    """Return the plane with more edges, where there is more to see, and whether it is the alpha channel."""
    planes = _planes(picture)
    chosen = max(planes, key=_edge_strength)  # the colours if both are equal
    return chosen, chosen is not planes[0]


def _edge_strength(plane: Pixels) -> int:
    green = plane[..., 1].astype(np.int16)
    return sum(int(np.abs(np.diff(green, axis=axis)).sum()) for axis in (0, 1))


def _join_alpha(planes: list[_Scales[_Value]]) -> _Scales[_Value]:
    """Add alpha, if there is one, as the fourth channel to the colours at each of the three scales."""
    if len(planes) == 1:
        return planes[0]
    colours, alpha = planes
    quarter, half, full = (
        np.dstack([colour, grey[..., 1]]) for colour, grey in zip(colours, alpha, strict=True)
    )
    return quarter, half, full


def list_torch_devices() -> tuple[DeviceInfo, ...]:
    """Return the devices of this machine; call it in the network thread only, because it imports torch."""
    from models.devices import available_devices

    return available_devices()
