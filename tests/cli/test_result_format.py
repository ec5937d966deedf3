"""The files that ``clearmark enhance`` writes: SVG, print width, conversion to sRGB."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from desktop_app.cli import result_format
from desktop_app.imaging.picture import srgb_profile
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.tracing import trace
from desktop_app.main import main
from models.restorer import Restorer
from tests.cli.file_names import file_names
from tests.imaging.file_builders import swapped_rgb_profile

StandInFixture = Callable[..., None]


@pytest.mark.slow
def test_a_sample_becomes_shapes_as_wide_as_asked(logo: Path, stand_in: StandInFixture) -> None:
    stand_in()
    assert main(["enhance", str(logo), "-o", str(logo.parent / "out")]) == 0
    words = ["-f", "svg", "--print-width", "4,2cm", "--receipt"]
    assert main(["enhance", str(logo), *words]) == 0
    assert file_names(logo.parent) >= {"logo-2x.svg", "logo-2x.receipt.json"}
    root = ElementTree.parse(logo.with_name("logo-2x.svg")).getroot()
    assert (root.attrib["width"], root.attrib["height"]) == ("42mm", "19.25mm")
    assert root[0].text == "logo"
    shapes = sum(element.tag.endswith("path") for element in root.iter())
    assert shapes == trace(read_picture(logo.parent / "out" / "logo-2x.png")).paths
    receipt = json.loads(logo.with_name("logo-2x.receipt.json").read_text(encoding="utf-8"))
    assert receipt["settings"]["format"] == "svg"
    assert receipt["settings"]["print_width"] == "42 mm"


@pytest.mark.slow
def test_an_earlier_result_counts_only_with_the_same_width(
    logo: Path, stand_in: StandInFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in()
    words = ["enhance", str(logo), "--resume", "-f", "svg"]
    assert main([*words, "--print-width", "42mm"]) == 0
    assert main([*words, "--print-width", "50mm"]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.svg", "logo-2x (2).svg"}

    def refuse(*_arguments: object) -> None:
        raise AssertionError("something was done twice")

    monkeypatch.setattr(Restorer, "load", refuse)
    assert main([*words, "--print-width", "5cm"]) == 0


def test_pixels_get_the_width_and_srgb_too(tmp_path: Path, stand_in: StandInFixture) -> None:
    stand_in()
    red = tmp_path / "red.png"
    Image.new("RGB", (60, 40), (255, 0, 0)).save(red, icc_profile=swapped_rgb_profile())
    assert main(["enhance", str(red), "--srgb", "--print-width", "10mm"]) == 0
    with Image.open(tmp_path / "red-2x.png") as image:
        assert image.info["icc_profile"] == srgb_profile()
        assert image.info["dpi"][0] == pytest.approx(120 / 10 * 25.4, abs=0.02)
        assert np.abs(np.array(image)[20, 20].astype(int) - (0, 255, 0)).max() <= 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--print-width", "wide"], "'wide' is no length such as 42mm"),
        (["--print-width", "0mm"], "is no length"),
        (["-f", "svg", "--sheet"], "a --sheet shows pixels"),
    ],
)
def test_words_that_make_no_sense(
    logo: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(["enhance", str(logo), *words])
    assert exit_.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.slow
def test_what_cannot_be_written_is_told_of_that_picture_only(
    logo: Path,
    stand_in: StandInFixture,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand_in()
    clear = logo.with_name("clear.png")
    Image.new("RGBA", (20, 20)).save(clear)
    assert main(["enhance", "-f", "svg", str(clear), str(logo)]) == 1
    assert "transparent all over" in capsys.readouterr().err
    monkeypatch.setattr(result_format, "MAX_TRACED_PIXELS", 384 * 176 - 1)
    monkeypatch.setattr(Restorer, "load", lambda *_: pytest.fail("restored in vain"))
    assert main(["enhance", "-f", "svg", str(logo)]) == 1
    assert "384 × 176 pixels is too large to be traced" in capsys.readouterr().err
    assert file_names(logo.parent) == {"logo.jpg", "clear.png", "logo-2x.svg"}


@pytest.mark.parametrize(
    ("words", "side", "said"),
    [
        (["--print-width", "1000000000mm"], 20, "40 pixels cannot be printed 1e+09 mm wide"),
        (["-f", "webp"], 8192, "“long-2x.webp” was not written: WebP ends at 16383 pixels"),
        (["-f", "jpeg"], 32751, "“long-2x.jpg” was not written: JPEG ends at 65500 pixels"),
        (["-f", "avif"], 16385, "“long-2x.avif” was not written: AVIF ends at 32768 pixels"),
        (["--scale", "4"], 9000, "“long.png” would have 0 megapixels at 4×; the limit is 0."),
    ],
)
def test_what_no_file_could_hold_is_refused_before_the_long_work(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    side: int,
    said: str,
) -> None:
    monkeypatch.setattr(Restorer, "load", lambda *_: pytest.fail("restored in vain"))
    monkeypatch.setattr("desktop_app.imaging.restore.MAX_OUTPUT_PIXELS", 4 * 32751)
    long = tmp_path / "long.png"
    Image.new("RGB", (side, 1)).save(long)
    assert main(["enhance", *words, str(long)]) == 1
    assert said in capsys.readouterr().err
    assert file_names(tmp_path) == {"long.png"}
