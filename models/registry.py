"""The table of models that ship with the program. Importing it does not import torch."""

from dataclasses import dataclass
from pathlib import Path

from models.sentences import QT_TRANSLATE_NOOP

WEIGHTS = Path(__file__).parent / "weights"

AUTOMATIC = "auto"
"""The name, of a model or of a device, that leaves the choice to the program."""


@dataclass(frozen=True)
class ModelEntry:
    """One shipped model: a form of ``MimoUNet`` and the file with its weights.

    ``title`` is what people read, ``summary`` one sentence on when to choose it, translated where it is
    shown; ``sha256`` is checked when the file is loaded.
    """

    name: str
    title: str
    summary: str
    num_blocks: int
    base_channels: int
    unshuffle: int
    sha256: str

    @property
    def file(self) -> Path:
        """The weights."""
        return WEIGHTS / f"{self.name}.safetensors"

    @property
    def card(self) -> Path:
        """The model card, Markdown."""
        return WEIGHTS / f"{self.name}.md"


MODELS: tuple[ModelEntry, ...] = (
    ModelEntry(
        name="clearmark-plus",
        title="MIMO-UNet+",
        summary=QT_TRANSLATE_NOOP("Sentences", "The best; trained for logos and text."),
        num_blocks=20,
        base_channels=32,
        unshuffle=2,
        sha256="b08025407c9a46049ec379568771dbc8d57b8d984774c2ee61a59cfa26b7146d",
    ),
    ModelEntry(
        name="clearmark-small",
        title="MIMO-UNet",
        summary=QT_TRANSLATE_NOOP("Sentences", "Twice as fast; trained for logos and text."),
        num_blocks=8,
        base_channels=32,
        unshuffle=2,
        sha256="1c73d28ae6a8f003c56409138c7f98f427ccba1d90b58c6d9a754862870f922f",
    ),
)

DEFAULTS = {"cpu": "clearmark-plus", "gpu": "clearmark-plus"}
"""The model that ``auto`` stands for, by the kind of device: the best one that is not too slow there."""


def find_model(name: str, device: str = "cpu") -> ModelEntry | None:
    """Find what a name stands for.

    Args:
        name: Of a model, or ``auto``, or the path of a user's own checkpoint.
        device: Where it runs, as torch spells it: ``cpu``, ``cuda:0``, ``mps``; only ``auto`` asks for it.

    Returns:
        The entry, or None for a user's own checkpoint.
    """
    if name == AUTOMATIC:
        name = DEFAULTS["cpu" if device == "cpu" else "gpu"]
    return next((entry for entry in MODELS if entry.name == name), None)
