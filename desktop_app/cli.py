"""The command line: ``clearmark`` opens the window, ``clearmark enhance`` works without one.

Neither Qt nor torch nor Pillow is imported before it is needed, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.console import Console
from desktop_app.logs import log_to_file
from models.registry import DEFAULT_MODEL, MODELS, find_model

if TYPE_CHECKING:
    from desktop_app.imaging.picture import Picture, Pixels
    from desktop_app.imaging.restoring import Part
    from models.restorer import Progress, Restorer

_logger = logging.getLogger(__name__)

DONE, SOME_FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; 2 is argparse's, 130 the shell's for Ctrl+C."""

SCALES = (1, 2, 4)
FORMATS = ("png", "webp", "tiff", "jpeg")
COMMANDS = ("open", "enhance", "models")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The words after the program's name; by default the process's own.

    Returns:
        The exit code.

    Raises:
        SystemExit: With code 0 after ``--help`` and ``--version``, 2 where the words make no sense.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Without a command the window opens, be it with files: a desktop starts `clearmark FILE`.
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        words.insert(0, "open")
    options = build_parser().parse_args(words)
    console = Console()
    with log_to_file("window" if options.command == "open" else "command-line"):
        try:
            if options.command == "enhance":
                return Batch(options, console).run()
            if options.command == "models":
                return show_models(console)
            return open_window(options.files, console)
        except KeyboardInterrupt:
            console.complain("Interrupted.")
            return INTERRUPTED
        except BrokenPipeError:
            # The reader has gone, as in `clearmark models | head -1`; Python would complain again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return SOME_FAILED


def build_parser() -> argparse.ArgumentParser:
    """Describe the words that the program understands."""
    parser = argparse.ArgumentParser(
        prog="clearmark",
        description="Enlarge small blurry logos and text images and sharpen them, offline.",
        epilog="Without a command the window opens. Exit codes: 0 all done, 1 some failed, "
        "2 the words made no sense, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"Clearmark {program_version()}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    opening = commands.add_parser("open", help="open the window (as without any command)")
    opening.add_argument("files", nargs="*", type=Path, metavar="FILE", help="pictures to load")

    enhancing = commands.add_parser(
        "enhance",
        help="restore pictures without a window",
        description="Restore pictures and write each result beside its source.",
    )
    enhancing.add_argument("files", nargs="+", type=Path, metavar="FILE", help="pictures")
    enhancing.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="folder for the results; made if missing"
    )
    enhancing.add_argument(
        "-s", "--scale", type=int, choices=SCALES, default=2, help="times as large (default: 2)"
    )
    enhancing.add_argument(
        "-m",
        "--model",
        default=DEFAULT_MODEL,
        help="a name from `clearmark models`, or your own checkpoint file "
        f"(default: {DEFAULT_MODEL})",
    )
    enhancing.add_argument(
        "-d",
        "--device",
        default="auto",
        help="auto, or a name from `clearmark models` (default: auto)",
    )
    enhancing.add_argument(
        "-f", "--format", choices=FORMATS, default="png", help="of the results (default: png)"
    )
    enhancing.add_argument(
        "-q",
        "--quality",
        type=_quality,
        help="1 to 100: for jpeg (default: 92), and for webp, which is lossless without it",
    )
    enhancing.add_argument(
        "--overwrite", action="store_true", help="replace results of earlier runs"
    )
    enhancing.add_argument(
        "--sheet",
        action="store_true",
        help="also write a sheet that shows the picture before and after",
    )

    commands.add_parser("models", help="list models and devices")
    return parser


def program_version() -> str:
    """The version that is installed; "unknown" where the program merely lies in a folder."""
    try:
        return version("clearmark")
    except PackageNotFoundError:
        return "unknown"


def show_models(console: Console) -> int:
    """List what ``--model`` and ``--device`` may be."""
    from models.devices import available_devices

    console.say("Models")
    for model in MODELS:
        default = " (default)" if model.name == DEFAULT_MODEL else ""
        state = "" if model.file.exists() else " Its file is missing."
        console.say(f"  {model.name}  {model.title}{default}. {model.summary}{state}")
    console.say("Devices")
    for index, device in enumerate(available_devices()):
        console.say(f"  {device.name}  {device.title}{'' if index else ' (default)'}")
    return DONE


