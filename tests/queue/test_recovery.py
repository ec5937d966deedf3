"""Recovery after a kill: finished pictures are not restored again, waiting ones are."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.adjustments import Adjustments, FillSnap
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.history import History
from desktop_app.domain.jobs import CachedResult, Choices, Source
from desktop_app.engine.result_cache import EvictedResult
from desktop_app.engine.reviewer import Reviewer
from desktop_app.engine.service import RestorationService
from desktop_app.engine.writer import Writer
from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.file_system import write_atomically
from desktop_app.imaging.protection import Protection, Rectangle, Stroke
from desktop_app.imaging.run_facts import EngineInfo, RunFacts
from desktop_app.queue.queue_folders import QUEUE_FILE, delete_leftover_queues, leftover_queues
from desktop_app.queue.recovery import RecoveredQueue, Recovery
from desktop_app.queue.session import Session
from models.network_info import NetworkInfo
from models.registry import MODELS
from tests.fakes import FakeLoader, FakeRestorer, fake_devices
from tests.pictures import save_logo
from tests.queue.session_driver import wait_for

Program = tuple[Session, Recovery]

TILES = 6  # of one of the pictures


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "queue"


@pytest.fixture
def start(qtbot: QtBot, home: Path) -> Iterator[Callable[[FakeRestorer], Program]]:
    """Return a function that starts a program; at the end all are killed, not closed."""
    running: list[RestorationService | Reviewer | Writer] = []

    def begin(fake: FakeRestorer) -> Program:
        restoration = RestorationService(FakeLoader(fake), fake_devices)
        reviewer, writer = Reviewer(), Writer()
        running.extend((restoration, reviewer, writer))
        session = Session(restoration, reviewer, Choices())
        return session, Recovery(session, writer, home)

    yield begin
    for service in running:
        service.close()


def kill(recovery: Recovery) -> None:
    """Release the lock as the end of a process does, and write nothing more."""
    recovery._save_timer.stop()
    assert recovery._lock is not None
    recovery._lock.unlock()


def found(recovery: Recovery) -> RecoveredQueue:
    recovered = recovery.find()
    assert recovered is not None
    return recovered


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    paths = [save_logo(tmp_path / f"{name}.png", seed=i) for i, name in enumerate("abc")]
    return [Source(path.name, path) for path in paths]


def listed(home: Path) -> str:
    texts = []
    for file in home.glob(f"*/{QUEUE_FILE}"):
        with suppress(FileNotFoundError):  # brought back in this very moment
            texts.append(file.read_text("utf-8"))
    return "".join(texts)


def kept_and_killed(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> tuple[Entry, ...]:
    """Restore pictures in a program that is killed once all results are on disk."""
    session, recovery = start(FakeRestorer())
    session.open(sources)
    qtbot.waitUntil(lambda: listed(home).count('"kept": {') == len(sources))
    kill(recovery)
    return session.entries


def test_after_a_kill_the_done_are_there_and_the_others_are_restored(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    halted = FakeRestorer(gate=threading.Semaphore(TILES))  # enough for the first picture only
    session, recovery = start(halted)
    session.set_choices(Choices(self_ensemble=False))
    session.open(sources)
    qtbot.waitUntil(lambda: '"kept": {' in listed(home))
    first = session.entries[0].result
    assert first is not None
    kill(recovery)

    fresh = FakeRestorer()
    session, recovery = start(fresh)
    recovered = found(recovery)
    assert [picture.state for picture in recovered.pictures] == [EntryState.EVICTED] + [
        EntryState.WAITING
    ] * 2
    assert recovered.waiting == 2
    recovery.recover(recovered)
    qtbot.waitUntil(lambda: all(e.state is EntryState.DONE for e in session.entries))
    assert [entry.source.name for entry in session.entries] == ["a.png", "b.png", "c.png"]
    assert fresh.self_ensemble == [False, False]  # the first was not restored again
    assert not any(entry.choices.self_ensemble for entry in session.entries)
    result = session.entries[0].result
    assert result is not None
    np.testing.assert_array_equal(result.picture.rgb, first.picture.rgb)
    assert result.run == first.run
    assert recovery.find() is None  # it is offered only once


def test_what_was_changed_afterwards_survives_a_kill(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    shapes = (Rectangle(2.5, 3, 20, 30), Stroke(((4.0, 5.0), (9.0, 5.5)), radius=3.0))
    adjustments = Adjustments(0.5, Protection(shapes), (FillSnap((1, 2, 3), (2, 3, 4), (4, 5, 6)),))
    session, recovery = start(FakeRestorer())
    session.open(sources[:1])
    qtbot.waitUntil(lambda: '"kept": {' in listed(home))
    with qtbot.waitSignal(session.adjusted):
        session.adjust(session.entries[0], History(adjustments))
    changed = session.entries[0].result
    assert changed is not None
    session.set_print_width(session.entries[0], 42.5)
    qtbot.waitUntil(lambda: '"strength": 0.5' in listed(home))
    qtbot.waitUntil(lambda: '"print_width": 42.5' in listed(home))
    kill(recovery)

    session, recovery = start(FakeRestorer())
    recovered = found(recovery)
    with qtbot.waitSignal(session.adjusted):
        recovery.recover(recovered)
    (entry,) = session.entries
    assert entry.adjustments.present == adjustments
    assert entry.print_width == 42.5
    assert entry.result is not None
    np.testing.assert_array_equal(entry.result.picture.rgb, changed.picture.rgb)
    assert entry.restored is not None
    assert (entry.restored.rgb != changed.picture.rgb).any()


@pytest.mark.parametrize("is_stated", [True, False])
def test_what_was_exported_before_a_kill_is_known_afterwards(
    qtbot: QtBot,
    start: Callable[[FakeRestorer], Program],
    home: Path,
    sources: list[Source],
    is_stated: bool,
) -> None:
    session, recovery = start(FakeRestorer())
    session.open(sources[:2])
    qtbot.waitUntil(lambda: listed(home).count('"kept": {') == 2)
    session.note_exported(session.entries[0], Adjustments())
    qtbot.waitUntil(lambda: '"is_taken": true' in listed(home))
    kill(recovery)
    if not is_stated:  # as earlier versions wrote it
        (file,) = home.glob(f"*/{QUEUE_FILE}")
        file.write_text(file.read_text("utf-8").replace('"is_taken"', '"is_elsewhere"'))

    session, recovery = start(FakeRestorer())
    recovery.recover(found(recovery))
    first, second = session.entries
    assert (first.is_exported, second.is_exported) == (is_stated, False)
    qtbot.waitUntil(lambda: first.state is EntryState.DONE)
    session.adjust(first, History(Adjustments(0.5)))
    assert not first.is_exported


def test_a_program_that_was_really_killed_is_noticed(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    files = [str(source.path) for source in sources]
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.queue.queue_program", str(home), *files]
    )
    _, recovery = start(FakeRestorer())
    try:
        qtbot.waitUntil(lambda: '"kept": {' in listed(home))
        assert recovery.find() is None
    finally:
        program.kill()
        program.wait()
    assert found(recovery).waiting == 2


def test_what_was_pasted_survives_though_it_has_no_file(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    assert sources[0].path is not None
    session, recovery = start(FakeRestorer(gate=threading.Semaphore(0)))
    image = QImage(str(sources[0].path))
    data = sources[1].path.read_bytes() if sources[1].path else b""
    session.open([Source("Pasted image", image), Source("Pasted file", data)])
    qtbot.waitUntil(lambda: listed(home).count('"is_file": false') == 2)
    kill(recovery)
    session, recovery = start(FakeRestorer())
    recovered = found(recovery)
    recovery.recover(recovered)
    # A second kill would lose nothing either: the old list is there until the new one is.
    assert listed(home).count('"is_file": false') in {2, 4}
    qtbot.waitUntil(lambda: listed(home).count('"is_file": false') == 2)
    qtbot.waitUntil(lambda: all(e.state is EntryState.DONE for e in session.entries))
    shown = session.entries[0].opened
    assert shown is not None
    assert (shown.picture.height, shown.picture.width) == (image.height(), image.width())


def test_a_running_program_and_one_that_ended_leave_nothing_to_offer(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    session, recovery = start(FakeRestorer())
    session.open(sources)
    qtbot.waitUntil(lambda: listed(home).count('"kept": {') == 3)
    _, other = start(FakeRestorer())
    assert other.find() is None  # its program is still running
    recovery._writer.close()
    recovery.close()
    assert list(home.iterdir()) == []
    assert other.find() is None


def test_the_list_is_written_beside_the_window_and_tells_that_all_was_removed(
    qtbot: QtBot,
    start: Callable[[FakeRestorer], Program],
    home: Path,
    sources: list[Source],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: set[str] = set()

    def note(data: bytes, target: Path, *, overwrite: bool) -> None:
        threads.add(threading.current_thread().name)
        write_atomically(data, target, overwrite=overwrite)

    monkeypatch.setattr("desktop_app.engine.result_cache.write_atomically", note)
    session, recovery = start(FakeRestorer())
    session.open(sources)
    qtbot.waitUntil(lambda: listed(home).count('"kept": {') == 3)
    for entry in session.entries:
        session.remove(entry)
    qtbot.waitUntil(lambda: '"pictures": []' in listed(home))
    assert threads
    assert threading.main_thread().name not in threads
    kill(recovery)
    assert start(FakeRestorer())[1].find() is None  # what was removed is not offered


def test_a_kept_result_that_is_gone_means_restoring_again(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    kept_and_killed(qtbot, start, home, sources[:1])
    for file in home.glob("*/*.png"):
        file.unlink()
    _, recovery = start(FakeRestorer())
    recovered = found(recovery)
    assert recovered.waiting == 1


def test_a_list_that_asks_for_a_scale_there_is_not_is_left_alone(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    session, recovery = start(FakeRestorer(gate=threading.Semaphore(0)))
    session.open(sources[:2])
    qtbot.waitUntil(lambda: listed(home).count('"scale": 2') == 2)
    kill(recovery)
    (file,) = home.glob(f"*/{QUEUE_FILE}")
    file.write_text(file.read_text("utf-8").replace('"scale": 2', '"scale": 3', 1))
    recovered = start(FakeRestorer())[1].find()
    assert recovered is not None
    assert [picture.source.name for picture in recovered.pictures] == ["b.png"]


@pytest.mark.parametrize("text", ["", "{", '{"version": 9, "pictures": []}', '{"pictures": 3}'])
def test_a_spoilt_list_is_cleared_away(
    start: Callable[[FakeRestorer], Program], home: Path, text: str
) -> None:
    folder = home / "1-1"
    folder.mkdir(parents=True)
    (folder / QUEUE_FILE).write_text(text)
    _, recovery = start(FakeRestorer())
    assert recovery.find() is None
    assert not folder.exists()


SENSELESS = (
    *("", "null", "[]", '{"pictures": []}', '{"version": 9, "pictures": []}', "[" * 200_000),
    *('{"version": 3, "pictures": 3}', '{"version": 3, "pictures": [[]]}'),
    '{"version": 3.0, "pictures": []}',
)


@pytest.mark.parametrize("text", SENSELESS)
def test_a_senseless_list_hides_no_older_queue_and_is_set_aside(
    qtbot: QtBot,
    start: Callable[[FakeRestorer], Program],
    home: Path,
    sources: list[Source],
    text: str,
) -> None:
    kept_and_killed(qtbot, start, home, sources[:1])
    (good,) = home.iterdir()
    os.utime(good / QUEUE_FILE, (time.time() - 100,) * 2)
    (bad := home / "1-1").mkdir()
    (bad / QUEUE_FILE).write_text(text)
    (bad / "3.png").write_bytes(b"a result")
    _, recovery = start(FakeRestorer())
    assert found(recovery).folder == good
    assert not bad.exists()
    (aside,) = recovery.set_aside
    assert {path.name for path in aside.iterdir()} == {QUEUE_FILE, "3.png"}
    found(recovery)
    assert recovery.set_aside == []  # it is told of once
    assert set(leftover_queues(home)) == {good, aside}
    delete_leftover_queues(home)
    assert not aside.parent.exists()


def test_what_was_set_aside_is_deleted_after_a_month(
    start: Callable[[FakeRestorer], Program], home: Path
) -> None:
    _, recovery = start(FakeRestorer())
    for name in ("1-1", "2-2"):
        (home / name).mkdir(parents=True)
        (home / name / QUEUE_FILE).write_text("")
        os.utime(home / name / QUEUE_FILE, (time.time() - 29 * 86400,) * 2)
    assert recovery.find() is None
    first, second = sorted(recovery.set_aside)
    os.utime(first, (time.time() - 31 * 86400,) * 2)
    assert recovery.find() is None
    assert not first.exists()
    assert second.exists()


def test_the_pictures_that_cannot_be_read_are_counted_and_kept(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    kept_and_killed(qtbot, start, home, sources[:2])
    (file,) = home.glob(f"*/{QUEUE_FILE}")
    file.write_text(file.read_text("utf-8").replace('"name": "a.png"', '"name": null', 1))
    session, recovery = start(FakeRestorer())
    recovered = found(recovery)
    assert recovered.unreadable == 1
    assert recovery.recover(recovered)
    qtbot.waitUntil(lambda: not recovered.folder.exists())
    assert [entry.source.name for entry in session.entries] == ["b.png"]
    (aside,) = recovery.set_aside
    assert (aside / QUEUE_FILE).exists()
    assert len(list(aside.glob("*.png"))) == 2


def test_a_kept_result_outlives_its_source(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    """Without the input it cannot be shown, but it can be exported."""
    killed = kept_and_killed(qtbot, start, home, sources[:2])
    for source in sources[:2]:
        assert source.path is not None
        source.path.unlink()

    session, recovery = start(FakeRestorer())
    failures: list[str] = []
    session.failed.connect(lambda _, error: failures.append(str(error)))
    recovered = found(recovery)
    recovery.recover(recovered)
    qtbot.waitUntil(lambda: len(failures) >= 2)
    session.select(session.entries[1])
    qtbot.waitUntil(lambda: len(failures) >= 3)
    assert [entry.state for entry in session.entries] == [EntryState.EVICTED] * 2
    for entry, earlier in zip(session.entries, killed, strict=True):
        assert earlier.result is not None
        assert entry.cached is not None
        loaded = EvictedResult(entry.source, entry.cached, entry.adjustments.present)()
        np.testing.assert_array_equal(loaded.rgb, earlier.result.picture.rgb)


def test_what_is_released_before_it_is_on_disk_is_kept_all_the_same(
    qtbot: QtBot, home: Path, sources: list[Source]
) -> None:
    restoration = RestorationService(FakeLoader(FakeRestorer()), fake_devices)
    reviewer, writer = Reviewer(), Writer()
    session = Session(restoration, reviewer, Choices(), memory_limit=1)
    recovery = Recovery(session, writer, home)
    session.open(sources)
    qtbot.waitUntil(lambda: all(entry.cached for entry in session.entries))
    evicted = [entry for entry in session.entries if entry.state is EntryState.EVICTED]
    assert len(evicted) == 2
    session.select(evicted[-1])
    wait_for(qtbot, evicted[-1], EntryState.DONE)  # loaded from disk, not restored again
    for service in (restoration, reviewer, writer):
        service.close()
    recovery.close()


def test_a_result_that_cannot_be_brought_back_costs_no_other(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    first, second = kept_and_killed(qtbot, start, home, sources[:2])

    fresh = FakeRestorer()
    session, recovery = start(fresh)
    recovered = found(recovery)
    assert first.cached is not None
    first.cached.path.unlink()  # after it was found
    recovery.recover(recovered)
    wait_for(qtbot, session.entries[0], EntryState.DONE)
    assert session.entries[1].state is EntryState.EVICTED
    assert len(fresh.self_ensemble) == 1  # only the first was restored again
    cached = session.entries[1].cached
    assert cached is not None
    assert cached.path.is_file()
    assert second.cached is not None
    assert not second.cached.path.exists()


def test_a_queue_that_finds_no_room_stays_where_it_is(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    kept_and_killed(qtbot, start, home, sources[:1])
    session, recovery = start(FakeRestorer())
    recovered = found(recovery)
    recovery._folder.write_text("a file is in the way")
    with pytest.raises(FileExistsError):
        recovery.recover(recovered)
    assert not session.entries
    recovery._folder.unlink()
    again = found(recovery)
    assert again.folder == recovered.folder
    assert [picture.state for picture in again.pictures] == [EntryState.EVICTED]


def test_a_result_that_an_earlier_version_kept_is_known(
    start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    (folder := home / "1-1").mkdir(parents=True)
    save_logo(folder / "3.png", seed=3)
    choices = '{"scale": 2, "model": "auto", "device": "auto", "is_steady": true}'
    name = f"{MODELS[0].name}-adapted"
    engine = f'{{"model": "A", "device": "CPU", "precision": "bf16", "model_name": "{name}"}}'
    (folder / QUEUE_FILE).write_text(
        f'{{"version": 3, "pictures": [{{"name": "a.png", "path": {json.dumps(str(sources[0].path))}, '
        f'"is_file": true, "is_stopped": false, "choices": {choices}, "print_width": null, '
        f'"kept": {{"path": "3.png", "choices": {choices}, "engine": {engine}, "seconds": 1.5, '
        f'"tiles": 6, "full_precision_tiles": 1, "enlarged_tiles": 2}}, '
        f'"adjustments": {json.dumps(Adjustments().to_json())}}}]}}'
    )
    (picture,) = found(start(FakeRestorer())[1]).pictures
    network = NetworkInfo(MODELS[0].name, "A", is_adapted=True, sha256=MODELS[0].sha256)
    run = RunFacts(EngineInfo(network, "CPU", "bf16"), 1.5, 6, 1, 2)
    assert picture.cached == CachedResult(folder / "3.png", Choices(), run)


def test_of_two_windows_only_one_brings_a_queue_back(
    qtbot: QtBot, start: Callable[[FakeRestorer], Program], home: Path, sources: list[Source]
) -> None:
    kept_and_killed(qtbot, start, home, sources[:2])
    first_session, first = start(FakeRestorer())
    second_session, second = start(FakeRestorer())
    seen_by_first, seen_by_second = found(first), found(second)
    assert first.recover(seen_by_first)
    assert second.find() is None
    assert not second.recover(seen_by_second)
    qtbot.waitUntil(lambda: not seen_by_first.folder.exists())
    assert not second.recover(seen_by_second)
    assert (len(first_session.entries), len(second_session.entries)) == (2, 0)
    assert listed(home).count('"kept": {') == 2


def test_a_queue_is_deleted_only_once_the_new_list_is_on_the_disk(
    qtbot: QtBot,
    start: Callable[[FakeRestorer], Program],
    home: Path,
    sources: list[Source],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept_and_killed(qtbot, start, home, sources[:2])
    _, recovery = start(FakeRestorer())
    recovered = found(recovery)
    written = threading.Event()

    def fail(*_: object, **__: object) -> None:
        written.set()
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("desktop_app.engine.result_cache.write_atomically", fail)
        recovery.recover(recovered)
        qtbot.waitUntil(written.is_set)
    kill(recovery)
    for lock in recovery._brought_back:
        lock.unlock()
    again = found(start(FakeRestorer())[1])
    assert [picture.state for picture in again.pictures] == [EntryState.EVICTED] * 2


def test_no_window_loses_its_new_folder_to_one_that_looks_for_queues(
    start: Callable[[FakeRestorer], Program], home: Path
) -> None:
    _, searcher = start(FakeRestorer())
    ended = threading.Event()

    def search() -> None:
        while not ended.is_set():
            searcher.find()

    _, recovery = start(FakeRestorer())
    thread = threading.Thread(target=search)
    thread.start()
    try:
        for number in range(300):
            recovery._folder, recovery._lock = home / str(number), None
            recovery._make_folder()
            assert recovery._folder.is_dir()
            assert FolderLock.acquire(recovery._folder) is None
            kill(recovery)
    finally:
        ended.set()
        thread.join()
