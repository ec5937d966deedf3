"""Save results and pasted pictures to disk, so that a crash or kill loses nothing, and load them again."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from desktop_app.domain.adjustments import Adjustments
from desktop_app.domain.jobs import (
    CachedResult,
    Job,
    JobError,
    OpenedPicture,
    Remedy,
    Result,
    Source,
)
from desktop_app.domain.requests import CacheWrite
from desktop_app.engine.clipboard import encode_clipboard_image
from desktop_app.engine.job_steps import open_picture
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.display import display_pyramid
from desktop_app.imaging.file_system import write_atomically
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import read_picture
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.imaging.writing import ExportFormat, ExportOptions, write_picture


def write_cache(write: CacheWrite) -> None:
    """Write something that would otherwise be lost if the program were killed.

    Raises:
        ReadError: The content is an empty image from the clipboard.
        WriteError: A result cannot be written.
        OSError: A source or the list of the queue cannot be written.
    """
    content = write.content
    if isinstance(content, bytes):
        write_atomically(content, write.path, overwrite=True)
    elif isinstance(content, Picture):
        write_picture(content, write.path, ExportOptions(ExportFormat.PNG), overwrite=True)
    elif isinstance(content.content, QImage):
        write.path.write_bytes(encode_clipboard_image(content.content, content.name))
    elif isinstance(content.content, bytes):
        write.path.write_bytes(content.content)


def load_cached_result(job: Job, opened: OpenedPicture, cached: CachedResult) -> Result:
    """Load a result from disk.

    Args:
        job: A job with the choices of ``cached``.
        opened: From :func:`open_picture` for this job.
        cached: The result on disk.

    Raises:
        JobError: The result cannot be read.
        JobError: The source has another size now, so the result does not belong to it.
    """
    try:
        picture = read_picture(cached.path)
        if picture.size_text != opened.enlarged.size_text:
            raise ReadError("The picture has another size now.")
    except ReadError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "The kept result of “{name}” is gone; it has to be restored again."
        )
        raise JobError(Sentence(text, name=job.source.name), Remedy.RETRY) from error
    picture = replace(opened.enlarged, rgb=picture.rgb, alpha=picture.alpha)
    return Result(picture, display_pyramid(picture), cached.run)


@dataclass(frozen=True, eq=False)
class EvictedResult:
    """A result that is only on disk; call it to load it.

    Args:
        source: Where the input comes from.
        cached: The network's output on disk.
        adjustments: The user's adjustments, applied when it is loaded.
    """

    source: Source
    cached: CachedResult
    adjustments: Adjustments

    def __call__(self) -> Picture:
        """Load the result and adjust it.

        Raises:
            ReadError: The result or the source cannot be read.
            JobError: The result does not belong to the source any more.
        """
        if self.adjustments == Adjustments():
            return read_picture(self.cached.path)
        job = Job(0, 0, self.source, self.cached.choices)
        opened = open_picture(job)
        restored = load_cached_result(job, opened, self.cached).picture
        return self.adjustments.apply(opened.enlarged, restored)
