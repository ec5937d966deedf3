"""Which Clearmark this is."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """The version that is installed; "unknown" where the program merely lies in a folder."""
    try:
        return version("clearmark")
    except PackageNotFoundError:
        return "unknown"
