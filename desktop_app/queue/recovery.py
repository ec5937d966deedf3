"""Keeps the queue on disk, so that neither a crash nor a kill loses it, and finds what an earlier one left.

Each running program has a folder of its own, held by a lock that ends with the process::

    queue/4711-1764/lock  queue.json  3.png (a result)  5.source (what came without a file)

The list is written whole and atomically soon after each change; a result is listed once it is written.
"""

import json
import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from desktop_app.errands import Keeping
from desktop_app.imaging.disk import is_file, write_whole
from desktop_app.imaging.reading import MAX_PIXELS
from desktop_app.imaging.run_facts import Engine, RunFacts
from desktop_app.imaging.writing import ExportOptions
from desktop_app.jobs import Choices, Kept, Source
from desktop_app.queue.entry import Entry, Left, State
from desktop_app.queue.session import Session
from desktop_app.results.adjustments import Adjustments
from desktop_app.writer import Writer
from models.network_info import NetworkInfo
from models.registry import find_model
from models.scales import SCALES

_log = logging.getLogger(__name__)

LIST, LOCK = "queue.json", "lock"
_VERSION = 3
_SOON_MS = 300
_FORGOTTEN_DAYS = 30


@dataclass(frozen=True)
class Remains:
    """A queue that an earlier program left.

    Args:
        folder: Where it lies.
        pictures: In their order.
    """

    folder: Path
    pictures: tuple[Left, ...]

    @property
    def waiting(self) -> int:
        """How many were not restored yet."""
        return sum(picture.state is State.WAITING for picture in self.pictures)


