"""Turn exceptions in worker threads into :class:`JobError`, one sentence for the user."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from desktop_app.domain.jobs import JobError, Remedy
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.imaging.writing import WriteError
from models.errors import is_memory_shortage
from models.progress import Cancelled

_log = logging.getLogger(__name__)


@contextmanager
def report_errors_to(report: Callable[[JobError], None]) -> Iterator[None]:
    """Pass any exception in the block to ``report`` as a JobError, except Cancelled.

    A cancelled job is silent: the service has already emitted its ``cancelled``.
    """
    try:
        yield
    except Cancelled:
        return
    except Exception as error:  # noqa: BLE001 (nothing above a worker thread could report it)
        report(to_job_error(error))


def to_job_error(error: Exception) -> JobError:
    """Turn any exception into a JobError; unexpected ones are logged with their traceback."""
    if isinstance(error, JobError):
        return error
    if isinstance(error, ReadError | WriteError):
        return JobError(error.args[0])  # may be a Sentence, which is translated when shown
    if is_memory_shortage(error):
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
