"""Where the program's data files lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""The folder of icons, samples and texts; the same place in the repository, a wheel and a frozen build."""

ICONS = RESOURCES / "icons"
SAMPLES = RESOURCES / "samples"
TRANSLATIONS = RESOURCES / "translations"
HELP = RESOURCES / "help"
ABOUT = RESOURCES / "about"

SOURCE = "en"
"""The language in which everything is written, and which has all of it."""


def find_text(folder: Path, language: str, name: str) -> Path:
    """Where a text lies in a language, or in English if that lacks it.

    Args:
        folder: With a folder of each language, such as ``HELP``.
        language: Code such as ``de``.
        name: Of the file.
    """
    own = folder / language / name
    return own if own.exists() else folder / SOURCE / name
