"""``clearmark enhance``: with the shipped network where it matters, with a stand-in for failures."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop_app.cli.contact_sheet import draw_contact_sheet
from desktop_app.cli.parser import FORMATS
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.writing import ExportFormat
from desktop_app.logs import data_folder
from desktop_app.main import main
from desktop_app.paths import SAMPLES
from models import enlarge as enlarging
from models.errors import OutOfMemoryError
from models.progress import TileSource
from models.registry import AUTOMATIC, MODELS
from models.restorer import Restorer
from models.scales import SCALES
from tests.cli.file_names import file_names
from tests.fakes import FakeRestorer

# --- With the shipped network ---------------------------------------------------------------------


def test_a_logo_is_restored_beside_its_source(
    logo: Path, capsys: pytest.CaptureFixture[str], no_network: None
) -> None:
    before = logo.read_bytes()
    assert main(["enhance", str(logo)]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png"}
    assert logo.read_bytes() == before
    with Image.open(logo.parent / "logo-2x.png") as result:
        assert (result.size, result.mode, result.format) == ((384, 176), "RGB", "PNG")
        assert result.info["dpi"] == pytest.approx((288, 288), abs=0.1)
    said = capsys.readouterr()
    assert re.fullmatch(
        r"logo\.jpg → logo-2x\.png  192 × 88 → 384 × 176, \d+\.\d\d s, .+ (fp32|fp16|bf16)\n",
        said.out,
    )
    assert said.err == ""


def test_the_result_is_sharper_and_still_the_same_logo(logo: Path) -> None:
    """The result is nearer to the sharp original than an enlarged picture."""
    assert main(["enhance", str(logo)]) == 0
    with (
        Image.open(logo) as small,
        Image.open(SAMPLES / "juniper-original.png") as original,
        Image.open(logo.parent / "logo-2x.png") as result,
    ):
        sharp = np.asarray(original.convert("RGB"), np.float64)
        restored = np.asarray(result.convert("RGB"), np.float64)
        enlarged = enlarging.enlarge(np.asarray(small.convert("RGB")), 2).astype(np.float64)
    assert np.abs(restored - sharp).mean() < 0.8 * np.abs(enlarged - sharp).mean()


def test_transparency_is_kept(tmp_path: Path) -> None:
    mark = Path(shutil.copy(SAMPLES / "halden.png", tmp_path))
    assert main(["enhance", str(mark), "--sheet", "--model", "clearmark-small"]) == 0
    with Image.open(tmp_path / "halden-2x.png") as result:
        assert (result.size, result.mode) == ((448, 160), "RGBA")
        assert result.getchannel("A").getextrema() == (0, 255)


def test_a_steady_result_is_another_one_and_is_told_apart(tmp_path: Path) -> None:
    """Both colour and alpha are averaged; a resumed run accepts only results with the same setting."""
    mark = Path(shutil.copy(SAMPLES / "halden.png", tmp_path))
    words = ["enhance", str(mark), "--resume", "--receipt", "--model", "clearmark-small"]
    assert main([*words, "--name", "single", "--no-steady"]) == 0
    assert main([*words, "--name", "steady"]) == 0  # it is the default
    assert main([*words, "--name", "steady", "--steady"]) == 0
    assert file_names(tmp_path) >= {"single.png", "steady.png"}
    assert "steady (2).png" not in file_names(tmp_path)
    settings = [
        json.loads((tmp_path / f"{name}.receipt.json").read_text("utf-8"))["settings"]["steady"]
        for name in ("single", "steady")
    ]
    assert settings == [False, True]
    with Image.open(tmp_path / "single.png") as one, Image.open(tmp_path / "steady.png") as other:
        single, steady = (np.asarray(image).astype(int) for image in (one, other))
    for channels in (slice(0, 3), slice(3, 4)):
        difference = np.abs(single - steady)[..., channels]
        assert difference.max() > 0
        assert difference.mean() < 3


# --- Where results go -----------------------------------------------------------------------------


def test_nothing_is_overwritten_unless_asked(logo: Path, stand_in: Callable[..., None]) -> None:
    stand_in()
    for _ in range(2):
        assert main(["enhance", str(logo)]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png", "logo-2x (2).png"}
    (logo.parent / "logo-2x.png").write_bytes(b"")
    assert main(["enhance", "--overwrite", str(logo)]) == 0
    assert (logo.parent / "logo-2x.png").stat().st_size > 0
    assert len(file_names(logo.parent)) == 3


def test_two_sources_of_one_name_both_get_a_result(
    logo: Path, stand_in: Callable[..., None]
) -> None:
    stand_in()
    twin = logo.with_suffix(".png")
    Image.new("RGB", (10, 10)).save(twin)
    assert main(["enhance", "--overwrite", str(logo), str(twin)]) == 0
    assert file_names(logo.parent) - {"logo.jpg", "logo.png"} == {"logo-2x.png", "logo-2x (2).png"}
    with Image.open(logo.parent / "logo-2x (2).png") as result:
        assert result.size == (20, 20)


def test_the_output_folder_is_made(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    folder = logo.parent / "new" / "results"
    assert main(["enhance", str(logo), "-o", str(folder)]) == 0
    assert file_names(folder) == {"logo-2x.png"}
    assert str(folder / "logo-2x.png") in capsys.readouterr().out


def test_an_output_folder_that_cannot_be_made_is_said_at_once(
    logo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["enhance", str(logo), "-o", str(logo / "results")]) == 2
    assert "cannot be made" in capsys.readouterr().err


@pytest.mark.parametrize("word", ExportFormat)
def test_formats(logo: Path, stand_in: Callable[..., None], word: str) -> None:
    stand_in()
    assert main(["enhance", str(logo), "--format", word, "--quality", "80"]) == 0
    (result,) = (path for path in logo.parent.iterdir() if path != logo)
    with Image.open(result) as image:
        assert image.format == word.upper()
    assert result.suffix == ExportFormat(word).suffix


def test_the_formats_of_the_command_line_are_those_of_the_files_and_svg() -> None:
    """Scripts rely on these words."""
    assert (*ExportFormat, "svg") == FORMATS
    assert FORMATS == ("png", "webp", "tiff", "jpeg", "avif", "svg")


def test_webp_is_lossless_without_a_quality(logo: Path, stand_in: Callable[..., None]) -> None:
    stand_in()
    assert main(["enhance", str(logo), "-f", "webp"]) == 0
    assert main(["enhance", str(logo), "-f", "png"]) == 0
    with (
        Image.open(logo.parent / "logo-2x.webp") as webp,
        Image.open(logo.parent / "logo-2x.png") as png,
    ):
        np.testing.assert_array_equal(np.asarray(webp), np.asarray(png))


@pytest.mark.parametrize("scale", SCALES)
def test_scales(logo: Path, stand_in: Callable[..., None], scale: int) -> None:
    stand_in()
    assert main(["enhance", str(logo), "--scale", str(scale)]) == 0
    with Image.open(logo.parent / f"logo-{scale}x.png") as result:
        assert result.size == (192 * scale, 88 * scale)


def test_a_sheet_shows_both(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    assert main(["enhance", "--sheet", str(logo)]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png", "logo-2x-sheet.png"}
    assert "before and after: logo-2x-sheet.png" in capsys.readouterr().out


def test_a_pattern_the_shell_left_alone(logo: Path, stand_in: Callable[..., None]) -> None:
    stand_in()
    shutil.copy(logo, logo.with_name("other.jpg"))
    assert main(["enhance", str(logo.parent / "*.jpg")]) == 0
    assert {"logo-2x.png", "other-2x.png"} < file_names(logo.parent)


def test_a_pattern_of_nothing_says_so(logo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pattern = str(logo.parent / "zz*.png")
    assert main(["enhance", pattern, "-o", str(logo.parent / "new")]) == 1
    assert capsys.readouterr().err == f"clearmark: Nothing matches “{pattern}”.\n"
    assert list(logo.parent.iterdir()) == [logo]


# --- When something goes wrong --------------------------------------------------------------------


def test_one_bad_file_does_not_stop_the_others(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    text = logo.with_name("text.png")
    text.write_text("no picture")
    missing = logo.with_name("missing.png")
    empty = logo.with_name("empty")
    empty.mkdir()
    assert main(["enhance", str(missing), str(empty), str(text), str(logo)]) == 1
    assert "logo-2x.png" in file_names(logo.parent)
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == 4
    assert "empty” holds no pictures; --recursive searches the folders in it too." in complaints[0]
    assert "missing.png" in complaints[1]
    assert "text.png" in complaints[2]
    assert complaints[3] == "3 of 4 failed."


def test_a_result_that_cannot_be_written_is_a_failure(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    (logo.parent / "logo-2x.png").mkdir()
    assert main(["enhance", "--overwrite", str(logo)]) == 1
    assert "is a folder" in capsys.readouterr().err


def test_tiles_that_fell_back_are_told(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(TileSource.ENLARGED, TileSource.NETWORK_FP32)
    assert main(["enhance", str(logo), str(logo)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == (
        "  1 of 2 tiles were only enlarged, since the network's answer could not be right."
    )
    assert lines[3] == "  1 of 2 tiles were computed again in full precision."


def test_an_answer_that_was_refused_is_told_and_stands_in_receipt_and_sheet(
    logo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = dict.fromkeys((1, 2), TileSource.ENLARGED)
    fake = FakeRestorer(parts=2, only_enlarges=True, sources=sources)
    monkeypatch.setattr(Restorer, "load", lambda *_: fake)
    captions: list[tuple[str, str]] = []

    def draw(before: Picture, after: Picture, words: tuple[str, str]) -> Picture:
        captions.append(words)
        return draw_contact_sheet(before, after, words)

    monkeypatch.setattr("desktop_app.cli.enhance.draw_contact_sheet", draw)
    assert main(["enhance", "--receipt", "--sheet", "--json", str(logo)]) == 0
    said = capsys.readouterr()
    sentence = (
        "Not restored: the network's answer could not be right and was refused; "
        "this is the picture without sharpening."
    )
    assert said.err.splitlines()[1] == f"  {sentence}"
    done, summary = map(json.loads, said.out.splitlines())
    assert (done["outcome"], done["notes"]) == ("not restored", [sentence])
    assert (summary["done"], summary["not_restored"]) == (1, 1)
    assert json.loads(Path(done["receipt"]).read_text())["outcome"] == "not restored"
    assert captions[0][1] == "Not restored"


def test_what_reading_could_not_keep_is_told(
    tmp_path: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    assert main(["enhance", str(tmp_path / "moving.gif")]) == 0
    (_, note) = capsys.readouterr().out.splitlines()
    assert note.startswith("  ")
    assert "2 frames" in note


def test_out_of_memory_costs_one_picture(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(OutOfMemoryError("There is not enough memory."))
    assert main(["enhance", str(logo), str(logo)]) == 1
    said = capsys.readouterr()
    assert "logo.jpg: There is not enough memory." in said.err
    assert "logo-2x.png" in said.out


def test_what_nobody_foresaw_is_in_the_log(logo: Path, stand_in: Callable[..., None]) -> None:
    stand_in(ZeroDivisionError("never seen before"))
    assert main(["enhance", str(logo)]) == 1
    log = (data_folder() / "logs" / "command-line.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError: never seen before" in log
    assert "Traceback" in log


@pytest.mark.parametrize(
    "words",
    [
        ["--model", "no-such-model"],
        ["--device", "cuda:99"],
    ],
)
def test_no_such_model_or_device(
    logo: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = logo.parent / "new" / "results"
    assert main(["enhance", str(logo), "-o", str(folder), *words]) == 2
    assert words[1] in capsys.readouterr().err
    assert list(logo.parent.iterdir()) == [logo]


def test_a_damaged_model_file_is_a_failure(
    logo: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path_factory.mktemp("models") / "mine.safetensors"
    model.write_bytes(b"not a model")
    assert main(["enhance", str(logo), str(logo), "--model", str(model)]) == 1
    assert capsys.readouterr().err.count("mine.safetensors") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["enhance"],
        ["enhance", "logo.png", "--quality", "0"],
        ["enhance", "logo.png", "--scale", "3"],
        ["enhance", "logo.png", "--format", "bmp"],
        ["enhance", "logo.png", "--name", "{nonsense}"],
        ["enhance", "logo.png", "--watch", "folder"],
        ["--nonsense"],
    ],
)
def test_words_that_make_no_sense(words: list[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main(words)
    assert leaving.value.code == 2


def test_an_interrupt_leaves_nothing_behind(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(TileSource.NETWORK, KeyboardInterrupt())
    assert main(["enhance", str(logo), str(logo), str(logo)]) == 130
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png"}
    assert capsys.readouterr().err == "Interrupted.\n"


# --- The rest -------------------------------------------------------------------------------------


def test_models_and_devices_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name in (AUTOMATIC, *(model.name for model in MODELS)):
        assert any(line.startswith(f"  {name}  ") for line in lines)
    assert lines[-1].startswith("  cpu  CPU")


def test_without_a_display_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "no display" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["a.png", "b.png"], ["open", "a.png", "b.png"]])
def test_files_open_the_window(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    opened: list[Path] = []

    def open_window(files: list[Path], *_: object) -> int:
        opened.extend(files)
        return 0

    monkeypatch.setattr("desktop_app.main.open_window", open_window)
    assert main(words) == 0
    assert opened == [Path("a.png"), Path("b.png")]
