"""Writes what would be lost if the program were killed, and reads it again. No threads."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QImage

from desktop_app.errands import Keeping
from desktop_app.imaging.disk import write_whole
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import ReadError, read_picture
from desktop_app.imaging.sentences import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.writing import ExportFormat, ExportOptions, write_picture
from desktop_app.jobs import Job, JobError, Kept, Opened, Remedy, Result, Source
from desktop_app.results.adjustments import Adjustments
from desktop_app.shown import view_of
from desktop_app.work import encoded, open_picture


def keep(keeping: Keeping) -> None:
    """Write what would be lost if the program were killed.

    Raises:
        ReadError: It is an image of the clipboard that holds nothing.
        WriteError: It cannot be written.
        OSError: The same, for a source or a list.
    """
    content = keeping.content
    if isinstance(content, bytes):
        write_whole(content, keeping.path, overwrite=True)
    elif isinstance(content, Picture):
        write_picture(content, keeping.path, ExportOptions(ExportFormat.PNG), overwrite=True)
    elif isinstance(content.content, QImage):
        keeping.path.write_bytes(encoded(content.content, content.name))
    elif isinstance(content.content, bytes):
        keeping.path.write_bytes(content.content)


def recall(job: Job, opened: Opened, kept: Kept) -> Result:
    """Read a result that was kept.

    Args:
        job: With the choices of ``kept``.
        opened: What :func:`open_picture` made of the job.
        kept: Where it is.

    Raises:
        JobError: It is gone, or the source is another picture now.
    """
    try:
        picture = read_picture(kept.path)
        if picture.size_text != opened.enlarged.size_text:
            raise ReadError("The picture has another size now.")
    except ReadError as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "The kept result of “{name}” is gone; it has to be restored again."
        )
        raise JobError(Sentence(text, name=job.source.name), Remedy.RETRY) from error
    picture = replace(opened.enlarged, rgb=picture.rgb, alpha=picture.alpha)
    return Result(picture, view_of(picture), kept.run)


@dataclass(frozen=True, eq=False)
class Released:
    """A result that is on disk only; calling it reads it.

    Args:
        source: Of the picture.
        kept: What the network made of it.
        adjustments: What the user made of that.
    """

    source: Source
    kept: Kept
    adjustments: Adjustments

    def __call__(self) -> Picture:
        """The result as the user gets it.

        Raises:
            ReadError: It is gone, or the source is.
            JobError: The same; or the source is another picture now.
        """
        if self.adjustments == Adjustments():
            return read_picture(self.kept.path)
        job = Job(0, 0, self.source, self.kept.choices)
        opened = open_picture(job)
        restored = recall(job, opened, self.kept).picture
        return self.adjustments.apply(opened.enlarged, restored)