class Recovery(QObject):
    """Writes the session down while it goes on.

    Args:
        session: Whose queue.
        writer: Writes results, sources and the list.
        home: Folder of all queues; made when there is something to keep.
        parent: Qt's owner.
    """

    def __init__(
        self, session: Session, writer: Writer, home: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._writer = writer
        self._home = home
        self._folder = home / f"{os.getpid()}-{time.time_ns()}"
        self._lock: QLockFile | None = None
        self._sources: dict[int, Path] = {}  # by entry: what came without a file
        self._removed: dict[int, tuple[Path, ...]] = {}  # by entry that may be put back: its files
        self._adopted: dict[Source, Path] = {}
        self._results: dict[int, Kept] = {}  # by entry: on its way to the disk
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._write_soon)
        session.added.connect(self._on_added)
        session.removed.connect(self._on_removed)
        session.moved.connect(self._on_changed)
        session.changed.connect(self._on_changed)
        session.adjusted.connect(self._on_changed)
        session.succeeded.connect(self._on_succeeded)

    def find(self) -> Remains | None:
        """The newest queue that a killed program left; what is too old or empty is cleared away."""
        for folder in sorted(self._home.glob("*/"), key=_age):
            if folder == self._folder or not _is_deserted(folder):
                continue
            pictures = tuple(_read(folder))
            if pictures and _age(folder) < _FORGOTTEN_DAYS * 86400:
                return Remains(folder, pictures)
            shutil.rmtree(folder, ignore_errors=True)
        return None

    def bring_back(self, remains: Remains) -> None:
        """Put a queue that was found into the session; its files move to this program's folder.

        Raises:
            OSError: There can be no such folder; the queue stays where it is.
        """
        self._make_folder()
        pictures = [self._adopt(picture) for picture in remains.pictures]
        self._session.bring_back(pictures)
        self._write()
        self._write_soon()  # an older list may still be on its way to the disk
        if all(left.kept is None or left.kept.path.parent == self._folder for left in pictures):
            shutil.rmtree(remains.folder, ignore_errors=True)

    def forget_removed(self) -> None:
        """Delete what was kept of removed pictures, which from now on cannot be put back."""
        for number, paths in self._removed.items():
            self._sources.pop(number, None)
            for path in paths:
                path.unlink(missing_ok=True)
        self._removed.clear()

    def close(self, *, is_kept: bool = False) -> None:
        """Forget the queue, unless it is to be kept; call it after the threads have ended.

        Args:
            is_kept: Keep it also where nothing of it waits.
        """
        self._soon.stop()
        self.forget_removed()
        if is_kept or any(entry.state is State.WAITING for entry in self._session.entries):
            self._write()
            if self._lock is not None:
                self._lock.unlock()
        elif self._lock is not None:
            self._lock.unlock()
            shutil.rmtree(self._folder, ignore_errors=True)

    def _open_folder(self) -> bool:
        """Make and lock the folder at its first use; without one the program works on."""
        try:
            self._make_folder()
        except OSError as error:
            _log.warning("The queue cannot be kept: %s", error)
            return False
        return True

    def _make_folder(self) -> None:
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = QLockFile(str(self._folder / LOCK))
            self._lock.setStaleLockTime(0)  # stale when its process is gone, not after a time
            self._lock.tryLock(0)

    def _adopt(self, picture: Left) -> Left:
        """Bring the files of a picture into this program's folder; without its result it is done again."""
        content = picture.source.content
        if isinstance(content, bytes):
            path = self._folder / f"{time.time_ns()}.source"
            with suppress(OSError):  # it will be tried again
                path.write_bytes(content)
                self._adopted[picture.source] = path
        if picture.kept is None:
            return picture
        path = self._folder / f"{time.time_ns()}.png"
        try:
            picture.kept.path.replace(path)
        except FileNotFoundError:
            return replace(picture, kept=None, state=State.WAITING)
        except OSError as error:
            _log.warning("A result stays where it is: %s", error)
            return picture
        return replace(picture, kept=replace(picture.kept, path=path))

    @Slot(object)
    def _on_added(self, entry: Entry) -> None:
        if entry.number in self._removed:
            del self._removed[entry.number]
        elif entry.source in self._adopted:
            self._sources[entry.number] = self._adopted.pop(entry.source)
        elif entry.source.path is None and self._open_folder():
            path = self._folder / f"{entry.number}.source"
            self._keep(Keeping(entry.number, path, entry.source))
        self._on_changed()

    @Slot(object)
    def _on_removed(self, entry: Entry) -> None:
        paths = (self._sources.get(entry.number), entry.kept.path if entry.kept else None)
        self._removed[entry.number] = tuple(path for path in paths if path is not None)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        if not self._soon.isActive():  # or a busy queue would put it off for ever
            self._soon.start()

    @Slot(object)
    def _on_succeeded(self, entry: Entry) -> None:
        result = entry.result
        if result is None or entry.kept is not None or not self._open_folder():
            return
        if result.picture.height * result.picture.width > MAX_PIXELS:
            return  # it could not be read again
        path = self._folder / f"{entry.job.number}.png"
        self._results[entry.number] = Kept(path, entry.job.choices, result.run)
        self._keep(Keeping(entry.number, path, result.picture))

    def _keep(self, keeping: Keeping) -> None:
        """Have a source or a result written, and listed once it is."""
        self._writer.keep(keeping).finished.connect(self._on_kept)

    @Slot(object)
    def _on_kept(self, keeping: Keeping) -> None:
        if isinstance(keeping.content, Source):
            self._sources[keeping.entry] = keeping.path
        else:
            self._note_kept(keeping)
        self._on_changed()

    def _note_kept(self, keeping: Keeping) -> None:
        kept = self._results.get(keeping.entry)
        if kept is None or kept.path != keeping.path:
            return  # a later run has another result
        del self._results[keeping.entry]
        for entry in self._session.entries:
            # By now it may have been released.
            if entry.number == keeping.entry and entry.state in (State.DONE, State.RELEASED):
                self._session.note_kept(entry, kept)

    @Slot()
    def _write_soon(self) -> None:
        """Have the list written in the writing thread: a disk may take longer than a frame."""
        if (listed := self._listed()) is not None:
            self._writer.keep(Keeping(0, self._folder / LIST, listed))

    def _write(self) -> None:
        """Write the list before anything else happens."""
        try:
            if (listed := self._listed()) is not None:
                write_whole(listed, self._folder / LIST, overwrite=True)
        except OSError as error:
            _log.warning("The queue cannot be kept: %s", error)

    def _listed(self) -> bytes | None:
        """The list as it is now; None while there was never anything to keep."""
        entries = self._session.entries
        if not (entries or self._lock) or not self._open_folder():
            return None
        pictures = [fact for entry in entries if (fact := self._facts(entry)) is not None]
        return json.dumps({"version": _VERSION, "pictures": pictures}, indent=1).encode()

    def _facts(self, entry: Entry) -> dict[str, Any] | None:
        path = entry.source.path or self._sources.get(entry.number)
        if path is None:
            return None  # not on disk yet; it will be listed next time
        kept = entry.kept
        return {
            "name": entry.source.name,
            "path": str(path),
            "is_file": entry.source.path is not None,
            "is_stopped": entry.state in (State.CANCELLED, State.FAILED),
            "choices": asdict(entry.choices),
            "print_width": entry.print_width,
            "kept": None if kept is None else _kept_facts(kept),
            "adjustments": entry.adjustments.present.to_json(),
            "is_taken": entry.is_taken,
        }


