"""What is known of a network that is loaded. Importing this module does not import torch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NetworkInfo:
    """A network, for people and for programs.

    Attributes:
        name: Of the registry, or of the user's own file without its end: "clearmark-plus".
        title: For people: "MIMO-UNet+".
        is_adapted: Whether it was fine-tuned on the user's own pictures since.
        sha256: Of the file that it was loaded from, in lower-case hexadecimal; empty if that is not known.
    """

    name: str
    title: str
    is_adapted: bool = False
    sha256: str = ""

    @property
    def label(self) -> str:
        """The name that receipts and file names tell: "clearmark-plus", "clearmark-plus-adapted"."""
        return f"{self.name}-adapted" if self.is_adapted else self.name
