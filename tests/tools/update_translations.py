"""Update the translations after visible text has changed.

`python -m tests.tools.update_translations` adds new texts to resources/translations/clearmark_*.ts and lists
those without a translation. Translate them there, by hand or with Qt Linguist. The same command also compiles
the .qm files that the program loads. Commit both.

To start a new language, give its code: `python -m tests.tools.update_translations pt`.
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
    for package in ("desktop_app", "models")
    for path in (ROOT / package).rglob("*.py")
    if TRAINING not in path.parents
)
"""The source files of the program, without the training code."""


@dataclass(frozen=True)
class Message:
    """A visible text and its translation.

    Args:
        context: The class or module that it belongs to.
        source: The text in English.
        forms: The translation; all plural forms of the language if the text has a number.
        is_finished: Whether it has been translated.
    """

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool


def messages(file: Path) -> Iterator[Message]:
    """Yield the messages of a .ts file."""
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
    """Update .ts files to the texts in the code: new ones are unfinished, obsolete ones are removed."""
    names = [str(path.relative_to(ROOT)) for path in SOURCES]
    # Without line numbers, which would change with every edit of the code.
    options = ["-silent", "-no-obsolete", "-locations", "none"]
    _run("lupdate", *options, *names, "-ts", *map(str, files))


def compile_translation(file: Path, target: Path) -> None:
    """Compile a .ts file to a .qm file."""
    _run("lrelease", "-silent", str(file), "-qm", str(target))


def _run(tool: str, *words: str) -> None:
    """Run one of Qt's tools that come with PySide6."""
    program = f"from PySide6.scripts.pyside_tool import {tool}; {tool}()"
    subprocess.run([sys.executable, "-c", program, *words], check=True, cwd=ROOT, timeout=120)


def main(codes: Sequence[str]) -> int:
    """Update and compile all languages and those with new codes; return 1 if a text is untranslated."""
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
