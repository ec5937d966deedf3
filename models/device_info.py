"""Describes a device. Importing this module does not import torch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DeviceInfo:
    """A device that the user can choose.

    Attributes:
        name: As torch spells it: "cpu", "cuda:0".
        title: The name shown to the user.
    """

    name: str
    title: str


CPU = DeviceInfo("cpu", "CPU")
"""The device that every machine has."""
