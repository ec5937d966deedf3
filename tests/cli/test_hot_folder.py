"""The hot folder: first the class, with the test's own time; then the ``--watch`` option."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop_app.cli import batch
from desktop_app.cli.hot_folder import SETTLE_SECONDS, HotFolder
from desktop_app.main import main
from tests.cli.file_names import file_names


@pytest.fixture
def hot(tmp_path: Path) -> HotFolder:
    folder = tmp_path / "hot"
    folder.mkdir()
    return HotFolder(folder, is_recursive=False, excluded=folder / "restored")


def names(hot: HotFolder, now: float) -> list[str]:
    return [found.path.name for found in hot.poll(now)]


def test_a_picture_is_told_once_when_it_has_settled(hot: HotFolder) -> None:
    (hot.folder / "a.png").write_bytes(b"12")
    assert names(hot, 0.0) == []
    assert names(hot, SETTLE_SECONDS / 2) == []
    assert names(hot, SETTLE_SECONDS) == ["a.png"]
    assert names(hot, 2 * SETTLE_SECONDS) == []


def test_a_file_that_grows_is_waited_for(hot: HotFolder) -> None:
    path = hot.folder / "a.png"
    for second in range(5):
        with path.open("ab") as file:
            file.write(b"more")
        assert names(hot, second * SETTLE_SECONDS) == []
    assert names(hot, 5 * SETTLE_SECONDS) == ["a.png"]


def test_an_empty_file_is_waited_for(hot: HotFolder) -> None:
    (hot.folder / "a.png").touch()
    assert [names(hot, second * SETTLE_SECONDS) for second in range(3)] == [[], [], []]


def test_a_changed_file_is_told_again_and_a_vanished_one_forgotten(hot: HotFolder) -> None:
    path = hot.folder / "a.png"
    path.write_bytes(b"12")
    assert [names(hot, second * SETTLE_SECONDS) for second in range(2)] == [[], ["a.png"]]
    path.write_bytes(b"123")
    assert [names(hot, second * SETTLE_SECONDS) for second in (2, 3, 4)] == [[], ["a.png"], []]
    path.unlink()
    assert names(hot, 5 * SETTLE_SECONDS) == []
    path.write_bytes(b"123")
    assert [names(hot, second * SETTLE_SECONDS) for second in (6, 7)] == [[], ["a.png"]]


def test_a_folder_that_is_gone_for_a_while(hot: HotFolder) -> None:
    (hot.folder / "a.png").write_bytes(b"12")
    away = hot.folder.rename(hot.folder.with_name("away"))
    assert names(hot, 0.0) == []
    away.rename(hot.folder)
    assert [names(hot, second * SETTLE_SECONDS) for second in (1, 2)] == [[], ["a.png"]]


# --- the command ----------------------------------------------------------------------------------


class FakeClock:
    """Replaces the ``time`` module; runs an action after every six sleeps, and finally Ctrl+C.

    Args:
        actions: Run one after the other; six polls between two of them let everything settle.
    """

    def __init__(self, *actions: Callable[[], object]) -> None:
        self._actions = list(actions)
        self._now = 0.0
        self._quiet = 0

    def monotonic(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self._now += seconds
        self._quiet += 1
        if self._quiet < 6:  # enough time for a file to settle and be restored
            return
        self._quiet = 0
        if not self._actions:
            raise KeyboardInterrupt
        self._actions.pop(0)()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(time, name)


@pytest.fixture
def watch(
    logo: Path,
    stand_in: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., tuple[int, list[dict[str, Any]]]]:
    """Watch the logo's folder while things happen; returns the exit code and the JSON lines."""

    def run(*actions: Callable[[], object], words: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
        stand_in()
        monkeypatch.setattr(batch, "time", FakeClock(*actions))
        code = main(["enhance", "--json", "--watch", str(logo.parent), *words])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


Watch = Callable[..., tuple[int, list[dict[str, Any]]]]


def states(lines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(line["state"], Path(line["source"]).name) for line in lines[:-1]]


def test_pictures_that_appear_are_restored(logo: Path, watch: Watch) -> None:
    other = logo.with_name("other.jpg")
    code, lines = watch(lambda: shutil.copy(logo, other))
    assert code == 0
    assert states(lines) == [("done", "logo.jpg"), ("done", "other.jpg")]
    results = {"restored/logo-2x.png", "restored/other-2x.png"}
    assert file_names(logo.parent) == {"logo.jpg", "other.jpg"} | results
    code, lines = watch()
    assert states(lines) == [("skipped", "logo.jpg"), ("skipped", "other.jpg")]
    assert file_names(logo.parent) == {"logo.jpg", "other.jpg"} | results


@pytest.mark.parametrize("is_spelt_alike", [True, False])
def test_results_in_the_same_folder_are_never_sources(
    logo: Path, watch: Watch, is_spelt_alike: bool
) -> None:
    folder = logo.parent if is_spelt_alike else logo.parent / ".." / logo.parent.name
    words = ("-o", str(folder), "--sheet")
    for _ in range(2):
        code, _ = watch(lambda: None, words=words)
        assert code == 0
        assert file_names(logo.parent) == {"logo.jpg", "logo-2x.png", "logo-2x-sheet.png"}


def test_bad_files_are_survived_and_get_another_chance(logo: Path, watch: Watch) -> None:
    """A file whose writer pauses looks broken until the writer goes on."""
    whole, slow = logo.read_bytes(), logo.with_name("slow.jpg")
    code, lines = watch(
        lambda: slow.write_bytes(whole[:2000]),
        lambda: slow.write_bytes(whole),
    )
    assert states(lines) == [("done", "logo.jpg"), ("failed", "slow.jpg"), ("done", "slow.jpg")]
    assert (code, lines[-1]["failed"]) == (0, 0)
    code, lines = watch(lambda: logo.with_name("bad.png").write_text("no picture"))
    assert (code, lines[-1]["failed"]) == (1, 1)


def test_files_that_vanish_are_no_failure(
    logo: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore = batch.Batch._restore

    def take_away(self: batch.Batch, *arguments: Any) -> None:  # noqa: ANN401
        logo.with_name("brief.jpg").unlink(missing_ok=True)
        restore(self, *arguments)

    monkeypatch.setattr(batch.Batch, "_restore", take_away)
    code, lines = watch(lambda: shutil.copy(logo, logo.with_name("brief.jpg")))
    assert code == 0
    assert states(lines) == [("done", "logo.jpg")]


def test_a_changed_picture_is_restored_again(logo: Path, watch: Watch) -> None:
    def change() -> None:
        Image.new("RGB", (30, 30), "red").save(logo)

    _, lines = watch(change)
    assert states(lines) == [("done", "logo.jpg")] * 2
    assert file_names(logo.parent / "restored") == {"logo-2x.png", "logo-2x (2).png"}


def test_only_a_folder_can_be_watched(logo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (logo, logo.with_name("x" * 300)):
        assert main(["enhance", "--watch", str(path)]) == 2
        assert "is no folder" in capsys.readouterr().err
    assert file_names(logo.parent) == {"logo.jpg"}
