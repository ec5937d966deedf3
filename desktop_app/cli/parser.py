"""The command line parser: all options, and the checks of their values."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.naming import DEFAULT_PATTERN, FIELDS, NamePattern, NamingError
from desktop_app.version import program_version
from models.registry import AUTOMATIC
from models.scales import SCALES

FORMATS = (*(kind.value for kind in ExportFormat), "svg")


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line."""
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

    _describe_enhance(
        commands.add_parser(
            "enhance",
            help="restore pictures without a window",
            description="Restore pictures and write each result beside its source, or with -o into "
            "a folder. A run over several pictures keeps a journal beside the results, so that "
            "--resume can go on after a crash.",
        )
    )
    commands.add_parser("models", help="list models and devices")
    return parser


def _describe_enhance(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(refuse=parser.error)
    which = parser.add_argument_group("which pictures")
    which.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="PICTURE",
        help="pictures, folders of pictures, or patterns such as *.png",
    )
    which.add_argument(
        "-r",
        "--recursive",
        action="store_true",
        help="search the folders in a folder too; -o gets folders of the same names",
    )
    which.add_argument(
        "--watch",
        type=Path,
        metavar="DIR",
        help="restore each picture that is in this folder or appears there, once it is written "
        "completely; results go to DIR/restored or to -o. Ctrl+C ends it, with exit code 0, or 1 "
        "if some failed",
    )
    which.add_argument(
        "--resume",
        action="store_true",
        help="leave out what an earlier run has finished: the same picture (by its SHA-256), with "
        "the same settings, whose result is still whole. --watch does so by itself",
    )

    how = parser.add_argument_group("how")
    how.add_argument(
        "-s", "--scale", type=int, choices=SCALES, default=2, help="times as large (default: 2)"
    )
    how.add_argument(
        "-m",
        "--model",
        default=AUTOMATIC,
        help="auto for the best one on the device, a name from `clearmark models`, or your own "
        "checkpoint file (default: auto)",
    )
    how.add_argument(
        "-d",
        "--device",
        default=AUTOMATIC,
        help="auto, or a name from `clearmark models` (default: auto)",
    )
    how.add_argument(
        "--steady",
        action=argparse.BooleanOptionalAction,
        default=True,  # as in `jobs.Choices`, which cannot be imported here because it imports Qt
        help="average the answers to each picture and to its negative, in twice the time: a little "
        "closer to the truth (default: yes)",
    )

    results = parser.add_argument_group("results")
    results.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="folder for the results; made if missing"
    )
    results.add_argument(
        "--name",
        type=_pattern,
        default=NamePattern(DEFAULT_PATTERN),
        metavar="PATTERN",
        help=f"what to call them, of {', '.join(f'{{{field}}}' for field in FIELDS)} and other "
        f"text (default: {DEFAULT_PATTERN})",
    )
    results.add_argument(
        "-f",
        "--format",
        choices=FORMATS,
        default="png",
        help="of the results; svg traces them as shapes (default: png)",
    )
    results.add_argument(
        "-q",
        "--quality",
        type=_quality,
        help="1 to 100: for jpeg and avif (default: 92), and for webp, which is lossless without it",
    )
    results.add_argument(
        "--print-width",
        type=_length,
        metavar="LENGTH",
        help="how wide the results are on paper, such as 42mm, 4.2cm or 1.65in; by default they "
        "keep the width that their source has",
    )
    results.add_argument(
        "--srgb",
        action="store_true",
        help="convert the colours to sRGB in place of keeping the profile; svg always does",
    )
    results.add_argument("--overwrite", action="store_true", help="replace results of earlier runs")
    results.add_argument(
        "--sheet",
        action="store_true",
        help="also write a sheet that shows the picture before and after",
    )
    results.add_argument(
        "--receipt",
        action="store_true",
        help="also write a receipt (JSON): hashes of both files and of the model, settings, device",
    )
    results.add_argument(
        "--json",
        action="store_true",
        help="for programs: one JSON object a line as each picture ends, and a summary; "
        "what people read goes to the other stream",
    )


def _quality(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 100")
    return int(text)


def _length(text: str) -> float:
    from desktop_app.imaging.print_size import parse_length

    try:
        return parse_length(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no length such as 42mm") from error


def _pattern(text: str) -> NamePattern:
    try:
        return NamePattern(text)
    except NamingError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
