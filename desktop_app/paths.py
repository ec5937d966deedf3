"""Where the program's data files lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""The folder of icons, samples and texts; the same place in the repository, a wheel and a frozen build."""

ICONS = RESOURCES / "icons"
SAMPLES = RESOURCES / "samples"
TRANSLATIONS = RESOURCES / "translations"
HELP = RESOURCES / "help"
ABOUT = RESOURCES / "about"
