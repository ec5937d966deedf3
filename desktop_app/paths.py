"""Paths of the data files that come with the program."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Folder of icons, samples and texts; in the same place in the repository, a wheel and a frozen build."""

ICONS = RESOURCES / "icons"
SAMPLES = RESOURCES / "samples"
TRANSLATIONS = RESOURCES / "translations"
HELP = RESOURCES / "help"
ABOUT = RESOURCES / "about"

SOURCE = "en"
"""The source language of all texts; the only one that is always complete."""


def find_text(folder: Path, language: str, name: str) -> Path:
    """Return the path of a text in a language, or of the English text if there is no translation.

    Args:
        folder: Holds one subfolder per language, such as ``HELP``.
        language: Language code such as ``de``.
        name: File name of the text.
    """
    localized = folder / language / name
    return localized if localized.exists() else folder / SOURCE / name
