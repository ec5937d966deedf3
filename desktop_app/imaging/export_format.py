"""The formats a picture can be written in, free of Pillow, so that ``clearmark --help`` starts fast."""

from __future__ import annotations

from enum import StrEnum


class ExportFormat(StrEnum):
    """The formats a picture can be written in."""

    PNG = "png"
    WEBP = "webp"
    TIFF = "tiff"
    JPEG = "jpeg"
    AVIF = "avif"

    @property
    def suffix(self) -> str:
        """The usual file name extension, with its dot."""
        return {"jpeg": ".jpg", "tiff": ".tif"}.get(self.value, f".{self.value}")

    @property
    def title(self) -> str:  # type: ignore[override]  # str.title() makes no sense for a format
        """The format's usual spelling: "PNG", "WebP"."""
        return "WebP" if self is ExportFormat.WEBP else self.value.upper()

    @property
    def max_side(self) -> int:
        """The longest side that can be written, in pixels."""
        # libjpeg stops a little below the format's 65535; AVIF readers stop at libavif's own limit.
        limits = {"webp": 16383, "jpeg": 65500, "avif": 32768}
        return limits.get(self.value, 2**31 - 1)

    @property
    def has_alpha(self) -> bool:
        """Whether the format can store transparency."""
        return self is not ExportFormat.JPEG

    @property
    def has_quality(self) -> bool:
        """Whether the format can be lossy, with a quality from 1 to 100."""
        return self in (ExportFormat.WEBP, ExportFormat.JPEG, ExportFormat.AVIF)

    @classmethod
    def from_suffix(cls, suffix: str) -> ExportFormat | None:
        """Return the format for a file name extension with its dot; None if it cannot be written."""
        endings = {".png": cls.PNG, ".webp": cls.WEBP, ".tif": cls.TIFF, ".tiff": cls.TIFF}
        endings |= {".avif": cls.AVIF}
        endings |= dict.fromkeys((".jpg", ".jpeg", ".jpe", ".jfif"), cls.JPEG)
        return endings.get(suffix.lower())
