from __future__ import annotations

import io
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import resvg
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageDraw

from desktop_app.imaging import tracing
from desktop_app.imaging.alpha import composite
from desktop_app.imaging.palette import choose_colours
from desktop_app.imaging.picture import Picture, Pixels
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.tracing import (
    Layering,
    TraceError,
    TraceMode,
    TraceSettings,
    trace,
)
from desktop_app.imaging.writing import WriteError, write_svg
from tests.imaging.file_builders import logo, swapped_rgb_profile
from tests.imaging.known_logo import known_logo

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
RED, PAPER, BLUE = (200, 30, 40), (240, 235, 220), (20, 60, 160)


def disc(side: int = 96, fine: int = 8) -> Picture:
    """A red disc and a blue dot on paper, antialiased."""
    image = Image.new("RGB", (side * fine, side * fine), PAPER)
    draw = ImageDraw.Draw(image)
    draw.circle((side * fine / 2, side * fine / 2), side * fine * 0.3, RED)
    draw.circle((side * fine * 0.9, side * fine * 0.1), 3 * fine, BLUE)
    return Picture(np.array(image.reduce(fine)))


def rendered(svg: str, width: int, height: int) -> Pixels:
    """The document as any program draws it at this size, shape (H, W, 4)."""
    sized = re.sub(
        r'width="[^"]*" height="[^"]*"', f'width="{width}" height="{height}"', svg, count=1
    )
    tree = resvg.usvg.Tree.from_str(sized, resvg.usvg.Options.default())
    png = resvg.render(tree, (1, 0, 0, 0, 1, 0))
    return np.array(Image.open(io.BytesIO(png)).convert("RGBA"))


def attributes(svg: str) -> dict[str, str]:
    return ElementTree.fromstring(svg.encode()).attrib


def test_a_logo_becomes_few_shapes_in_its_own_colours() -> None:
    picture = disc()
    traced = trace(picture)
    assert set(traced.colours) == {RED, PAPER, BLUE}
    assert traced.paths == 3
    drawn = rendered(traced.svg, 96, 96)[..., :3].astype(int)
    rms = float(np.sqrt(np.square(drawn - picture.rgb).mean()))
    assert traced.distance == pytest.approx(rms, abs=0.02)
    assert rms < 3  # measured: 2.4
    assert tuple(drawn[48, 48]) == RED


def test_the_document_stays_true_at_every_size() -> None:
    drawn = rendered(trace(disc()).svg, 960, 960)[..., :3].astype(int)
    truth = disc(960, 2).rgb.astype(int)
    is_wrong = np.abs(drawn - truth).max(axis=2) > 60
    assert is_wrong.mean() < 0.01  # measured: 0.007, all of it at the edges


def test_transparency_is_kept_even_where_there_is_little() -> None:
    logo_with_alpha = known_logo(4).picture
    traced = trace(logo_with_alpha)
    drawn = rendered(traced.svg, logo_with_alpha.width, logo_with_alpha.height)
    assert logo_with_alpha.alpha is not None
    assert np.abs(drawn[..., 3].astype(int) - logo_with_alpha.alpha).mean() < 1
    small_hole = np.full((40, 60), 255, np.uint8)
    small_hole[10:14, 10:14] = 0
    drawn = rendered(trace(Picture(logo(), small_hole)).svg, 60, 40)
    assert drawn[12, 12, 3] == 0
    assert drawn[30, 50, 3] == 255


