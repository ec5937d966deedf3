"""Describes a loaded network. Importing this module does not import torch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NetworkInfo:
    """Identifies a loaded network.

    Attributes:
        name: Name in the registry, or of the user's own file without its suffix: "clearmark-plus".
        title: Name shown to the user: "MIMO-UNet+".
        is_adapted: Whether it has been fine-tuned on the user's own pictures.
        sha256: Hash of the checkpoint file in lower-case hexadecimal; empty if unknown.
    """

    name: str
    title: str
    is_adapted: bool = False
    sha256: str = ""

    @property
    def label(self) -> str:
        """The name used in receipts and file names: "clearmark-plus", "clearmark-plus-adapted"."""
        return f"{self.name}-adapted" if self.is_adapted else self.name
