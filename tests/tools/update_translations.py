"""Bring the translations up to date after a visible text has changed.

`python -m tests.tools.update_translations` puts what is new into resources/translations/clearmark_*.ts and
names what has no translation yet. Translate it there, by hand or with Qt Linguist; the same command
then compiles the files *.qm, which the program loads. Both kinds belong into the repository.

A further language begins with its code: `python -m tests.tools.update_translations pt`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from desktop_app.paths import TRANSLATIONS

ROOT = Path(__file__).parents[2]
TRAINING = ROOT / "models" / "training"
SOURCES = sorted(
    path
    for room in ("desktop_app", "models")
    for path in (ROOT / room).rglob("*.py")
    if TRAINING not in path.parents
)
"""Of the program, which the training is no part of."""


@dataclass(frozen=True)
class Message:
    """A text and what became of it.

    Args:
        context: The class or room that it belongs to.
        source: In English.
        forms: The translation, in each of the language's plural forms where it counts something.
        is_finished: Whether somebody has translated it.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool


def messages(file: Path) -> Iterator[Message]:
    """Yield what stands in a .ts file."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            yield Message(
                context.findtext("name") or "",
                message.findtext("source") or "",
                tuple(forms) or (translation.text or "",),
                translation.get("type") is None,
            )


def update(files: Sequence[Path]) -> None:
    """Let the .ts files have just the texts of the code; what is new in them is unfinished."""
    names = [str(path.relative_to(ROOT)) for path in SOURCES]
    # Without places in the code, which would change with every line of it.
    options = ["-silent", "-no-obsolete", "-locations", "none"]
    _run("lupdate", *options, *names, "-ts", *map(str, files))


def compile_translation(file: Path, target: Path) -> None:
    """Compile a .ts file to a .qm file."""
    _run("lrelease", "-silent", str(file), "-qm", str(target))


def _run(tool: str, *words: str) -> None:
    """Run one of Qt's tools, which PySide6 brings along."""
    program = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    subprocess.run([sys.executable, "-c", program, *words], check=True, cwd=ROOT, timeout=120)


def main(codes: Sequence[str]) -> int:
    """Update and compile all languages, and those with these codes; 1 if something is untranslated."""
    new = {TRANSLATIONS / f"clearmark_{code}.ts" for code in codes}
    files = sorted({*TRANSLATIONS.glob("clearmark_*.ts"), *new})
    update(files)
    missing = 0
    for file in files:
        for message in messages(file):
            if not message.is_finished:
                sys.stdout.write(f"{file.name}: {message.context}: {message.source}\n")
                missing += 1
        compile_translation(file, file.with_suffix(".qm"))
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