def test_size_is_in_millimetres_where_the_picture_has_a_print_size() -> None:
    picture = disc()
    in_pixels = attributes(trace(picture).svg)
    assert (in_pixels["width"], in_pixels["viewBox"]) == ("96", "0 0 96 96")
    svg = trace(replace(picture, dpi=(254, 127))).svg
    on_paper = attributes(svg)
    assert (on_paper["width"], on_paper["height"]) == ("9.6mm", "19.2mm")
    assert on_paper["viewBox"] == "0 0 9.6 19.2"
    drawn = rendered(svg, 96, 192)
    assert tuple(drawn[96, 96 // 2 + 26]) == tuple(drawn[96 + 52, 48]) == (*RED, 255)
    assert tuple(drawn[96, 96 // 2 + 32]) == tuple(drawn[96 + 64, 48]) == (*PAPER, 255)


def test_title_and_colours_of_a_profile() -> None:
    picture = Picture(
        np.full((20, 20, 3), (255, 0, 0), np.uint8), icc_profile=swapped_rgb_profile()
    )
    traced = trace(picture, title="Tom & <Jerry>\n\udcff")
    root = ElementTree.fromstring(traced.svg.encode())
    assert root[0].text == "Tom & <Jerry>"
    assert np.abs(np.array(traced.colours[0]) - (0, 255, 0)).max() <= 3
    with pytest.raises(TraceError, match="profile"):
        trace(Picture(logo(), icc_profile=b"nonsense"))


def test_settings_do_what_they_say() -> None:
    picture = disc()
    few = trace(picture, TraceSettings(colours=2))
    assert len(few.colours) == 2
    assert few.distance > trace(picture).distance
    assert re.search(r"\d[C]", trace(picture).svg)
    straight = trace(picture, TraceSettings(mode=TraceMode.POLYGON))
    assert not re.search(r"\d[C]", straight.svg)
    assert trace(picture, TraceSettings(smallest=9)).paths < trace(picture).paths
    stacked = trace(picture, TraceSettings(layering=Layering.STACKED))
    cutout = trace(picture, TraceSettings(layering=Layering.CUTOUT))
    holes = [traced.svg.count("M") for traced in (stacked, cutout)]
    assert holes[0] < holes[1]  # the paper has holes where it is cut out


def test_outlines_lie_on_the_edges() -> None:
    traced = trace(disc())
    lines = rendered(traced.outlines, 96, 96)
    assert lines[48, 48, 3] == 0
    edge = 48 + round(96 * 0.3)
    assert lines[48, edge - 2 : edge + 3, 3].max() > 32  # a quarter wide, drawn without the effect
    assert traced.outlines.count("<path") == traced.paths


@pytest.mark.parametrize(
    "change", [{"colours": 1}, {"colours": 65}, {"smallest": -1}, {"corner": 181}]
)
def test_settings_are_checked(change: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="must be"):
        TraceSettings(**change)  # type: ignore[arg-type]


def test_what_cannot_be_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TraceError, match="transparent all over"):
        trace(Picture(logo(), np.full((40, 60), 9, np.uint8)))
    monkeypatch.setattr(tracing, "MAX_TRACED_PIXELS", 2399)
    with pytest.raises(TraceError, match="60 × 40 pixels is too large"):
        trace(Picture(logo()))


_sides = st.integers(1, 12)


@example(Picture(np.zeros((2, 3, 3), np.uint8), np.array([[128, 0, 114], [114] * 3], np.uint8)))
@settings(max_examples=40)
@given(
    st.tuples(_sides, _sides).flatmap(
        lambda shape: st.builds(
            Picture, arrays(np.uint8, (*shape, 3)), st.none() | arrays(np.uint8, shape)
        )
    )
)
def test_any_small_picture_is_traced_or_refused(picture: Picture) -> None:
    try:
        traced = trace(picture)
    except TraceError:
        assert picture.alpha is not None
        assert picture.alpha.max() < 128
    else:
        root = ElementTree.fromstring(traced.svg.encode())
        assert root.tag.endswith("svg")
        paths = [element.attrib["d"] for element in root.iter() if "d" in element.attrib]
        assert len(paths) == traced.paths
        assert all(path.startswith("M") and path.rstrip().endswith("Z") for path in paths)
        assert "nan" not in traced.svg
        assert 0 <= traced.distance <= 255


def test_colours_of_flat_places_are_not_those_of_their_edges() -> None:
    for name in ("juniper", "halden", "ostrel"):
        picture = read_picture(SAMPLES / f"{name}-original.png")
        seen = picture.rgb if picture.alpha is None else picture.rgb[picture.alpha == 255]
        colours, counts = np.unique(seen.reshape(-1, 3), axis=0, return_counts=True)
        fills = colours[counts > len(seen.reshape(-1, 3)) * 0.05].astype(int)
        palette = choose_colours(picture).astype(int)
        distance = np.abs(fills[:, None] - palette).max(axis=2).min(axis=1)
        assert distance.max() == 0, name
        assert len(palette) <= 5


def test_tracing_the_sharp_picture_comes_closer_to_the_truth_than_the_blurry_one() -> None:
    truth = read_picture(SAMPLES / "halden-original.png")
    soft = Image.fromarray(truth.rgba()).reduce(2).resize((truth.width, truth.height))
    pixels = np.array(soft)
    blurry = Picture(np.ascontiguousarray(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3]))

    def error(picture: Picture) -> float:
        drawn = rendered(trace(picture).svg, truth.width, truth.height)
        sides = (
            composite(np.ascontiguousarray(rgba[..., :3]), rgba[..., 3], (255, 255, 255))
            for rgba in (drawn, truth.rgba())
        )
        first, second = (side.astype(float) for side in sides)
        return float(np.sqrt(np.square(first - second).mean()))

    assert error(truth) < 0.8 * error(blurry)


def test_another_process_can_trace_so_that_the_window_need_not_wait() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        assert other.submit(trace, disc(48)).result(60) == trace(disc(48))


# --- writing -------------------------------------------------------------------------------------


def test_writing_is_as_safe_as_for_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    svg = trace(disc(), title="Größe").svg
    path = tmp_path / "logo.svg"
    write_svg(svg, path)
    assert path.read_text(encoding="utf-8") == svg
    with pytest.raises(WriteError, match="already exists"):
        write_svg("", path)
    with pytest.raises(WriteError, match="is the original"):
        write_svg("", path, source=path, overwrite=True)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteError, match="the disk is full"):
        write_svg("", path, overwrite=True)
    assert path.read_text(encoding="utf-8") == svg
    assert list(tmp_path.iterdir()) == [path]
