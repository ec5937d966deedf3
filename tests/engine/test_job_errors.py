"""Exceptions in worker threads become sentences for the user."""

import pytest

from desktop_app.domain.jobs import Remedy
from desktop_app.engine.job_errors import to_job_error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        RuntimeError("std::bad_alloc"),
        RuntimeError("bad allocation"),
        RuntimeError("could not create a primitive"),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes."),
    ],
)
def test_little_memory_is_told_as_such(error: Exception) -> None:
    told = to_job_error(error)
    assert "does not have enough free memory" in str(told)
    assert told.remedy is Remedy.RETRY


def test_other_errors_are_not_taken_for_little_memory() -> None:
    assert "primitive shape" in str(to_job_error(RuntimeError("primitive shape")))
