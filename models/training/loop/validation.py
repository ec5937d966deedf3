"""Validates a run while it goes on, on fixed crops and fixed lines of text from held-out families."""

import logging
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from models.devices import autocast
from models.mimo_unet import MimoUNet
from models.training.corpus.pack_format import Corpus, Target
from models.training.data.degradation import Chain, blur_gaussian, compress
from models.training.data.pairs import PairDataset
from models.training.evaluation.legibility import OcrReader, legible_lines
from models.training.evaluation.metrics import PSNR_CAP

log = logging.getLogger(__name__)

Pixels = npt.NDArray[np.uint8]

SEED = 20_211_011  # never use it for a run
# Degradations after which a line can still be read, so that a wrong letter is the network's fault.
READABLE_DAMAGE = (
    Chain((lambda x: blur_gaussian(x, 1.0),)),
    Chain((lambda x: blur_gaussian(x, 1.8),)),
    Chain((lambda x: blur_gaussian(x, 1.0),), after=(lambda x: compress(x, "JPEG", 50),)),
)


class Validation:
    """Measures the PSNR on crops and, if an OCR engine is installed, character errors on lines of text.

    Args:
        corpus: A pack of held-out families.
        device: Where the network runs.
        batches: Number of batches of 8 random crops of 128 × 128.
        lines: Number of pictures of a single line that the engine reads without error when they are sharp;
            each is degraded in three ways. 0 turns legibility off.
    """

    def __init__(
        self, corpus: Path, device: torch.device, *, batches: int = 16, lines: int = 0
    ) -> None:
        self.device = device
        pairs = PairDataset(corpus, crop=128, batch=8, seed=SEED)
        self._batches = [batch for _, batch in zip(range(batches), pairs, strict=False)]
        self._reader = OcrReader.open() if lines else None
        if lines and self._reader is None:
            log.warning("no OCR engine is installed (rapidocr-onnxruntime): legibility is left out")
        self._lines = _damage_lines(corpus, self._reader, lines) if self._reader else []

    @torch.no_grad()
    def psnr(self, network: MimoUNet) -> dict[str, float]:
        """Measure the mean PSNR in dB of a network and of plain enlargement on the crops.

        Crops that are sharp already are averaged separately, since their very high PSNR would hide the
        others.
        """
        scores = []
        for degraded, sharp in self._batches:
            image, target = (to_input(side, self.device) for side in (degraded, sharp))
            restored = self._restore(network, image)
            scores.append(torch.stack([_psnr(restored, target), _psnr(image, target)]))
        restored_psnr, enlarged_psnr = torch.cat(scores, dim=1)
        is_sharp = enlarged_psnr >= PSNR_CAP
        return {
            "validation_psnr": restored_psnr[~is_sharp].mean().item(),
            "bicubic_psnr": enlarged_psnr[~is_sharp].mean().item(),
            "sharp_psnr": restored_psnr[is_sharp].mean().item(),
        }

    @torch.no_grad()
    def legibility(self, network: MimoUNet) -> dict[str, float]:
        """Measure the errors per character of a network and of plain enlargement on the lines.

        Returns:
            Two rates by name; empty without an OCR engine or lines.
        """
        if self._reader is None or not self._lines:
            return {}
        restored_errors = enlarged_errors = characters = 0
        for line, enlarged, misread in self._lines:
            restored_errors += self._reader.count_misread(
                self._restore_picture(network, enlarged), line
            )
            enlarged_errors += misread
            characters += len("".join(line.text.split()))
        return {
            "character_errors": restored_errors / characters,
            "bicubic_character_errors": enlarged_errors / characters,
        }

    def _restore_picture(self, network: MimoUNet, enlarged: Pixels) -> Pixels:
        height, width = enlarged.shape[:2]
        missing = [(0, -side % network.size_multiple) for side in (height, width)]
        padded = np.pad(enlarged, (*missing, (0, 0)), mode="edge")
        image = to_input(torch.from_numpy(padded.transpose(2, 0, 1)[None].copy()), self.device)
        restored = self._restore(network, image)[0, :, :height, :width]
        pixels: Pixels = restored.mul(255).round().byte().permute(1, 2, 0).cpu().numpy()
        return np.ascontiguousarray(pixels)

    def _restore(self, network: MimoUNet, image: Tensor) -> Tensor:
        with autocast(self.device):
            restored: Tensor = network(image)[-1]
        return restored.float().clamp(0, 1)


def _damage_lines(corpus: Path, reader: OcrReader, count: int) -> list[tuple[Target, Pixels, int]]:
    """Return lines, each with a degraded picture of it and the number of characters misread in that."""
    return [
        (line, enlarged, reader.count_misread(enlarged, line))
        for line in legible_lines(Corpus(corpus), reader, count)
        for enlarged in (chain(line.pixels) for chain in READABLE_DAMAGE)
    ]


def to_input(pixels: Tensor, device: torch.device) -> Tensor:
    """Move uint8 (B, 3, H, W) to a device as float32 in [0, 1]."""
    moved = pixels.to(device, non_blocking=True)
    return moved.float().div_(255).contiguous(memory_format=torch.channels_last)


def _psnr(image: Tensor, target: Tensor) -> Tensor:
    """Return the PSNR in dB of each picture of (B, 3, H, W), at most ``PSNR_CAP``, (B,)."""
    error = (image - target).square().mean(dim=(1, 2, 3))
    return (-10 * error.log10()).clamp(max=PSNR_CAP)
