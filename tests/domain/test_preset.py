"""Presets: saved, shared, and refused if they are not valid."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.jobs import Choices
from desktop_app.domain.preset import (
    ENDING,
    Preset,
    PresetError,
    Presets,
    read_preset,
    write_preset,
)
from desktop_app.imaging.encoding import ExportOptions
from desktop_app.imaging.export_format import ExportFormat
from tests.mutations import mutations

PRESET = Preset("Web & “print”/ä", 4, "auto", False, 0.6, ExportFormat.WEBP, 80, False)


def test_presets_are_kept_listed_by_name_replaced_and_forgotten(tmp_path: Path) -> None:
    presets = Presets(tmp_path / "presets")
    assert list(presets) == []
    presets.save(PRESET)
    presets.save(replace(PRESET, name="a"))
    presets.save(replace(PRESET, scale=2))
    assert list(presets) == [replace(PRESET, name="a"), replace(PRESET, scale=2)]
    presets.remove(PRESET)
    assert [preset.name for preset in presets] == ["a"]


def test_long_names_that_begin_alike_are_kept_apart(tmp_path: Path) -> None:
    presets = Presets(tmp_path)
    names = [f"{'ä' * 50}{end}" for end in ("", "1", "2")]
    for name in names:
        presets.save(replace(PRESET, name=name))
    assert [preset.name for preset in presets] == names
    assert (tmp_path / f"{names[0].encode().hex()}.clearmark-preset").exists()  # as it always was
    presets.remove(replace(PRESET, name=names[1]))
    assert [preset.name for preset in presets] == [names[0], names[2]]


def test_half_of_a_character_is_a_name_too(tmp_path: Path) -> None:
    shared = tmp_path / "shared.clearmark-preset"
    write_preset(replace(PRESET, name="\ud83d"), shared)
    presets = Presets(tmp_path / "presets")
    presets.save(read_preset(shared))
    assert [preset.name for preset in presets] == ["\ud83d"]


def test_a_preset_changes_what_it_holds_and_nothing_else() -> None:
    choices = PRESET.choices(Choices(device="cuda:0"))
    assert choices == Choices(4, "auto", "cuda:0", self_ensemble=False)
    options = PRESET.options(ExportOptions(keep_profile=False, print_width=42))
    assert options == ExportOptions(
        ExportFormat.WEBP, 80, False, keep_profile=False, print_width=42
    )


@pytest.mark.parametrize(
    "change",
    [
        {"scale": 3},
        {"scale": 2.0},
        {"scale": True},
        {"scale": "2"},
        {"quality": 80.5},
        {"strength": float("nan")},
        {"brand": None},
        {"lossless": 1},
        {"model": "/home/me/weights.pkl"},
        {"strength": 2},
        {"quality": 0},
        {"format": "exe"},
        {"name": " "},
        {"is_steady": "yes"},
        {"surprise": 1},
        {"clearmark-preset": 99},
    ],
)
def test_a_file_that_makes_no_sense_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    path = tmp_path / "shared.clearmark-preset"
    write_preset(PRESET, path)
    assert read_preset(path) == PRESET
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change))
    with pytest.raises(PresetError, match=r"“shared\.clearmark-preset” is not a preset"):
        read_preset(path)


def test_what_is_no_preset_at_all_is_refused(tmp_path: Path) -> None:
    for text in ("", "[]", "{}", "\x00", "[" * 100_000):
        path = tmp_path / "odd"
        path.write_text(text)
        with pytest.raises(PresetError):
            read_preset(path)
    with pytest.raises(PresetError):
        read_preset(tmp_path / "gone")


def test_no_mutation_of_a_preset_raises_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "shared.clearmark-preset"
    write_preset(PRESET, path)
    read = 0
    for data in mutations(path.read_bytes(), 400):
        path.write_bytes(data)
        try:
            preset = read_preset(path)
        except PresetError:
            continue
        read += 1
        assert type(preset.scale) is int
        preset.choices(Choices())
        preset.options(ExportOptions())
        write_preset(preset, path)
        assert read_preset(path) == preset
    assert 0 < read < 200


@pytest.mark.timeout(60)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_device_and_a_huge_file_are_no_presets(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"pipe{ENDING}")
    (tmp_path / f"zero{ENDING}").symlink_to("/dev/zero")
    huge = tmp_path / f"huge{ENDING}"
    write_preset(PRESET, huge)
    huge.write_bytes(huge.read_bytes() + b" " * 2**16)
    presets = Presets(tmp_path)
    presets.save(PRESET)
    assert list(presets) == [PRESET]
    words = [f"“{name}{ENDING}” is not a preset of Clearmark." for name in ("huge", "pipe", "zero")]
    assert [str(problem) for problem in presets.problems] == words
