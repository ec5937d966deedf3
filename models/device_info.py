"""What is known of a processor. Importing this module does not import torch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DeviceInfo:
    """A processor the user can choose: ``name`` as torch spells it, ``title`` for people."""

    name: str
    title: str


CPU = DeviceInfo("cpu", "CPU")
"""The processor that every machine has."""
