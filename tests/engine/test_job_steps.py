"""The steps of a job and the clipboard, as plain functions: what is shown, copied and refused."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.domain.jobs import Choices, Job, JobError, Remedy, Source
from desktop_app.engine.clipboard import encode_for_clipboard
from desktop_app.engine.job_steps import make_preview, merge_tiles, open_picture, restore_opened
from desktop_app.imaging.display import THUMBNAIL
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import PictureProgress
from desktop_app.imaging.reading_errors import ReadError
from models.enlarge import enlarge
from models.progress import Cancelled
from models.tiling import Box
from tests.fakes import FakeRestorer
from tests.imaging.file_builders import linear_srgb_profile, srgb_profile, swapped_rgb_profile
from tests.pictures import logo, save_logo

TILE = Box(0, 0, 64, 64)


def make_job(path: Path | bytes | QImage, scale: int = 2) -> Job:
    return Job(1, 1, Source("logo.png", path), Choices(scale=scale))


def with_profile(path: Path, profile: bytes) -> Path:
    Image.fromarray(logo()).save(path, icc_profile=profile)
    return path


def test_a_picture_with_a_profile_is_shown_through_it_and_kept_as_it_is(tmp_path: Path) -> None:
    path = with_profile(tmp_path / "logo.png", swapped_rgb_profile())
    opened = open_picture(make_job(path))
    shown = opened.picture.in_srgb().rgb
    assert not np.array_equal(shown, logo())
    np.testing.assert_array_equal(opened.picture.rgb, logo())
    np.testing.assert_array_equal(opened.input_pyramid.region(0, 0, 0, 48, 80), shown)
    tiles: list[PictureProgress] = []
    result = restore_opened(make_job(path), opened, FakeRestorer(), tiles.append)
    in_srgb = result.picture.in_srgb().rgb
    np.testing.assert_array_equal(result.pyramid.region(0, 0, 0, 96, 160), in_srgb)
    partial = merge_tiles(opened.enlarged_pyramid, tiles)
    np.testing.assert_array_equal(partial.pyramid.region(0, 0, 0, 96, 160), in_srgb)
    assert result.picture.icc_profile == opened.picture.icc_profile
    assert encode_for_clipboard(result.picture).image.pixelColor(80, 48).red() == in_srgb[48, 80, 0]


def test_srgb_is_shown_as_it_is(tmp_path: Path) -> None:
    opened = open_picture(make_job(with_profile(tmp_path / "logo.png", srgb_profile())))
    assert opened.profile == "sRGB"
    np.testing.assert_array_equal(opened.input_pyramid.region(0, 0, 0, 48, 80), logo())


def test_a_linear_profile_is_not_taken_for_srgb_by_its_name(tmp_path: Path) -> None:
    path = with_profile(tmp_path / "logo.png", linear_srgb_profile())
    opened = open_picture(make_job(path))
    assert opened.profile == "Linear sRGB"
    shown = opened.picture.in_srgb().rgb
    assert np.abs(shown.astype(int) - logo()).max() > 50
    np.testing.assert_array_equal(opened.input_pyramid.region(0, 0, 0, 48, 80), shown)


def test_a_spoilt_profile_is_no_obstacle() -> None:
    picture = Picture(logo(), icc_profile=b"no profile")
    job = Job(1, 1, Source("logo.png", b""), Choices(), picture)
    opened = open_picture(job)
    np.testing.assert_array_equal(opened.input_pyramid.region(0, 0, 0, 48, 80), logo())


@pytest.mark.parametrize(("height", "width"), [(1, 1), (3, 500), (500, 3), (40, 40), (900, 300)])
def test_thumbnails_of_all_shapes(tmp_path: Path, height: int, width: int) -> None:
    small = make_preview(make_job(save_logo(tmp_path / "logo.png", height, width, has_alpha=True)))
    rows, columns, channels = small.thumbnail.shape
    assert channels == 4
    assert max(rows, columns) <= THUMBNAIL
    assert (rows, columns) == (height, width) or max(rows, columns) >= THUMBNAIL // 2
    assert (small.height, small.width) == (height, width)


@pytest.mark.parametrize("has_alpha", [False, True])
def test_a_preview_knows_whether_the_picture_is_transparent(
    tmp_path: Path, *, has_alpha: bool
) -> None:
    file = save_logo(tmp_path / "logo.png", has_alpha=has_alpha)
    assert make_preview(make_job(file)).has_alpha == has_alpha


def test_an_empty_image_of_the_clipboard_is_refused() -> None:
    with pytest.raises(ReadError, match="clipboard"):
        open_picture(make_job(QImage()))


def test_a_result_too_large_is_refused_before_memory_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_logo(tmp_path / "logo.png")
    monkeypatch.setattr("desktop_app.imaging.restore.MAX_OUTPUT_PIXELS", 160 * 96)
    open_picture(make_job(path, 2))
    with pytest.raises(JobError, match="at 4×") as caught:
        open_picture(make_job(path, 4))
    assert caught.value.remedy is Remedy.USE_SMALLER_SCALE


def test_a_cancelled_job_is_not_enlarged_and_not_restored(tmp_path: Path) -> None:
    job = make_job(save_logo(tmp_path / "logo.png"))
    opened = open_picture(job)
    job.cancel.set()
    with pytest.raises(Cancelled):
        open_picture(job)
    restorer = FakeRestorer()
    with pytest.raises(Cancelled):
        restore_opened(job, opened, restorer, lambda _progress: None)
    assert restorer.calls == 0


def test_progress_that_shows_no_tile_counts_but_is_not_painted(tmp_path: Path) -> None:
    opened = open_picture(make_job(save_logo(tmp_path / "logo.png")))
    partial = merge_tiles(opened.enlarged_pyramid, [PictureProgress(1, 2, 0.1, TILE)])
    assert partial.changed == ()
    assert partial.pyramid is opened.enlarged_pyramid


def test_the_time_left_follows_the_tiles_done() -> None:
    assert PictureProgress(3, 12, 6.0, TILE).seconds_left == pytest.approx(18.0)
    assert PictureProgress(12, 12, 24.0, TILE).seconds_left == 0


def test_a_copy_keeps_profile_and_density() -> None:
    picture = Picture(enlarge(logo(), 2), icc_profile=srgb_profile(), dpi=(300, 300))
    with Image.open(io.BytesIO(encode_for_clipboard(picture).png)) as image:
        assert image.info["icc_profile"] == srgb_profile()
        assert image.info["dpi"][0] == pytest.approx(300, rel=0.01)