def open_window(files: Sequence[Path], console: Console) -> int:
    """Open the window, or say why there can be none."""
    if not has_display():
        console.complain(
            "There is no display to open a window on; `clearmark enhance FILE` works without."
        )
        return SOME_FAILED
    from desktop_app.application import run

    return run(files)


def has_display() -> bool:
    """Whether a window can be asked for; whether it opens is Qt's to say."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _quality(text: str) -> int:
    quality = int(text)
    if not 1 <= quality <= 100:
        raise ValueError
    return quality


class _HopelessError(Exception):
    """No file can be restored; the message is one sentence, ``code`` the exit code."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code


class Batch:
    """Restores files one after the other; one that fails does not stop the others.

    Args:
        options: What ``build_parser`` made of the words after ``enhance``.
        console: Where results and complaints go.
    """

    def __init__(self, options: argparse.Namespace, console: Console) -> None:
        self._options = options
        self._console = console
        self._restorer: Restorer | None = None
        self._written: set[Path] = set()

    def run(self) -> int:
        """Restore all files.

        Returns:
            The exit code.

        Raises:
            KeyboardInterrupt: Ctrl+C; what was written is whole, and nothing else is left behind.
        """
        files = [match for file in self._options.files for match in _matches(file)]
        failed = 0
        try:
            self._check_options()
            for file in files:
                failed += not self._is_restored(file)
        except _HopelessError as error:
            self._console.complain(f"clearmark: {error}")
            return error.code
        if failed and len(files) > 1:
            self._console.complain(f"{failed} of {len(files)} failed.")
        return SOME_FAILED if failed else DONE

    def _check_options(self) -> None:
        """Find out before the first picture what would fail with each of them."""
        model, folder = self._options.model, self._options.output
        if find_model(model) is None and not Path(model).is_file():
            names = ", ".join(entry.name for entry in MODELS)
            raise _HopelessError(f"There is no model “{model}”: there is {names}.", USAGE)
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                reason = error.strerror or str(error)
                raise _HopelessError(
                    f"The folder “{folder}” cannot be made: {reason}.", USAGE
                ) from error

    def _is_restored(self, file: Path) -> bool:
        """Restore a file and say what became of it."""
        from desktop_app.imaging.reading import ReadError, read_picture
        from desktop_app.imaging.writing import WriteError

        try:
            if file.is_dir():
                example = file / "*.png"
                sentence = f"“{file}” is a folder; name the pictures in it, such as {example}"
                raise ReadError(sentence)
            picture = read_picture(file)
            self._restore(file, picture)
        except (ReadError, WriteError) as error:
            self._console.complain(f"clearmark: {error}")
        except (KeyboardInterrupt, _HopelessError):
            raise
        except Exception as error:
            _logger.exception("Restoring failed.")
            self._console.complain(f"clearmark: {file.name}: {error}")
        else:
            return True
        return False

    def _restore(self, file: Path, picture: Picture) -> None:
        from desktop_app.imaging.restoring import restore_picture

        restorer = self._loaded(file)
        watch = _Watch(self._console, file.name, restorer, picture, self._options.scale)
        restored = restore_picture(picture, self._options.scale, watch.restore)
        seconds = watch.seconds
        target = self._write(restored, file, f"{file.stem}-{self._options.scale}x")
        self._console.say(
            f"{file.name} → {target if self._options.output else target.name}  "
            f"{picture.size_text} → {restored.size_text}, {seconds:.2f} s, "
            f"{restorer.device_title} {restorer.precision}"
        )
        for sentence in (*picture.notes, *watch.warnings()):
            self._console.say(f"  {sentence}")
        if self._options.sheet:
            self._write_sheet(file, picture, restored)

    def _loaded(self, file: Path) -> Restorer:
        """The network; loading it takes a moment, so only once there is a picture for it."""
        if self._restorer is None:
            self._console.progress(f"{file.name}  loading the network ...", 0, 1, 0.0)
            from models.checkpoint import CheckpointError
            from models.devices import DeviceError
            from models.restorer import OutOfMemory, Restorer

            try:
                self._restorer = Restorer.load(self._options.model, self._options.device)
            except DeviceError as error:
                code = SOME_FAILED if self._options.device == "auto" else USAGE
                raise _HopelessError(str(error), code) from error
            except (CheckpointError, OutOfMemory) as error:
                raise _HopelessError(str(error), SOME_FAILED) from error
        return self._restorer

    def _write(self, picture: Picture, source: Path, name: str, *, is_sheet: bool = False) -> Path:
        """Write a picture under a name that is free, or with ``--overwrite`` was of an earlier run."""
        from desktop_app.imaging.writing import (
            ExportFormat,
            ExportOptions,
            free_path,
            write_picture,
        )

        kind = ExportFormat.PNG if is_sheet else ExportFormat(self._options.format)
        quality = self._options.quality
        options = ExportOptions(kind) if quality is None else ExportOptions(kind, quality, False)
        folder = self._options.output or source.parent
        path = folder / f"{name}{kind.suffix}"
        # Two sources of one name, logo.png and logo.gif, must not replace each other's results.
        is_replacing = self._options.overwrite and path not in self._written
        if not is_replacing:
            path = free_path(folder, name, kind.suffix)
        write_picture(picture, path, options, source=source, overwrite=is_replacing)
        self._written.add(path)
        return path

    def _write_sheet(self, file: Path, picture: Picture, restored: Picture) -> None:
        from desktop_app.imaging.restoring import enlarge_picture
        from desktop_app.sheet import draw_sheet
        from models.enlarge import enlarge

        scale = self._options.scale
        enlarged = enlarge_picture(picture, scale, enlarge)
        captions = (f"{file.name}, enlarged to {restored.size_text}", "Restored")
        name = f"{file.stem}-{scale}x-sheet"
        target = self._write(draw_sheet(enlarged, restored, captions), file, name, is_sheet=True)
        self._console.say(f"  before and after: {target if self._options.output else target.name}")


