"""Measure speed and memory of alternatives in one run: ``python3 dev.py bench``.

Machines differ and are noisy, so the ratios are what counts. The two sides of a ratio are measured in turn,
and the best of several rounds is used, which is the least disturbed one.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np
import torch

from models import tile_planning as planning
from models.device_info import DeviceInfo
from models.devices import choose_device, choose_precision
from models.enlarge import enlarge
from models.mimo_unet import MimoUNet
from models.progress import Progress
from models.registry import AUTOMATIC, find_model
from models.restorer import Restorer
from tests.models.sparse_pages import SparsePage

ROUNDS = 5


def best_of(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Time each action in seconds: the best of ``rounds`` rounds, in turn, after one warm-up each."""
    best = [float("inf")] * len(actions)
    for number in range(rounds + 1):
        for index, action in enumerate(actions):
            began = time.perf_counter()
            action()
            if number:
                best[index] = min(best[index], time.perf_counter() - began)
    return best


def network_call(
    network: MimoUNet, side: int, dtype: torch.dtype, device: str
) -> Callable[[], None]:
    """Return a function that runs the network on a whole picture, without the restorer."""
    placed = network.to(device, dtype).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    image = torch.rand(1, 3, side, side, device=device).to(memory_format=torch.channels_last)

    @torch.inference_mode()
    def call() -> None:
        placed(image)[-1].sum().item()  # .item() waits for the GPU

    return call


