"""The precision chosen for a device, and its free memory."""

from collections.abc import Iterator

import psutil
import pytest
import torch

from models import devices
from models.device_info import DeviceInfo
from models.devices import autocast, choose_precision, free_memory, is_fast_in_bfloat16

CPU = DeviceInfo("cpu", "CPU")
SECONDS = {torch.bfloat16: 1.0, torch.float32: 2.0}


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """Forget the cached measurement before and after each test."""
    is_fast_in_bfloat16.cache_clear()
    yield
    is_fast_in_bfloat16.cache_clear()


def pretend(
    monkeypatch: pytest.MonkeyPatch, capabilities: set[str], seconds: dict[torch.dtype, float]
) -> None:
    known = dict.fromkeys(capabilities, True)
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: known)
    monkeypatch.setattr(devices, "_time_convolution", seconds.__getitem__)


@pytest.mark.parametrize("capability", ["avx512_bf16", "amx_bf16", "bf16"])
def test_a_cpu_that_is_faster_in_bfloat16_restores_and_learns_in_it(
    monkeypatch: pytest.MonkeyPatch, capability: str
) -> None:
    pretend(monkeypatch, {"avx512_f", capability}, SECONDS)
    assert choose_precision(CPU) is torch.bfloat16
    with autocast(torch.device("cpu")):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype is torch.bfloat16


def test_a_cpu_whose_bfloat16_is_slower_stays_in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, {"avx512_bf16"}, {torch.bfloat16: 2.0, torch.float32: 1.0})
    assert choose_precision(CPU) is torch.float32
    with autocast(torch.device("cpu")):
        assert (torch.ones(2, 2) @ torch.ones(2, 2)).dtype is torch.float32


def test_a_cpu_that_would_emulate_bfloat16_is_not_even_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pretend(monkeypatch, {"avx2"}, {})
    assert choose_precision(CPU) is torch.float32


def test_the_measurement_is_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice follows from one measurement; a second one might differ."""
    measure, seconds = devices._time_convolution, {}

    def note(dtype: torch.dtype) -> float:
        seconds[dtype] = measure(dtype)
        return seconds[dtype]

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"bf16": True})
    monkeypatch.setattr(devices, "_time_convolution", note)
    is_faster = choose_precision(CPU) is torch.bfloat16
    assert seconds.keys() == SECONDS.keys()
    assert all(0 < taken < 1 for taken in seconds.values())
    assert is_faster == (seconds[torch.bfloat16] < seconds[torch.float32])


def test_a_job_on_the_cpu_may_count_on_the_memory_that_is_available() -> None:
    """The free memory changes from one call to the next."""
    machine = psutil.virtual_memory()
    assert 0 < free_memory(CPU) < machine.total
    assert free_memory(CPU) == pytest.approx(machine.available, rel=0.5)
