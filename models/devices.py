"""Lists the devices of this machine, chooses a precision for each, and measures its free memory."""

import functools
import time

import psutil
import torch

from models.device_info import CPU, DeviceInfo
from models.errors import DeviceError, is_memory_shortage
from models.registry import AUTOMATIC
from models.sentences import QT_TRANSLATE_NOOP


def available_devices() -> tuple[DeviceInfo, ...]:
    """List the devices of this machine, the preferred one first and the CPU last."""
    found: list[DeviceInfo] = []
    if torch.cuda.is_available():
        found += [
            DeviceInfo(f"cuda:{index}", torch.cuda.get_device_name(index))
            for index in range(torch.cuda.device_count())
        ]
    if torch.backends.mps.is_available():
        found.append(DeviceInfo("mps", "Apple GPU"))
    if torch.xpu.is_available():
        found += [
            DeviceInfo(f"xpu:{index}", torch.xpu.get_device_name(index))
            for index in range(torch.xpu.device_count())
        ]
    return (*found, CPU)


def choose_device(name: str = AUTOMATIC) -> DeviceInfo:
    """Find a device by name.

    Args:
        name: ``auto`` for the best one, a name from ``available_devices``, or just its type (``cuda``).

    Raises:
        DeviceError: This machine has no such device.
    """
    devices = available_devices()
    if name == AUTOMATIC:
        return devices[0]
    for device in devices:
        if name in (device.name, device.name.partition(":")[0]):
            return device
    offered = ", ".join(device.name for device in devices)
    text = QT_TRANSLATE_NOOP("Sentences", "This machine has no device “{name}”; it has {offered}.")
    raise DeviceError(text, name=name, offered=offered)


def choose_precision(device: DeviceInfo) -> torch.dtype:
    """Choose the fastest precision that the hardware supports without a visible change of the result.

    GPUs use float16: it has more significant digits than bfloat16, and the network stays within its range (a
    result that is not finite is computed again in float32). Intel GPUs use bfloat16, and so do CPUs that are
    faster in it than in float32.
    """
    kind = torch.device(device.name).type
    if kind in ("cuda", "mps"):
        return torch.float16
    if kind == "xpu":
        return torch.bfloat16
    return torch.bfloat16 if is_fast_in_bfloat16() else torch.float32


def autocast(device: torch.device) -> torch.autocast:
    """Return the autocast context for training: bfloat16, or float32 on a CPU that is faster in it."""
    is_fast = device.type != "cpu" or is_fast_in_bfloat16()
    return torch.autocast(device.type, torch.bfloat16, enabled=is_fast)


@functools.cache
def is_fast_in_bfloat16() -> bool:
    """Return whether this CPU convolves faster in bfloat16 than in float32; measured once, in about 20 ms.

    Having the instructions is not enough: AMD's CPUs are twice as fast with them, Intel's without the matrix
    unit half as fast. CPUs without the instructions emulate them, which is slower still.
    """
    capabilities = torch.cpu.get_capabilities()
    if not any(capabilities.get(name, False) for name in ("avx512_bf16", "amx_bf16", "bf16")):
        return False
    return _time_convolution(torch.bfloat16) < _time_convolution(torch.float32)


def _time_convolution(dtype: torch.dtype) -> float:
    """Time a convolution like the network's on the CPU; the fastest of a few runs, in seconds."""
    layer = torch.nn.Conv2d(64, 64, 3, padding=1).to(dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
    image = torch.ones(1, 64, 64, 64, dtype=dtype).contiguous(memory_format=torch.channels_last)
    seconds = []
    with torch.inference_mode():
        for _ in range(6):  # the first one also allocates memory
            began = time.perf_counter()
            layer(image)
            seconds.append(time.perf_counter() - began)
    return min(seconds)


def free_memory(device: DeviceInfo) -> int:
    """Return the bytes of memory that a new job may use."""
    torch_device = torch.device(device.name)
    if torch_device.type == "cuda":
        # The driver counts the cache of torch's allocator as used, but we can use it.
        reserved = torch.cuda.memory_reserved(torch_device)
        cached = reserved - torch.cuda.memory_allocated(torch_device)
        return torch.cuda.mem_get_info(torch_device)[0] + cached
    if torch_device.type == "mps":
        used = torch.mps.driver_allocated_memory()
        return max(0, torch.mps.recommended_max_memory() - used)
    if torch_device.type == "xpu":
        return torch.xpu.mem_get_info(torch_device)[0]
    return psutil.virtual_memory().available


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an exception from torch or Python means that memory ran out."""
    return isinstance(error, torch.OutOfMemoryError) or is_memory_shortage(error)


def is_device_lost(error: BaseException) -> bool:
    """Return whether an exception from torch means that the GPU itself has failed."""
    message = str(error).lower()
    signs = ("cuda error", "cudnn_status", "device-side assert", "device lost", "device is lost")
    return isinstance(error, RuntimeError) and any(sign in message for sign in signs)


def release_memory(device: DeviceInfo) -> None:
    """Empty the cache of torch's allocator."""
    kind = torch.device(device.name).type
    if kind == "cuda":
        torch.cuda.empty_cache()
    elif kind == "mps":
        torch.mps.empty_cache()
    elif kind == "xpu":
        torch.xpu.empty_cache()
