"""Errors that carry a sentence for the user. Importing this module does not import torch."""


class TranslatableError(Exception):
    """An error whose message is a translatable sentence for the user.

    Args:
        text: The English sentence, marked for translation, with fields such as ``{name}``.
        values: The values of the fields, by name.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values


class CheckpointError(TranslatableError):
    """A checkpoint cannot be used."""


class DeviceError(TranslatableError):
    """The chosen device does not exist, or has failed."""


class OutOfMemoryError(TranslatableError):
    """The device has too little memory for the weights, or for even the smallest tile."""
