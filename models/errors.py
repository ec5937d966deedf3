"""The errors of the networks, each one sentence for the user. Importing this module does not import torch."""


class TranslatableError(Exception):
    """Something failed, told in one sentence for the user.

    Args:
        text: English, marked for translation, with fields such as ``{name}``.
        values: What the fields stand for.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


class CheckpointError(TranslatableError):
    """A checkpoint cannot be used."""


class DeviceError(TranslatableError):
    """The chosen processor is not there, or has failed."""


class OutOfMemoryError(TranslatableError):
    """The device has no memory for it: for the weights, or for even the smallest tile."""
