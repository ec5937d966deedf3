"""Batches: folders, names, receipts, JSON and resuming after a kill, with a stand-in for the network."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop_app.cli.journal import JOURNAL_NAME
from desktop_app.imaging import file_lock
from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.file_system import write_atomically
from desktop_app.main import main
from desktop_app.version import program_version
from models.errors import OutOfMemoryError
from models.progress import TileSource
from models.registry import MODELS
from models.restorer import Restorer
from tests.cli.file_names import file_names

StandInFixture = Callable[..., None]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Five pictures in three folders, and a file that is no picture."""
    root = tmp_path / "in"
    (root / "b" / "c").mkdir(parents=True)
    for number, name in enumerate(
        ("logo10.png", "logo2.png", "b/mark.png", "b/c/deep.png", "b/c/.hidden.png"), start=10
    ):
        Image.new("RGB", (number, 10), "navy").save(root / name)
    (root / "notes.txt").write_text("no picture")
    return root


@pytest.fixture
def no_more(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A function after whose call no network may be loaded."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError("something was done twice")

    return lambda: monkeypatch.setattr(Restorer, "load", refuse)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


# --- folders --------------------------------------------------------------------------------------


def test_a_folder_stands_for_the_pictures_in_it(
    tree: Path, stand_in: StandInFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    assert main(["enhance", str(tree), "-o", str(tree.parent / "out")]) == 0
    assert file_names(tree.parent / "out") == {"logo2-2x.png", "logo10-2x.png"}
    order = [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()]
    assert order == ["logo2.png", "logo10.png"]


def test_recursive_results_mirror_the_tree(tree: Path, stand_in: StandInFixture) -> None:
    stand_in()
    out = tree / "out"  # in the tree itself: a second run must not take its results
    for _ in range(2):
        assert main(["enhance", "-r", str(tree), "-o", str(out), "--overwrite"]) == 0
        expected = {"logo2-2x.png", "logo10-2x.png", "b/mark-2x.png", "b/c/deep-2x.png"}
        assert file_names(out) == expected


def test_results_beside_their_sources_are_not_enlarged_again(
    tree: Path, stand_in: StandInFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    assert main(["enhance", str(tree), "--sheet"]) == 0
    before = file_names(tree)
    assert main(["enhance", str(tree), "--sheet", "--overwrite"]) == 0
    assert file_names(tree) == before
    assert "4 results of earlier runs were left out." in capsys.readouterr().out


def test_patterns_for_whole_trees(tree: Path, stand_in: StandInFixture) -> None:
    stand_in()
    out = tree.parent / "out"
    assert main(["enhance", str(tree / "**" / "*e*.png"), "-o", str(out)]) == 0
    assert file_names(out) == {"deep-2x.png"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only some users make links.")
def test_links_that_lead_in_a_circle_are_told_of_and_stop_nothing(
    tree: Path, stand_in: StandInFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    for name in ("aaa.png", "loop"):
        (tree / name).symlink_to(tree / name)
    too_long = tree / ("x" * 300) / "a.png"
    words = ["--resume", str(tree), str(tree / "loop" / "a.png"), str(too_long)]
    assert main(["enhance", *words]) == 1
    assert {"logo2-2x.png", "logo10-2x.png"} <= file_names(tree)
    said = capsys.readouterr().err
    assert "“aaa.png” is a link that leads in a circle." in said
    assert "“a.png” is a link that leads in a circle." in said
    assert "3 of 5 failed." in said


# --- names ----------------------------------------------------------------------------------------


def test_names_from_a_pattern(tree: Path, stand_in: StandInFixture) -> None:
    stand_in()
    out = tree.parent / "out"
    words = ["--name", "{number} {name} {width}x{height} {model}"]
    assert main(["enhance", str(tree), "-o", str(out), *words]) == 0
    model = MODELS[0].name
    assert file_names(out) == {f"001 logo2 22x20 {model}.png", f"002 logo10 20x20 {model}.png"}


def test_an_overwriting_batch_never_replaces_its_own_sources(
    logo: Path, stand_in: StandInFixture
) -> None:
    """The result of the first source would have the name of the second source."""
    stand_in()
    second = logo.with_name("logo-2x.png")
    Image.new("RGB", (5, 5), "red").save(second)
    before = second.read_bytes()
    assert main(["enhance", "--overwrite", str(logo), str(second)]) == 0
    assert second.read_bytes() == before
    assert file_names(logo.parent) >= {"logo-2x (2).png", "logo-2x-2x.png"}


# --- for programs ---------------------------------------------------------------------------------


def test_json_lines(
    tree: Path, stand_in: StandInFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(TileSource.ENLARGED, OutOfMemoryError("There is not enough memory."))
    out = tree.parent / "out"
    assert main(["enhance", str(tree), "-o", str(out), "--json", "--receipt"]) == 1
    said = capsys.readouterr()
    done, failed, summary = (json.loads(line) for line in said.out.splitlines())
    assert (done["state"], done["source"]) == ("done", str(tree / "logo2.png"))
    assert done["result"] == str(out / "logo2-2x.png")
    assert done["notes"] == [
        "1 of 2 tiles were only enlarged, since the network's answer could not be right."
    ]
    receipt = json.loads(Path(done["receipt"]).read_text(encoding="utf-8"))
    assert {key: done[key] for key in receipt} == receipt
    assert failed["state"] == "failed"
    assert failed["source"] == str(tree / "logo10.png")
    assert failed["error"] == "logo10.png: There is not enough memory."
    counts = {key: summary[key] for key in ("state", "done", "skipped", "failed", "exit_code")}
    assert counts == {"state": "summary", "done": 1, "skipped": 0, "failed": 1, "exit_code": 1}
    assert "logo2.png → " in said.err
    assert "There is not enough memory." in said.err


def test_an_interrupt_is_in_the_summary(
    logo: Path, stand_in: StandInFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in(KeyboardInterrupt())
    assert main(["enhance", "--json", str(logo)]) == 130
    assert [line["exit_code"] for line in lines(capsys)] == [130]


def test_a_receipt_tells_what_was_made_from_what(logo: Path, stand_in: StandInFixture) -> None:
    stand_in()
    assert main(["enhance", str(logo), "--receipt", "-f", "webp", "-q", "80"]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.webp", "logo-2x.receipt.json"}
    receipt = json.loads((logo.parent / "logo-2x.receipt.json").read_text(encoding="utf-8"))
    result = logo.parent / "logo-2x.webp"
    assert receipt["input"] == {
        "name": "logo.jpg",
        "sha256": sha256(logo),
        "bytes": logo.stat().st_size,
        "width": 192,
        "height": 88,
    }
    assert receipt["output"] == {
        "name": "logo-2x.webp",
        "sha256": sha256(result),
        "bytes": result.stat().st_size,
        "width": 384,
        "height": 176,
    }
    assert receipt["model"] == {"name": MODELS[0].name, "sha256": sha256(MODELS[0].file)}
    assert receipt["settings"] == {
        "scale": 2,
        "steady": True,
        "format": "webp",
        "quality": 80,
        "print_width": None,
        "srgb": False,
        "name": "{name}-{scale}x",
    }
    assert receipt["program"] == f"Clearmark {program_version()}"
    assert (receipt["device"], receipt["precision"]) == ("stand-in", "fp32")
    # The stand-in only enlarges, which is faithful.
    assert receipt["scores"]["places_that_differ"] == 0
    assert 90 < receipt["scores"]["fidelity"] <= 100
    assert str(logo.parent) not in json.dumps(receipt)


def test_a_receipt_and_its_result_share_a_number(logo: Path, stand_in: StandInFixture) -> None:
    stand_in()
    (logo.parent / "logo-2x.receipt.json").write_text("someone else's")
    assert main(["enhance", str(logo), "--receipt"]) == 0
    assert file_names(logo.parent) >= {"logo-2x (2).png", "logo-2x (2).receipt.json"}
    assert (logo.parent / "logo-2x.receipt.json").read_text() == "someone else's"


# --- going on -------------------------------------------------------------------------------------


def test_a_single_picture_leaves_no_journal(logo: Path, stand_in: StandInFixture) -> None:
    stand_in()
    assert main(["enhance", str(logo)]) == 0
    assert {path.name for path in logo.parent.iterdir()} == {"logo.jpg", "logo-2x.png"}


def test_what_is_finished_is_not_done_again(
    tree: Path,
    stand_in: StandInFixture,
    no_more: Callable[[], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    stand_in(TileSource.NETWORK, TileSource.NETWORK, KeyboardInterrupt())
    out = tree.parent / "out"
    words = ["enhance", "-r", str(tree), "-o", str(out), "--receipt", "--sheet"]
    assert main(words) == 130
    first = file_names(out)
    assert len(first) == 6
    times = {name: (out / name).stat().st_mtime_ns for name in first}
    (out / "logo2-2x.receipt.json").unlink()
    (out / "logo2-2x-sheet.png").unlink()
    capsys.readouterr()

    stand_in()
    assert main([*words, "--resume"]) == 0
    assert len(file_names(out)) == 12
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "2 of 4 were done by an earlier run."
    assert sum(" → " in line for line in said) == 2
    kept = {name for name in first if (out / name).stat().st_mtime_ns == times[name]}
    assert first - kept == {"logo2-2x.receipt.json", "logo2-2x-sheet.png"}

    no_more()
    assert main([*words, "--resume", "--json"]) == 0
    *skipped, summary = lines(capsys)
    assert [line["state"] for line in skipped] == ["skipped"] * 4
    assert summary["skipped"] == 4
    assert len(file_names(out)) == 12


def test_what_changed_is_done_again(tmp_path: Path, stand_in: StandInFixture) -> None:
    stand_in()
    source, result = tmp_path / "logo.bmp", tmp_path / "logo-2x.png"
    Image.new("RGB", (10, 10), "red").save(source)
    words = ["enhance", "--resume", "--overwrite", str(source)]
    assert main(words) == 0
    red = result.read_bytes()
    result.write_bytes(red[:-1])
    assert main(words) == 0
    assert result.read_bytes() == red
    before = source.stat()
    Image.new("RGB", (10, 10), "blue").save(source)
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert source.stat().st_size == before.st_size
    assert main(words) == 0
    assert result.read_bytes() != red
    assert main([*words, "--format", "webp"]) == 0
    assert file_names(tmp_path) == {"logo.bmp", "logo-2x.png", "logo-2x.webp"}


def test_resuming_keeps_the_names_that_two_sources_shared(
    logo: Path, stand_in: StandInFixture
) -> None:
    """The second result has the unnumbered name, since the first failed; --overwrite must not reassign it."""
    twin = logo.with_suffix(".png")
    Image.new("RGB", (10, 10)).save(twin)
    stand_in(OutOfMemoryError("There is not enough memory."))
    words = ["enhance", "--overwrite", "--resume", str(logo), str(twin)]
    assert main(words) == 1
    stand_in()
    assert main(words) == 0
    assert file_names(logo.parent) - {"logo.jpg", "logo.png"} == {"logo-2x.png", "logo-2x (2).png"}
    with Image.open(logo.parent / "logo-2x.png") as result:
        assert result.size == (20, 20)


@pytest.mark.parametrize("is_named", [False, True])
def test_a_kill_around_the_moment_a_result_gets_its_name(
    logo: Path,
    stand_in: StandInFixture,
    no_more: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    is_named: bool,
) -> None:
    """Killed just before, the result is missing and made again; killed just after, it is recognised."""

    def killed(data: bytes, target: Path, *, overwrite: bool, check: Callable[[], None]) -> None:
        if is_named:
            write_atomically(data, target, overwrite=overwrite, check=check)
        raise KeyboardInterrupt

    stand_in()
    monkeypatch.setattr("desktop_app.imaging.writing.write_atomically", killed)
    words = ["enhance", "--resume", "--receipt", str(logo)]
    assert main(words) == 130
    monkeypatch.setattr("desktop_app.imaging.writing.write_atomically", write_atomically)
    if is_named:
        no_more()
    assert main(words) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png", "logo-2x.receipt.json"}
    receipt = json.loads((logo.parent / "logo-2x.receipt.json").read_text(encoding="utf-8"))
    assert receipt["output"]["sha256"] == sha256(logo.parent / "logo-2x.png")


def test_half_written_files_of_a_killed_run_are_removed(
    logo: Path, stand_in: StandInFixture
) -> None:
    stand_in()
    (logo.parent / ".clearmark-0123456789abcdef.part").write_bytes(b"half")
    assert main(["enhance", "--resume", str(logo)]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png"}


@pytest.mark.parametrize("has_folder_locks", [True, False])
@pytest.mark.parametrize("words", [["--resume"], ["--output"], ["--watch"]])
def test_a_second_run_on_the_same_folder_is_refused(
    tree: Path,
    capsys: pytest.CaptureFixture[str],
    no_more: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    has_folder_locks: bool,
) -> None:
    no_more()
    monkeypatch.setattr(file_lock, "_LOCKS_FOLDERS", has_folder_locks and os.name == "posix")
    folder = tree / "out" if words == ["--output"] else tree
    folder = tree / "restored" if words == ["--watch"] else folder
    folder.mkdir(exist_ok=True)
    other = FolderLock.acquire(folder)
    assert other is not None
    unfinished = folder / ".clearmark-0123456789abcdef.part"
    unfinished.write_bytes(b"half")
    words = [*words, str(folder), str(tree)] if words == ["--output"] else [*words, str(tree)]
    assert main(["enhance", *words]) == 1
    error = capsys.readouterr().err
    assert f"Another run is working on “{folder}”; start this one when it has ended." in error
    assert unfinished.exists()
    other.unlock()
    again = FolderLock.acquire(folder)
    assert again is not None
    again.unlock()
    assert list(folder.glob(".clearmark-*")) == [unfinished]


def test_a_torn_journal_is_read_as_far_as_it_goes(
    logo: Path, stand_in: StandInFixture, no_more: Callable[[], None]
) -> None:
    stand_in()
    other = Path(shutil.copy(logo, logo.with_name("other.jpg")))
    assert main(["enhance", str(logo), str(other)]) == 0
    journal = logo.parent / JOURNAL_NAME
    content = journal.read_bytes()
    journal.write_bytes(b"[]\n\xff\n" + content[:-20])
    assert main(["enhance", "--resume", "--overwrite", str(logo), str(other)]) == 0
    assert file_names(logo.parent) == {"logo.jpg", "other.jpg", "logo-2x.png", "other-2x.png"}
    no_more()
    assert main(["enhance", "--resume", str(logo), str(other)]) == 0


def test_a_journal_that_cannot_be_written_costs_no_result(
    logo: Path, stand_in: StandInFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    (logo.parent / JOURNAL_NAME).mkdir()
    assert main(["enhance", "--resume", str(logo)]) == 0
    assert "journal" in capsys.readouterr().err
    assert (logo.parent / "logo-2x.png").exists()
