"""A journal is input like any other: what makes no sense is left out and told, the rest counts."""

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

from desktop_app.cli import journal as journals
from desktop_app.cli.journal import JOURNAL_NAME, Journal, ResultKey
from desktop_app.imaging.receipt import (
    RECEIPT_ENDING,
    FileFacts,
    ModelFacts,
    build_receipt,
    settings_facts,
)
from desktop_app.imaging.run_facts import EngineInfo, RunFacts
from desktop_app.main import main
from models.network_info import NetworkInfo
from tests.mutations import mutations

SETTINGS = settings_facts(
    scale=2,
    self_ensemble=True,
    file_format="png",
    quality=None,
    print_width=42,
    is_srgb=False,
    name="{name}",
)


def write_result(folder: Path, name: str) -> dict[str, Any]:
    """Write a result with its journal's line; return that line."""
    data = repr(name).encode()
    receipt = build_receipt(
        source=FileFacts(f"{name}.jpg", "input", 1, 10, 10),
        result=FileFacts(f"{name}.png", hashlib.sha256(data).hexdigest(), len(data), 20, 20),
        model=ModelFacts("n", "model"),
        settings=SETTINGS,
        run=RunFacts(EngineInfo(NetworkInfo("n", "N"), "CPU", "fp32"), 1.0, 6, 0, 0),
        notes=("A note.",),
        scores={"fidelity": 99.5, "places_that_differ": 0},
    )
    journal = Journal(folder, is_kept=True)
    journal.add(folder / f"{name}.jpg", folder / f"{name}.png", receipt.as_json(), None)
    (folder / f"{name}.png").write_bytes(data)
    line: dict[str, Any] = json.loads((folder / JOURNAL_NAME).read_bytes().splitlines()[-1])
    return line


def finished(journal: Journal, folder: Path, name: str) -> str | None:
    return journal.finished(ResultKey(folder / f"{name}.jpg", "input", "model", SETTINGS))


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    name = "a\udcff" if sys.platform == "linux" else "a"  # a byte that is no UTF-8
    line = write_result(tmp_path, name)
    journal = Journal(tmp_path, is_kept=False)
    assert journal.problem is None
    assert finished(journal, tmp_path, name) == f"{name}.png"
    assert journal.receipt(f"{name}.png") == line["receipt"]


def test_no_mutation_of_a_line_raises_or_costs_the_other_lines(tmp_path: Path) -> None:
    line = json.dumps(write_result(tmp_path, "a")).encode()
    write_result(tmp_path, "b")
    file = tmp_path / JOURNAL_NAME
    first, second = file.read_bytes().splitlines()
    told = 0
    for changed in mutations(line, 600):
        file.write_bytes(b"\n".join((first, changed.replace(b"\n", b" "), second)))
        journal = Journal(tmp_path, is_kept=False)
        told += journal.problem is not None
        for name in "ab":
            key = ResultKey(tmp_path / f"{name}.jpg", "other", "model", SETTINGS)
            assert journal.finished(key) is None
        assert finished(journal, tmp_path, "b") == "b.png"
        assert journal.is_result(tmp_path / "b.png")
        assert isinstance(journal.receipt("b.png"), dict)
    assert told > 300


@pytest.mark.parametrize(
    "change",
    [
        {"source": None},
        {"source": 3},
        {"result": 3},
        {"result": "../b.png"},
        {"result": ".."},
        {"result": "/tmp/b.png"},
        {"result": "b.png\0"},
        {"sheet": "../b-sheet.png"},
        {"sheet": 1},
        {"receipt": []},
        {"receipt": {"input": {"sha256": "input"}}},
    ],
)
def test_a_line_that_makes_no_sense_is_left_out(tmp_path: Path, change: dict[str, object]) -> None:
    line = write_result(tmp_path, "a")
    (tmp_path / JOURNAL_NAME).write_text(json.dumps(line | change) + "\n")
    journal = Journal(tmp_path, is_kept=False)
    words = f"1 line of the journal in “{tmp_path}” cannot be read and is left out."
    assert journal.problem == words
    assert finished(journal, tmp_path, "a") is None
    assert not journal.is_result(tmp_path / "a.png")


@pytest.mark.parametrize(
    ("part", "facts"),
    [
        ("input", {"name": None}),
        ("input", {"sha256": 3}),
        ("output", {"bytes": 1.5}),
        ("model", {"name": None}),
        ("settings", {"scale": [2]}),
    ],
)
def test_a_receipt_that_makes_no_sense_is_left_out(
    tmp_path: Path, part: str, facts: dict[str, object]
) -> None:
    line = write_result(tmp_path, "a")
    line["receipt"][part] |= facts
    (tmp_path / JOURNAL_NAME).write_text(json.dumps(line))
    assert Journal(tmp_path, is_kept=False).problem


def test_a_line_that_is_too_long_is_left_out_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_result(tmp_path, "a")
    file = tmp_path / JOURNAL_NAME
    line = file.read_bytes()
    monkeypatch.setattr(journals, "_MAX_LINE", len(line))
    for long in (line * 2, b" " * 5 * len(line), b"[" * len(line)):
        file.write_bytes(long.replace(b"\n", b" ") + b"\n" + line)
        journal = Journal(tmp_path, is_kept=False)
        assert journal.problem
        assert journal.problem.startswith("1 line")
        assert finished(journal, tmp_path, "a") == "a.png"
    monkeypatch.setattr(journals, "_MAX_BYTES", len(line))
    assert "large" in str(Journal(tmp_path, is_kept=False).problem)


def test_a_senseless_journal_stops_no_run(
    logo: Path, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    other = Path(shutil.copy(logo, logo.with_name("other.jpg")))
    words = ["enhance", "--resume", str(logo), str(other)]
    assert main(words) == 0
    file = logo.parent / JOURNAL_NAME
    first, second = file.read_bytes().splitlines()
    without_source = json.loads(first)
    del without_source["source"]
    nested = b"[" * 200_000
    number = json.dumps(json.loads(first) | {"result": 3}).encode()
    file.write_bytes(b"\n".join((json.dumps(without_source).encode(), nested, number, second)))
    capsys.readouterr()
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert "3 lines of the journal in" in err
    assert "1 of 2 were done by an earlier run." in out


def test_no_receipt_is_written_beside_a_result_outside_the_folder(
    logo: Path, stand_in: Callable[..., None]
) -> None:
    stand_in()
    other = Path(shutil.copy(logo, logo.with_name("other.jpg")))
    words = ["enhance", "--resume", "-o", str(logo.parent / "out"), str(logo), str(other)]
    assert main(words) == 0
    (outside := logo.parent / "outside").mkdir()
    shutil.move(logo.parent / "out" / "logo-2x.png", outside)
    file = logo.parent / "out" / JOURNAL_NAME
    file.write_text(file.read_text().replace('"logo-2x.png"', '"../outside/logo-2x.png"'))
    assert main([*words, "--receipt"]) == 0
    assert [path.name for path in outside.iterdir()] == ["logo-2x.png"]
    assert (logo.parent / "out" / f"logo-2x{RECEIPT_ENDING}").exists()


@pytest.mark.timeout(120)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize("device", ["pipe", "/dev/zero"])
def test_a_device_in_place_of_a_journal_costs_no_result(
    logo: Path, device: str, stand_in: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    stand_in()
    file = logo.parent / JOURNAL_NAME
    if device == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(device)
    assert main(["enhance", "--resume", str(logo)]) == 0
    err = capsys.readouterr().err
    assert "cannot be read: It is a device, not a file." in err
    assert "cannot be written: It is a device, not a file." in err
    assert logo.with_name("logo-2x.png").exists()