class _Watch:
    """Follows one picture through the network: time, progress, tiles that fell back."""

    def __init__(
        self, console: Console, title: str, restorer: Restorer, picture: Picture, scale: int
    ) -> None:
        self._console = console
        self._title = title
        self._restorer = restorer
        self._scale = scale
        self._parts_left = 1 if picture.alpha is None else 2
        self._done = 0
        # By the tile's number, since a pass that ran out of memory begins again.
        self._sources: dict[int, str] = {}
        self._began = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Time since the picture was begun."""
        return time.perf_counter() - self._began

    def restore(self, image: Pixels, part: Part) -> Pixels:
        """Restore one part, uint8 (H, W, 3), of the picture."""
        earlier = self._done

        def on_progress(progress: Progress) -> None:
            self._done = earlier + progress.done
            self._sources[self._done] = progress.source.name
            total = earlier + progress.total * self._parts_left
            self._console.progress(self._title, self._done, total, self.seconds)

        self._console.progress(self._title, 0, 1, 0.0)
        restored = self._restorer.restore(image, self._scale, on_progress=on_progress)
        self._parts_left -= 1
        return restored

    def warnings(self) -> list[str]:
        """A sentence for each kind of tile that is not the network's first answer."""
        counts, total = Counter(self._sources.values()), len(self._sources)
        meanings = {
            "ENLARGED": "were only enlarged, since the network's answer could not be right",
            "NETWORK_FP32": "were computed again in full precision",
        }
        return [
            f"{counts[name]} of {total} tiles {meaning}."
            for name, meaning in meanings.items()
            if counts[name]
        ]


def _matches(file: Path) -> list[Path]:
    """The files that a pattern stands for: not every shell replaces ``*.png`` by them."""
    if file.exists() or not set("*?") & set(file.name):
        return [file]
    return sorted(file.parent.glob(file.name)) or [file]
