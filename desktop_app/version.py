"""The version of Clearmark."""

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Return the installed version; "unknown" if the program runs without being installed."""
    try:
        return version("clearmark")
    except PackageNotFoundError:
        return "unknown"
