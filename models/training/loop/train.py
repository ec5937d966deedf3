"""Trains a network on a corpus: on a CPU or one GPU, within a budget of minutes, resumable.

    python3 dev.py train --minutes 120

Run it again with the same ``--out`` to resume; a longer ``--minutes`` stretches the schedule. The log is
plotted as ``log.png`` beside ``log.jsonl``. ``--schedule trunk`` keeps the learning rate constant for as
long as you like; ``--schedule branch --trunk FOLDER`` continues from there in a folder of its own and lowers
the rate to 0. The shipped weights are those at the end of a branch.
"""

import argparse
import copy
import json
import logging
import math
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.checkpoint import read_network, write_weights
from models.devices import autocast
from models.mimo_unet import MimoUNet
from models.training.corpus.default_packs import DATA_DIR, find_pack
from models.training.data.pairs import PairDataset, loader
from models.training.loop.letter_recogniser import SHIPPED_RECOGNISER, LetterLoss
from models.training.loop.losses import LossWeights, training_loss
from models.training.loop.optimiser import Optimiser
from models.training.loop.plot import LOG_FILE, plot
from models.training.loop.teacher import Teacher
from models.training.loop.validation import Validation, to_input

log = logging.getLogger(__name__)

STATE_FILE, AVERAGE_FILE = "state.pt", "ema.safetensors"
SCHEDULES = ("cosine", "trunk", "branch")


@dataclass(frozen=True)
class TrainingConfig:
    """All settings of a run.

    Attributes:
        corpus: Pack of training pictures.
        validation: Pack of held-out pictures.
        out: Folder of the run: state, averaged weights, log.
        start: Checkpoint to start from; by default a new network that returns its input.
        num_blocks: Of a new network; see ``MimoUNet``, also for ``base_channels`` and ``unshuffle``.
        minutes: Budget of training time, over all resumptions. The learning rate follows the share spent.
        steps: Budget of steps, or 0 for none; whichever budget is spent first ends the run.
        crop: Side of the crops in pixels.
        batch: Pairs per step.
        rate: Peak learning rate.
        warm_up: Steps over which the rate rises; none in a branch.
        schedule: "cosine" falls to 0 along half a cosine, "trunk" stays, "branch" falls with the square root
            of the share spent.
        trunk: Folder of the run whose state a branch starts from; only read.
        ema: Decay of the averaged weights per step.
        clip: Largest norm of the gradients.
        seed: Seed of the batches and of torch.
        workers: Processes that make pairs.
        threads: Threads of torch, or 0 for its default.
        device: As torch spells it.
        frequency: See ``LossWeights``, also for the terms down to ``is_charbonnier``.
        is_adamw: Use AdamW for all weights instead of Muon for the inner convolutions.
        teacher: Checkpoint to distil from; its results are mixed into the target.
        distillation_weight: Share of the teacher's results in the target.
        recogniser: Weights of the letter recogniser.
        recogniser_weight: Weight of the differences of its features in the loss.
        misread_weight: Weight of the share of misread letters in the loss.
        text_oversampling: How many times as often pictures of nothing but letters are drawn.
        dropout: Probability of channel dropout.
        validate_every: Steps between two validations by PSNR.
        legibility_every: Steps between two validations that also read text.
        lines: Lines of text to read, or 0 for none.
        save_every_seconds: Time between two saved states.
        is_compiled: Compile the network with ``torch.compile``.
    """

    corpus: Path
    validation: Path
    out: Path
    start: Path | None = None
    num_blocks: int = 8
    base_channels: int = 32
    unshuffle: int = 2
    minutes: float = 60.0
    steps: int = 0
    crop: int = 96
    batch: int = 8
    rate: float = 1e-3
    warm_up: int = 300
    schedule: str = "cosine"
    trunk: Path | None = None
    ema: float = 0.999
    clip: float = 0.5
    seed: int = 1
    workers: int = 1
    threads: int = 0
    device: str = "cpu"
    frequency: float = 0.1
    gradient: float = 0.5
    colour: float = 0.1
    edge: float = 0.0
    overshoot: float = 0.0
    fidelity: float = 0.0
    is_charbonnier: bool = False
    is_adamw: bool = False
    teacher: Path | None = None
    distillation_weight: float = 0.5
    recogniser: Path = SHIPPED_RECOGNISER
    recogniser_weight: float = 0.0
    misread_weight: float = 0.0
    text_oversampling: float = 1.0
    dropout: float = 0.0
    validate_every: int = 500
    legibility_every: int = 2500
    lines: int = 24
    save_every_seconds: float = 120.0
    is_compiled: bool = False

    def __post_init__(self) -> None:
        """Check the schedule.

        Raises:
            ValueError: The schedule is unknown.
            ValueError: A branch has no trunk, or another schedule has one.
        """
        if self.schedule not in SCHEDULES:
            raise ValueError(f"The schedule is one of {', '.join(SCHEDULES)}, not {self.schedule}.")
        if (self.schedule == "branch") != (self.trunk is not None):
            raise ValueError("A branch needs the folder of its trunk, and nothing else has one.")