def restorer_against_network(device: DeviceInfo) -> None:
    """Measure the overhead of tiles and checks over the network itself."""
    dtype = choose_precision(device)
    restorer = Restorer(fresh(8, 2), device)
    for side in (512, 1024, 2048):
        source = picture(side // 2)
        bare, whole, steady = best_of(
            network_call(fresh(8, 2), side, dtype, device.name),
            partial(restorer.restore, source, self_ensemble=False),
            partial(restorer.restore, source),
        )
        show(
            f"restorer against a bare call, {side} x {side}",
            whole / bare,
            f"{whole:.3f} s, {bare:.3f} s",
        )
        show(f"average of two answers against one, {side} x {side}", steady / whole)


def precisions_and_forms(device: DeviceInfo) -> None:
    """Compare the fast precision with float32, the model plus with small, the paper's form with ours."""
    dtype, side = choose_precision(device), 512
    calls = {
        (blocks, unshuffle, precision): network_call(
            fresh(blocks, unshuffle), side, precision, device.name
        )
        for blocks in (8, 20)
        for unshuffle in (1, 2)
        for precision in {dtype, torch.float32}
    }
    seconds = dict(zip(calls, best_of(*calls.values(), rounds=3), strict=True))
    for (blocks, unshuffle, precision), value in sorted(seconds.items(), key=str):
        name = "MIMO-UNet+" if blocks == 20 else "MIMO-UNet"
        form = "space-to-depth" if unshuffle == 2 else "paper's form"
        note(f"{name}, {form}, {str(precision).removeprefix('torch.')}, 512 x 512: {value:.3f} s")
    small = seconds[8, 2, dtype]
    if dtype != torch.float32:
        show("fast precision against float32", small / seconds[8, 2, torch.float32])
    show("plus against small", seconds[20, 2, dtype] / small)
    show("space-to-depth against the paper's form", small / seconds[8, 1, dtype])


def sparse_page(device: DeviceInfo) -> None:
    """Measure what finding regions first saves on a sparse page, and what it costs on a busy picture."""
    restorer = Restorer(fresh(20, 2), device)
    page = SparsePage(codec="JPEG")
    source = page.damaged(page.truth(1536, 2048))
    enlarged = enlarge(source, 2)

    def run(worthwhile: float) -> tuple[float, float]:
        """Return the seconds until the first tile that changes something, and until the end."""
        useful: list[float] = []

        def note_if_useful(progress: Progress) -> None:
            change = np.abs(progress.pixels.astype(int) - enlarged[progress.box.slices])
            if change.max() > 2:
                useful.append(time.perf_counter() - began)

        with patch.object(planning, "WORTHWHILE", worthwhile):
            began = time.perf_counter()
            restorer.restore(source, on_progress=note_if_useful)
            return useful[0], time.perf_counter() - began

    rounds = [(run(planning.MAX_PARTIAL_COST), run(0)) for _ in range(3)]
    focused, whole = (np.min(runs, axis=0) for runs in zip(*rounds, strict=True))
    regions = restorer.find_regions(enlarged)
    for index, what in enumerate(("time to the first useful tile", "whole time")):
        show(
            f"sparse page, {what}, with against without leaving out what is flat",
            focused[index] / whole[index],
            f"{focused[index]:.3f} s, {whole[index]:.3f} s",
        )
    note(
        f"  {regions.share:.0%} of the page went through the network; "
        f"found in {1000 * regions.seconds:.1f} ms"
    )
    busy = picture(1024)
    began = time.perf_counter()
    restorer.restore(busy, 1)
    spent = time.perf_counter() - began
    found = restorer.find_regions(busy)
    note(f"  busy picture, 1024 x 1024: looking is {found.seconds / spent:.2%} of the time")


def peak_memory(device: DeviceInfo) -> None:
    """Measure the peak memory for results of 1k, 2k and 4k, each in its own process."""
    for side in (1024, 2048, 4096):
        code = (
            "from models.devices import choose_device; from models.restorer import Restorer;"
            "from tests.benchmarks.bench import fresh, peak, picture;"
            f"restorer = Restorer(fresh(8, 2), choose_device({device.name!r})); before = peak();"
            f"restorer.restore(picture({side // 2}));"
            "print(before, peak())"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        before, after = (float(word) for word in ran.stdout.split())
        note(f"peak memory for {side} x {side}: {after:.0f} MiB, {after - before:.0f} for the job")


def peak() -> float:
    """Return the peak memory of this process in MiB, or NaN if the system does not report it."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not getrusage, whose value starts with that of the parent process.
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="ascii"))
        return float(found[1]) / 1024 if found else float("nan")
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return float("nan")


def the_window() -> None:
    """Measure the start of the window, the longest block of its thread, and frames of 16k x 16k pixels."""
    from tests.benchmarks.bench_window import report

    for line in report():
        note(line)


def the_queue() -> None:
    """Measure pictures per second and memory for a queue of 200 small logos in the window."""
    from tests.benchmarks.bench_queue import report

    for line in report():
        note(line)


def fresh(blocks: int, unshuffle: int) -> MimoUNet:
    """Return a network with shipped weights if its form ships, else with new ones, which cost the same."""
    entry = find_model(AUTOMATIC)
    if entry and (blocks, unshuffle) == (entry.num_blocks, entry.unshuffle):
        from models.checkpoint import read_network

        return read_network(entry.file)
    return MimoUNet(blocks, 32, unshuffle).eval()


def picture(side: int) -> np.ndarray:
    """Make a picture with edges, uint8 (side, side, 3)."""
    rng = np.random.default_rng(0)
    return enlarge(rng.integers(0, 256, (side // 4, side // 4, 3), np.uint8), 4)


def show(title: str, ratio: float, detail: str = "") -> None:
    """Print a ratio."""
    note(f"{title}: {ratio:.2f}" + (f"  ({detail})" if detail else ""))


def note(line: str) -> None:
    """Print a line and flush it."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run all or some of the measurements."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parts: dict[str, Callable[[DeviceInfo], None]] = {
        "restorer": restorer_against_network,
        "forms": precisions_and_forms,
        "focus": sparse_page,
        "memory": peak_memory,
        "window": lambda _device: the_window(),
        "queue": lambda _device: the_queue(),
    }
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(parts)}; by default all")
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(parts):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    device = choose_device(options.device)
    note(f"{device.title}, torch {torch.__version__}, {torch.get_num_threads()} threads")
    for name in options.parts or parts:
        parts[name](device)
    return 0


if __name__ == "__main__":
    sys.exit(main())
