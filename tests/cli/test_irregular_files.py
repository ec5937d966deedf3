"""Pipes and devices in place of pictures, models and journals: a sentence each, and nothing is waited for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.main import main

pytestmark = [
    pytest.mark.timeout(120),  # what is waited for would never come
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names"),
]


@pytest.fixture
def pipe(logo: Path) -> Path:
    path = logo.with_name("pipe.png")
    os.mkfifo(path)
    return path


@pytest.mark.parametrize("words", [[], ["--resume"]])
def test_a_pipe_among_the_pictures_does_not_stop_the_others(
    logo: Path,
    pipe: Path,
    words: list[str],
    stand_in: Callable[..., None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    stand_in()
    assert main(["enhance", *words, str(pipe), str(logo)]) == 1
    assert "“pipe.png” is a device, not a picture file." in capsys.readouterr().err
    assert logo.with_name("logo-2x.png").exists()


@pytest.mark.parametrize("device", ["pipe", "/dev/zero"])
def test_a_device_is_no_model(
    logo: Path, pipe: Path, device: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = str(pipe) if device == "pipe" else device
    assert main(["enhance", "--model", name, str(logo)]) == 2
    assert f"“{name}” is a device, not a model file." in capsys.readouterr().err


def test_a_pipe_in_place_of_a_result_means_restoring_again(
    logo: Path, stand_in: Callable[..., None]
) -> None:
    stand_in()
    other = Path(shutil.copy(logo, logo.with_name("other.jpg")))
    assert main(["enhance", str(logo), str(other)]) == 0
    result = logo.with_name("logo-2x.png")
    result.unlink()
    os.mkfifo(result)
    assert main(["enhance", "--resume", str(logo), str(other)]) == 0
    assert logo.with_name("logo-2x (2).png").is_file()
