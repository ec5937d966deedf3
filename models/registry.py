"""The models that ship with the program. Importing this module does not import torch."""

from dataclasses import dataclass
from pathlib import Path

from models.sentences import QT_TRANSLATE_NOOP

WEIGHTS = Path(__file__).parent / "weights"

AUTOMATIC = "auto"
"""The name of a model or device that lets the program choose."""


@dataclass(frozen=True)
class ModelEntry:
    """One shipped model: the architecture of its ``MimoUNet`` and the file of its weights.

    Attributes:
        name: Name in settings and on the command line.
        title: Name shown to the user.
        summary: One sentence on when to choose it, in English; translated where it is shown.
        num_blocks: See ``MimoUNet``.
        base_channels: See ``MimoUNet``.
        unshuffle: See ``MimoUNet``.
        sha256: Hash of the file of weights, checked when it is loaded.
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
        """The file of weights, safetensors."""
        return WEIGHTS / f"{self.name}.safetensors"

    @property
    def card(self) -> Path:
        """The model card, a Markdown file."""
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
"""The model that ``auto`` selects for each type of device: the best one that is not too slow on it."""


def find_model(name: str, device: str = "cpu") -> ModelEntry | None:
    """Find a shipped model by name.

    Args:
        name: Name of a model, ``auto``, or the path of a user's own checkpoint.
        device: Where it will run, as torch spells it: ``cpu``, ``cuda:0``, ``mps``; matters only for
            ``auto``.

    Returns:
        The entry, or None for a user's own checkpoint.
    """
    if name == AUTOMATIC:
        name = DEFAULTS["cpu" if device == "cpu" else "gpu"]
    return next((entry for entry in MODELS if entry.name == name), None)