class Training:
    """A run: the network, its averaged weights, the optimiser and the progress so far."""

    def __init__(self, config: TrainingConfig) -> None:
        if config.threads:
            torch.set_num_threads(config.threads)
        torch.manual_seed(config.seed)
        self.config = config
        self.device = torch.device(config.device)
        self.network = _starting_network(config).to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.device.type == "cuda":
            torch.backends.cudnn.benchmark = True  # every batch has the same shape
        self._random = torch.cuda if self.device.type == "cuda" else torch.random
        self.network.train()
        self.network.drop.p = config.dropout
        self.average = copy.deepcopy(self.network).eval().requires_grad_(False)
        self.weights = LossWeights(
            config.frequency,
            config.gradient,
            config.colour,
            config.edge,
            config.overshoot,
            config.fidelity,
            config.is_charbonnier,
        )
        self.teacher = Teacher(config.teacher, self.device) if config.teacher else None
        self.letters: LetterLoss | None = None
        if config.recogniser_weight > 0 or config.misread_weight > 0:
            self.letters = LetterLoss(config.recogniser, self.device)
        self.validation = Validation(config.validation, self.device, lines=config.lines)
        channels = 3 * self.network.unshuffle**2  # of a picture after space-to-depth
        self.optimiser = Optimiser(self.network, {channels}, is_muon=not config.is_adamw)
        self.step, self.seconds = 0, 0.0
        self._first_batch = 0  # a branch continues with batches that its trunk has not seen
        config.out.mkdir(parents=True, exist_ok=True)
        self._resume()
        self._forward = torch.compile(self.network) if config.is_compiled else self.network

    @property
    def budget_spent(self) -> float:
        """The share of the budget that is spent, 0 to 1."""
        config = self.config
        spent = self.seconds / (60 * config.minutes)
        return min(1.0, max(spent, self.step / config.steps if config.steps else 0.0))

    def run(self) -> None:
        """Train until the budget is spent; save regularly, at the end, and when interrupted.

        An interrupted run is not validated, so that it ends at once.
        """
        config = self.config
        pairs = PairDataset(
            config.corpus,
            crop=config.crop,
            batch=config.batch,
            seed=config.seed,
            first_batch=self._first_batch + self.step,
            text_oversampling=config.text_oversampling,
        )
        batches = iter(loader(pairs, config.workers, is_pinned=self.device.type == "cuda"))
        began, saved = time.perf_counter() - self.seconds, time.perf_counter()
        losses: list[Tensor] = []
        try:
            while self.budget_spent < 1:
                losses.append(self._train_step(*next(batches)))
                self.seconds = time.perf_counter() - began
                if self.step % 50 == 0:
                    self._report(torch.stack(losses).mean().item())
                    losses.clear()
                if self.step % config.validate_every == 0:
                    self._validate(has_legibility=self.step % config.legibility_every == 0)
                if time.perf_counter() - saved > config.save_every_seconds:
                    self.save()
                    saved = time.perf_counter()
        except KeyboardInterrupt:
            self.save()
            log.info("interrupted; the state is saved")
            return
        self.save()
        self._validate(has_legibility=True)

    def save(self) -> None:
        """Write the resumable state and the averaged weights, each atomically."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "first": self._first_batch,
            "seconds": self.seconds,
            "random": self._random.get_rng_state(),
        }
        partial = self.config.out / (STATE_FILE + ".partial")
        torch.save(state, partial)
        partial.replace(self.config.out / STATE_FILE)
        write_weights(self.average, self.config.out / AVERAGE_FILE, dtype=torch.float16)

    def _resume(self) -> None:
        file = self.config.out / STATE_FILE
        is_resumed = file.exists()
        if not is_resumed:
            if self.config.trunk is None:
                return
            file = self.config.trunk / STATE_FILE
        state: dict[str, Any] = torch.load(file, map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self._random.set_rng_state(state["random"].cpu())
        first = state.get("first", 0)  # missing in states of older runs
        if is_resumed:
            self.average.load_state_dict(state["average"])
            self.step, self.seconds, self._first_batch = state["step"], state["seconds"], first
            log.info("resumed at step %d, %.1f minutes", self.step, self.seconds / 60)
        else:
            # The average starts again: it should follow the falling rate, not remember the trunk.
            self.average.load_state_dict(state["network"])
            self._first_batch = first + state["step"]
            log.info("branches off at step %d of %s", state["step"], file.parent)

    def _train_step(self, degraded: Tensor, sharp: Tensor) -> Tensor:
        image, target = (to_input(side, self.device) for side in (degraded, sharp))
        with autocast(self.device):
            outputs = self._forward(image)
        if self.teacher is not None:
            target = torch.lerp(target, self.teacher(image), self.config.distillation_weight)
        loss = training_loss(outputs, target, self.weights)
        if self.letters is not None:
            features, misread = self.letters(outputs[-1].float(), target)
            loss = (
                loss
                + self.config.recogniser_weight * features
                + self.config.misread_weight * misread
            )
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config.clip)
        self.optimiser.step(self._rate())
        self.step += 1
        self._update_average()
        return loss.detach()

    def _rate(self) -> float:
        if self.config.schedule == "branch":
            return self.config.rate * (1 - math.sqrt(self.budget_spent))
        warm_up = min(1.0, (self.step + 1) / self.config.warm_up)
        if self.config.schedule == "trunk":
            return warm_up * self.config.rate
        return warm_up * (
            1e-6 + (self.config.rate - 1e-6) * 0.5 * (1 + math.cos(math.pi * self.budget_spent))
        )

    @torch.no_grad()
    def _update_average(self) -> None:
        # The decay is smaller at first: otherwise the average would remember the untrained network for long.
        decay = min(self.config.ema, (1 + self.step) / (10 + self.step))
        averages = list(self.average.parameters())
        torch._foreach_lerp_(averages, list(self.network.parameters()), 1 - decay)

    def _validate(self, *, has_legibility: bool) -> None:
        """Log the scores of the averaged weights on held-out pictures, and plot the log."""
        values = self.validation.psnr(self.average)
        if has_legibility:
            values |= self.validation.legibility(self.average)
        self._log(**values)
        plot(self.config.out)

    def _report(self, loss: float) -> None:
        minutes_left = max(0.0, self.config.minutes - self.seconds / 60)
        per_second = self.step / self.seconds
        self._log(loss=loss, rate=self._rate(), per_second=per_second, minutes_left=minutes_left)

    def _log(self, **values: float) -> None:
        row = {"step": self.step, "minutes": self.seconds / 60, **values}
        rounded = {name: float(f"{value:.5g}") for name, value in row.items()}
        with (self.config.out / LOG_FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(rounded) + "\n")
        log.info("  ".join(f"{name} {value:g}" for name, value in rounded.items()))


def _starting_network(config: TrainingConfig) -> MimoUNet:
    if config.start is not None:
        return read_network(config.start)
    network = MimoUNet(config.num_blocks, config.base_channels, config.unshuffle)
    network.initialise_as_identity()
    return network


def _parse_config(arguments: list[str] | None) -> TrainingConfig:
    parser = argparse.ArgumentParser(prog="train", description=__doc__.splitlines()[0])
    for name, field in TrainingConfig.__dataclass_fields__.items():
        flag = "--" + name.removeprefix("is_").replace("_", "-")
        if name.startswith("is_"):
            parser.add_argument(flag, dest=name, action="store_true")
        elif name in ("corpus", "validation"):
            parser.add_argument(flag, type=Path, help="a pack; by default made on first use")
        elif name == "out":
            parser.add_argument(flag, type=Path, default=DATA_DIR / "run", help="folder of the run")
        else:
            is_path = name in ("start", "trunk", "teacher", "recogniser")
            parser.add_argument(
                flag,
                type=Path if is_path else type(field.default),
                default=field.default,
                choices=SCHEDULES if name == "schedule" else None,
                help=f"default {field.default}",
            )
    options = vars(parser.parse_args(arguments))
    options["corpus"] = options["corpus"] or find_pack("train")
    options["validation"] = options["validation"] or find_pack("validation")
    try:
        return TrainingConfig(**options)
    except ValueError as error:
        parser.error(str(error))


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s  %(message)s", stream=sys.stdout)
    # Ctrl+C and SIGTERM both save the run, even if the shell started it with Ctrl+C ignored.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    config = _parse_config(arguments)
    log.info(json.dumps(asdict(config), default=str))
    Training(config).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
