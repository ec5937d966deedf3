"""Errors that carry a sentence for the user. Importing this module does not import torch."""

_MEMORY_SIGNS = (
    "out of memory",
    "can't allocate memory",
    "not enough memory",
    "failed to allocate",
    "bad_alloc",
    "bad allocation",
    "could not create a primitive",  # oneDNN, when memory runs out
)


def is_memory_shortage(error: BaseException) -> bool:
    """Return whether an exception from Python or a library, such as torch, means that memory ran out."""
    if isinstance(error, MemoryError):
        return True
    message = str(error).lower()
    return isinstance(error, RuntimeError) and any(sign in message for sign in _MEMORY_SIGNS)


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
