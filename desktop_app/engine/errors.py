"""What goes wrong in a worker thread, as one sentence for a person."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.domain.jobs import JobError, Remedy
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.reading import ReadError
from desktop_app.imaging.writing import WriteError
from models.progress import Cancelled

_log = logging.getLogger(__name__)


@contextmanager
def report_errors_to(report: Callable[[JobError], None]) -> Iterator[None]:
    """Tell whatever goes wrong inside as one sentence; a cancelled job has told it already."""
    try:
        yield
    except Cancelled:
        return
    except Exception as error:  # noqa: BLE001 (nobody above a worker thread could tell it)
        report(to_job_error(error))


def to_job_error(error: Exception) -> JobError:
    """Turn any failure into a sentence; the log keeps what was not foreseen."""
    if isinstance(error, JobError):
        return error
    if isinstance(error, ReadError | WriteError):
        return JobError(error.args[0])  # which may be a Sentence, translated where it is shown
    if isinstance(error, MemoryError):
        return JobError(
            Sentence(
                QT_TRANSLATE_NOOP(
                    "Sentences", "This computer does not have enough free memory for it."
                )
            ),
            Remedy.RETRY,
        )
    _log.error("A job failed.", exc_info=error)
    reason = (str(error).strip() or type(error).__name__).splitlines()[0]
    text = QT_TRANSLATE_NOOP("Sentences", "Something unexpected went wrong: {reason}")
    return JobError(Sentence(text, reason=reason), Remedy.RETRY)
