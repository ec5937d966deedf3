"""``clearmark enhance``: restore the pictures of a list or of folders, or as they appear in a hot folder."""

from __future__ import annotations

import argparse
import itertools
import logging
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.cli.batch_report import BatchReport
from desktop_app.cli.console import Console, ExitCode
from desktop_app.cli.enhance import Enhancer, FatalError, model_facts
from desktop_app.cli.hot_folder import POLL_SECONDS, HotFolder
from desktop_app.imaging.file_lock import FolderLock
from desktop_app.imaging.file_search import FoundPicture, PictureSearch
from desktop_app.imaging.file_system import is_file, is_folder, remove_temporary_files
from desktop_app.imaging.naming import quoted
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.imaging.receipt import ModelFacts
from desktop_app.imaging.writing import WriteError

_logger = logging.getLogger(__name__)

_MOST_LOCKS = 100
"""Number of folders that one run locks; each takes an open file, of which a system allows some hundreds."""

_RESULTS = "restored"
"""Name of the folder for results inside a watched folder."""


class Batch:
    """Restores pictures one after the other; a failure does not stop the others.

    Args:
        options: The parsed options of ``enhance``.
        console: Prints results and errors.
    """

    def __init__(self, options: argparse.Namespace, console: Console) -> None:
        self._options = options
        self._console = console
        self._output: Path | None = options.output
        if options.watch is not None and self._output is None:
            self._output = options.watch / _RESULTS
        self._created_folders: list[Path] = []
        self._is_resuming = options.resume or options.watch is not None
        self._report = BatchReport(console, shows_folders=self._output is not None)
        self._numbers = itertools.count(1)
        self._locks: dict[Path, FolderLock] = {}

    def run(self) -> ExitCode:
        """Restore all pictures, or those of a watched folder until Ctrl+C.

        Returns:
            The exit code.

        Raises:
            KeyboardInterrupt: Ctrl+C or SIGTERM; files already written are complete, and nothing else is left
                behind.
        """
        try:
            with _interrupted_by_sigterm():
                model = model_facts(self._options.model, self._options.device)
                self._make_output()
                is_watching = self._options.watch is not None
                code = self._watch(model) if is_watching else self._run_listed(model)
        except FatalError as error:
            self._console.print_error(f"clearmark: {error}")
            code = error.code
        except KeyboardInterrupt:
            self._report.write_summary(ExitCode.INTERRUPTED)
            raise
        finally:
            for lock in self._locks.values():
                lock.unlock()
            for folder in self._created_folders:
                with suppress(OSError):  # not empty: it holds results
                    folder.rmdir()
        self._report.write_summary(code)
        return code

    def _make_output(self) -> None:
        """Create the output folder, so that a bad one fails before the first picture, not at each picture.

        Raises:
            FatalError: The watched folder is not a folder.
            FatalError: The output folder cannot be created.
        """
        watched = self._options.watch
        if watched is not None and not is_folder(watched):
            sentence = f"{quoted(str(watched))} is no folder, so it cannot be watched."
            raise FatalError(sentence, ExitCode.USAGE)
        if self._output is None:
            return
        folders = (self._output, *self._output.parents)
        self._created_folders = [folder for folder in folders if not is_folder(folder)]
        try:
            self._output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            sentence = f"The folder “{self._output}” cannot be made: {reason}."
            raise FatalError(sentence, ExitCode.USAGE) from error

    def _run_listed(self, model: ModelFacts) -> ExitCode:
        search = PictureSearch(is_recursive=self._options.recursive, excluded=self._output)
        for word in self._options.files:
            search.add(word)
        # For a single picture nothing is written but its result.
        keeps_journal = self._is_resuming or len(search.found) > 1
        if keeps_journal:
            self._lock([self._output] if self._output else map(_root, search.found))
        enhancer = self._enhancer(model, keeps_journal=keeps_journal)
        for path, sentence in search.problems:
            self._report.add_failure(path, sentence)
        self._restore(search.found, enhancer)
        if self._report.failed and self._report.total > 1:
            self._console.print_error(f"{self._report.failed} of {self._report.total} failed.")
        return self._code()

    def _watch(self, model: ModelFacts) -> ExitCode:
        """Restore what appears in a folder until Ctrl+C or SIGTERM, the normal ends and no failures."""
        folder, output = self._options.watch, self._output or self._options.watch
        self._lock([output])
        hot = HotFolder(folder, is_recursive=self._options.recursive, excluded=output)
        enhancer = self._enhancer(model, keeps_journal=True)
        was_there = True
        try:
            self._console.print_line(
                f"Watching {quoted(str(folder))}; results go to {quoted(str(output))}. "
                "Press Ctrl+C to end."
            )
            while True:
                settled = hot.poll(time.monotonic())
                for found in settled:
                    self._report.retract_failure(found.path)
                if settled:
                    self._restore(settled, enhancer)
                is_there = is_folder(folder)
                if was_there and not is_there:
                    sentence = f"{quoted(str(folder))} is gone; it is waited for."
                    self._console.print_error(f"clearmark: {sentence}")
                was_there = is_there
                time.sleep(POLL_SECONDS)
        except KeyboardInterrupt:
            self._console.print_error("Stopped watching.")
        return self._code()

    def _lock(self, folders: Iterable[Path]) -> None:
        """Keep other runs out of the folders of results until this one ends.

        Two runs on the same folder would not see each other's results, and do everything twice.

        Raises:
            FatalError: Another run works on one of them.
        """
        resolved = dict.fromkeys(Path(os.path.realpath(folder)) for folder in folders)
        for folder in itertools.islice(resolved, _MOST_LOCKS):
            try:
                lock = FolderLock.acquire(folder)
            except OSError as error:  # a disk without locks, or a folder that may not be written to
                _logger.warning("The folder %s cannot be locked: %s", folder, error)
                continue
            if lock is None:
                name = quoted(str(folder))
                sentence = f"Another run is working on {name}; start this one when it has ended."
                raise FatalError(sentence, ExitCode.SOME_FAILED)
            self._locks[folder] = lock

    def _enhancer(self, model: ModelFacts, *, keeps_journal: bool) -> Enhancer:
        return Enhancer(
            self._options, self._console, model, output=self._output, keeps_journal=keeps_journal
        )

    def _code(self) -> ExitCode:
        return ExitCode.SOME_FAILED if self._report.failed else ExitCode.DONE

    def _restore(self, pictures: Sequence[FoundPicture], enhancer: Enhancer) -> None:
        """Restore all pictures except earlier results and, when resuming, finished pictures."""
        began = time.time()
        results = [found for found in pictures if self._is_skipped_result(found, enhancer)]
        skipped = set(results)
        pictures = [found for found in pictures if found not in skipped]
        for found in pictures:
            enhancer.protect(found)
        if self._options.watch is None:
            self._report.add_skipped_results([found.path for found in results])
        # Reserve the names of all earlier results before the first new result is named.
        finished = {}
        for found in pictures if self._is_resuming else ():
            earlier = enhancer.finished(found)
            if earlier is not None:
                finished[found] = earlier
        if self._is_resuming:
            for folder in enhancer.folders:
                remove_temporary_files(folder, before=began)
        self._report.add_skipped_finished(list(finished.values()), len(pictures))
        for found in pictures:
            number = next(self._numbers)
            try:
                if found in finished:
                    enhancer.complete(finished[found])
                    continue
                enhanced = enhancer.enhance(found, number)
            except (ReadError, WriteError) as error:
                if self._options.watch and not is_file(found.path):
                    continue  # it was removed from the hot folder on purpose
                self._report.add_failure(found.path, str(error))
            except FatalError:
                raise
            except Exception as error:
                _logger.exception("Restoring failed.")
                self._report.add_failure(found.path, f"{found.path.name}: {error}")
            else:
                self._report.add_enhanced(enhanced)

    def _is_skipped_result(self, found: FoundPicture, enhancer: Enhancer) -> bool:
        is_explicit = found.root is None and not self._is_resuming  # the user named this very file
        return not is_explicit and enhancer.is_result(found)


def _root(found: FoundPicture) -> Path:
    """Return the folder that the user named, or the folder of the file that the user named."""
    return found.path.parent if found.root is None else found.root


@contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """Let SIGTERM, with which systems end services, do what Ctrl+C does."""
    if (
        threading.current_thread() is not threading.main_thread()
    ):  # where Python refuses to set handlers
        yield
        return
    earlier = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, earlier)
