"""One picture on its way through the network: its progress, its tiles, and the facts at the end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.picture_run import PictureProgress, RunRequest
from desktop_app.imaging.restore import enlarge_picture, restore_picture
from desktop_app.imaging.run_facts import EngineInfo, RunFacts, RunOutcome
from models.enlarge import enlarge
from models.network_info import NetworkInfo
from models.progress import Cancelled, OnProgress, Progress, TileSource
from models.tiling import Box
from tests.imaging.file_builders import logo


class Halves:
    """Brightens a picture in two tiles, its left half and its right one.

    Args:
        sources: Where the pixels of each tile come from, in order.
        restarts: How often the memory runs out after the first tile.
    """

    info = NetworkInfo("halves", "Halves")
    device_title, precision = "CPU", "fp32"

    def __init__(self, *sources: TileSource, restarts: int = 0) -> None:
        self._sources = list(sources)
        self._restarts = restarts
        self.calls = 0

    def restore(
        self,
        image: Pixels,
        scale: int = 2,
        *,
        self_ensemble: bool = True,
        on_progress: OnProgress | None = None,
        is_cancelled: Callable[[], bool] | None = None,
        visible: Callable[[], Box | None] | None = None,
    ) -> Pixels:
        self.calls += 1
        restored = enlarge(image, scale) // 2 + 100
        height, width = restored.shape[:2]
        boxes = [Box(0, left, height, width // 2) for left in (0, width // 2)]
        for box in [boxes[0]] * self._restarts:
            assert on_progress is not None
            on_progress(Progress(1, 2, box, restored[box.slices], TileSource.ENLARGED))
        for done, box in enumerate(boxes, start=1):
            if is_cancelled is not None and is_cancelled():
                raise Cancelled
            source = self._sources.pop(0) if self._sources else TileSource.NETWORK
            if on_progress is not None:
                on_progress(Progress(done, 2, box, restored[box.slices], source))
        return restored


def glass() -> Picture:
    alpha = np.linspace(0, 255, 40 * 60).astype(np.uint8).reshape(40, 60)
    return Picture(logo(), alpha, icc_profile=b"profile")


def test_colour_and_alpha_are_one_progress_and_one_run() -> None:
    seen: list[PictureProgress] = []
    sources = (TileSource.NETWORK_FP32, TileSource.NETWORK, TileSource.ENLARGED)
    _, run = restore_picture(glass(), Halves(*sources), RunRequest(on_progress=seen.append))
    assert [(progress.done, progress.total) for progress in seen] == [(n, 4) for n in range(1, 5)]
    assert [progress.seconds for progress in seen] == sorted(progress.seconds for progress in seen)
    assert run.engine == EngineInfo(Halves.info, "CPU", "fp32")
    assert (run.tiles, run.full_precision_tiles, run.enlarged_tiles) == (4, 1, 1)
    assert run.seconds >= seen[-1].seconds
    assert [progress.tile for progress in seen] == [None] * 4  # they were not requested


def test_a_part_that_begins_again_counts_each_tile_once() -> None:
    _, run = restore_picture(glass(), Halves(restarts=1), RunRequest())
    assert (run.tiles, run.enlarged_tiles) == (4, 0)


def test_tiles_have_the_transparency_that_is_known_so_far() -> None:
    seen: list[PictureProgress] = []
    picture = glass()
    enlarged = enlarge_picture(picture, 2, enlarge)
    request = RunRequest(enlarged=enlarged, on_progress=seen.append)
    restored, _ = restore_picture(picture, Halves(), request)
    assert enlarged.alpha is not None
    for progress in seen:
        tile, place = progress.tile, progress.box.slices
        assert tile is not None
        assert tile.alpha is not None
        assert tile.icc_profile == b"profile"
        np.testing.assert_array_equal(tile.rgb, restored.rgb[place])
        is_alpha = progress.done > 2
        known = enlarged.alpha[place] // 2 + 100 if is_alpha else enlarged.alpha[place]
        np.testing.assert_allclose(tile.alpha, known, atol=1)


def test_a_cancelled_picture_never_reaches_the_network() -> None:
    answers = iter([False, False, True])
    halves = Halves()
    with pytest.raises(Cancelled):
        restore_picture(glass(), halves, RunRequest(is_cancelled=lambda: next(answers)))
    assert halves.calls == 1
    with pytest.raises(Cancelled):
        restore_picture(glass(), halves, RunRequest(is_cancelled=lambda: True))
    assert halves.calls == 1


def test_the_time_of_a_pause_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("desktop_app.imaging.picture_run.perf_counter", lambda: now[0])

    def pause() -> bool:
        now[0] += 100
        return False

    _, run = restore_picture(Picture(logo()), Halves(), RunRequest(is_cancelled=pause))
    assert run.seconds == 0


@pytest.mark.parametrize(
    ("enlarged", "tiles", "outcome"),
    [
        (0, 0, RunOutcome.RESTORED),
        (0, 2, RunOutcome.RESTORED),
        (1, 2, RunOutcome.PARTLY_RESTORED),
        (2, 2, RunOutcome.NOT_RESTORED),
    ],
)
def test_the_outcome_follows_from_the_tiles_that_stayed_enlarged(
    enlarged: int, tiles: int, outcome: RunOutcome
) -> None:
    engine = EngineInfo(NetworkInfo("halves", "Halves"), "CPU", "fp32")
    assert RunFacts(engine, 1.0, tiles, 0, enlarged).outcome is outcome