def left_queues(home: Path) -> tuple[Path, ...]:
    """List the folders of queues whose programs are gone.

    Args:
        home: Folder of all queues.
    """
    return tuple(folder for folder in home.glob("*/") if _is_deserted(folder))


def forget_left(home: Path) -> None:
    """Delete the queues whose programs are gone; those of running programs stay."""
    for folder in left_queues(home):
        shutil.rmtree(folder, ignore_errors=True)


def _age(folder: Path) -> float:
    """Seconds since a queue was written last; endless where it is gone or has no list."""
    with suppress(OSError):
        return time.time() - (folder / LIST).stat().st_mtime
    return float("inf")


def _is_deserted(folder: Path) -> bool:
    """Whether the program that had this folder is gone."""
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    return lock.tryLock(0)


def _read(folder: Path) -> Iterator[Left]:
    """Yield the pictures of a list; what makes no sense is left out."""
    try:
        data = json.loads((folder / LIST).read_text("utf-8"))
        facts = data["pictures"] if data["version"] == _VERSION else []
    except (OSError, ValueError, KeyError, TypeError):
        return
    for fact in facts:
        with suppress(OSError, ValueError, KeyError, TypeError):
            yield _read_picture(folder, fact)


def _read_picture(folder: Path, fact: dict[str, Any]) -> Left:
    path = Path(fact["path"])
    source = Source(str(fact["name"]), path if fact["is_file"] else path.read_bytes())
    kept = _read_kept(folder, fact["kept"]) if fact["kept"] else None
    adjustments = Adjustments.from_json(fact["adjustments"])
    choices = _read_choices(fact["choices"])
    print_width = ExportOptions(print_width=fact["print_width"]).print_width  # checked
    if kept is not None and is_file(kept.path):
        is_taken = bool(fact.get("is_taken"))  # lists of earlier versions do not tell
        return Left(source, State.RELEASED, kept, adjustments, choices, print_width, is_taken)
    state = State.CANCELLED if fact["is_stopped"] else State.WAITING
    return Left(source, state, None, adjustments, choices, print_width)


def _kept_facts(kept: Kept) -> dict[str, Any]:
    return {"path": kept.path.name, "choices": asdict(kept.choices), **asdict(kept.run)}


def _read_kept(folder: Path, fact: dict[str, Any]) -> Kept:
    run = {name: value for name, value in fact.items() if name not in ("path", "choices")}
    run["engine"] = _read_engine(fact["engine"])
    path = folder / Path(fact["path"]).name
    return Kept(path, _read_choices(fact["choices"]), RunFacts(**run))


def _read_engine(fact: dict[str, Any]) -> Engine:
    if "network" in fact:
        return Engine(**(fact | {"network": NetworkInfo(**fact["network"])}))
    # As earlier versions wrote it: what is adapted is told by the end of its name.
    label: str = fact["model_name"]
    name = label.removesuffix("-adapted")
    shipped = find_model(name)
    digest = shipped.sha256 if shipped else ""
    network = NetworkInfo(name, fact["model"], is_adapted=name != label, sha256=digest)
    return Engine(network, fact["device"], fact["precision"])


def _read_choices(fact: dict[str, Any]) -> Choices:
    choices = Choices(**fact)
    if choices.scale not in SCALES:
        raise ValueError(f"no such scale: {choices.scale}")
    return choices
