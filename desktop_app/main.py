"""Entry point of the ``clearmark`` command: opens the window or runs a subcommand.

Qt, torch and Pillow are imported only where they are needed, so that ``--help`` appears at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app.cli.console import Console, ExitCode
from desktop_app.cli.parser import build_parser
from desktop_app.logs import log_to_file
from models.registry import AUTOMATIC, DEFAULTS, MODELS

COMMANDS = ("open", "enhance", "models")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: Command-line arguments without the program name; None takes them from ``sys.argv``.

    Returns:
        The exit code.

    Raises:
        SystemExit: With code 0 after ``--help`` and ``--version``.
        SystemExit: With code 2 for invalid arguments.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Without a command the window opens; desktops start `clearmark FILE`.
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        words.insert(0, "open")
    options = build_parser().parse_args(words)
    is_enhancing = options.command == "enhance"
    if is_enhancing and bool(options.files) == bool(options.watch):
        options.refuse("name either pictures and folders, or a folder to --watch")
    if is_enhancing and options.sheet and options.format == "svg":
        options.refuse("a --sheet shows pixels, which --format svg has none of")
    console = Console(is_json=is_enhancing and options.json)
    with log_to_file("window" if options.command == "open" else "command-line"):
        try:
            if is_enhancing:
                from desktop_app.cli.batch import Batch

                return Batch(options, console).run()
            if options.command == "models":
                return show_models(console)
            return open_window(options.files, console)
        except KeyboardInterrupt:
            console.print_error("Interrupted.")
            return ExitCode.INTERRUPTED
        except BrokenPipeError:
            # The reader has closed the pipe, as in `clearmark models | head -1`. Without this, Python would
            # report the error again when it flushes standard output at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ExitCode.SOME_FAILED


def show_models(console: Console) -> int:
    """List the values for ``--model`` and ``--device``; return the exit code."""
    from models.devices import available_devices

    console.print_line("Models")
    console.print_line(
        f"  {AUTOMATIC}  The one that is marked as such for the device, unless you name another."
    )
    for model in MODELS:
        kinds = [kind.upper() for kind, name in DEFAULTS.items() if name == model.name]
        default = f" (auto on a {' and a '.join(kinds)})" if kinds else ""
        state = "" if model.file.exists() else " Its file is missing."
        console.print_line(f"  {model.name}  {model.title}{default}. {model.summary}{state}")
    console.print_line("Devices")
    for index, device in enumerate(available_devices()):
        console.print_line(f"  {device.name}  {device.title}{'' if index else ' (default)'}")
    return ExitCode.DONE


def open_window(files: Sequence[Path], console: Console) -> int:
    """Open the window, or print why there can be none; return the exit code."""
    if not has_display():
        console.print_error(
            "There is no display to open a window on; `clearmark enhance FILE` works without."
        )
        return ExitCode.SOME_FAILED
    from desktop_app.app.application import run

    return run(files)


def has_display() -> bool:
    """Return whether there seems to be a display; Qt may still fail to open a window on it."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
