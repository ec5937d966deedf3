"""The model card in the pane: complete, and in agreement with the files that it summarises."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PIL import Image

import dev
from desktop_app.about.about_state import AboutState
from desktop_app.about.card import CardFacts, model_card
from desktop_app.about.card_page import card_markdown
from desktop_app.about.localized_texts import about_text, about_words, group_digits
from desktop_app.analysis.advice import LEGIBLE, LEGIBLE_JPEG
from desktop_app.domain.entry import Entry, EntryState
from desktop_app.domain.jobs import Choices, Job, Source
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.paths import ABOUT, SOURCE
from models.mimo_unet import MimoUNet
from models.network_info import NetworkInfo
from models.registry import MODELS, ModelEntry
from tests.tools.make_about_sources import SOURCES, summary

NOTHING = CardFacts("MIMO-UNet+", "CPU", "bf16", is_verified=False)
MEASURED = CardFacts(
    "MIMO-UNet+",
    "CPU",
    "bf16",
    is_verified=True,
    parameters=16_131_420,
    operations=37_912_345_678,
    seconds=0.5,
    pixels=512 * 256,
)

each_model = pytest.mark.parametrize("entry", MODELS, ids=lambda entry: entry.name)


@each_model
def test_a_card_tells_what_a_shipped_model_is(entry: ModelEntry) -> None:
    card = model_card(entry, NOTHING, SOURCE)
    network = MimoUNet(entry.num_blocks, entry.base_channels, entry.unshuffle)
    parameters = sum(parameter.numel() for parameter in network.parameters())
    assert f"- {group_digits(parameters)} parameters\n" in card
    assert f"`{entry.sha256}`" in card
    assert f"`{entry.file.name}`" in card
    assert f"- {entry.num_blocks} residual blocks" in card
    assert "$" not in card
    assert re.search(r"://|www\.|href|\]\((?!failures/)", card) is None


def test_only_what_was_measured_is_told() -> None:
    before, after = (model_card(MODELS[0], facts, SOURCE) for facts in (NOTHING, MEASURED))
    assert "was checked" not in before
    assert "known once a picture was restored" in before
    assert "megapixels" not in before
    assert "It was checked when the file was loaded." in after
    assert "- 37.9 billion multiply-adds for this picture" in after
    assert "- 0.50 s for a result of 0.13 megapixels on this machine (CPU, bf16): 0.26 " in after


def test_numbers_are_those_of_the_language() -> None:
    card = model_card(MODELS[0], MEASURED, "de", ",")
    assert "- 37,9 Milliarden " in card
    assert (
        "- 0,50 s für ein Ergebnis von 0,13 Megapixeln auf diesem Computer (CPU, bf16): 0,26 "
        in card
    )
    rows = [line for line in card.splitlines() if "%" in line]
    assert len(rows) > 10
    assert all(re.search(r"\d,\d", row) and not re.search(r"\d\.\d", row) for row in rows)


def test_of_a_checkpoint_of_ones_own_nothing_is_claimed() -> None:
    card = model_card(None, CardFacts("mine.pkl", "CPU", "fp32", is_verified=False), SOURCE)
    assert "mine.pkl, a file of your own." in card
    assert "dB" not in card
    assert "SHA-256" not in card
    assert "LGPL" in card


def test_an_adapted_network_is_the_shipped_one_and_what_became_of_it() -> None:
    source = Source("logo.png", Path("logo.png"))
    entry = Entry(1, source, Job(1, 1, source, Choices()), EntryState.OPENING)
    network = NetworkInfo("clearmark-plus", "MIMO-UNet+ (adapted)", is_adapted=True)
    entry.engine = EngineInfo(network, "CPU", "bf16")
    card = card_markdown(AboutState(entry), SOURCE)
    assert "MIMO-UNet+ (adapted), in the file `clearmark-plus.safetensors`." in card
    assert "the network has been fine-tuned on your own pictures" in card
    assert "a file of your own" not in card
    assert "fine-tuned" not in model_card(MODELS[0], MEASURED, SOURCE)


@each_model
def test_the_quality_is_that_of_the_shipped_card(entry: ModelEntry) -> None:
    shipped = entry.card.read_text("utf-8")
    card = model_card(entry, NOTHING, SOURCE)
    words = about_words(SOURCE)
    position = [cell.strip() for cell in _head(shipped).split("|")].index(entry.name)
    for line in _rows(shipped, "PSNR, dB"):
        cells = [cell.strip() for cell in line.split("|")]
        assert f"| {words[cells[1]]} | {cells[2]} | {cells[position]} | " in card
    for line in _rows(shipped, "character errors (OCR)"):
        cells = [cell.strip() for cell in line.split("|")]
        bicubic, own = (f"{100 * float(cells[i]):.1f} %" for i in (2, position))
        shares = f"| {bicubic} | {own} |"
        assert re.search(rf"^\| {re.escape(words[cells[1]])} \|.*{re.escape(shares)}$", card, re.M)


def _head(shipped: str) -> str:
    return next(line for line in shipped.splitlines() if line.startswith("| PSNR, dB | bicubic"))


def _rows(shipped: str, title: str) -> list[str]:
    lines = shipped.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {title} | bicubic"))
    end = lines.index("", start)
    return lines[start + 2 : end]


# --- licences and sources


def test_the_licences_are_those_of_all_that_is_needed_to_run() -> None:
    table = re.findall(r"^\| ([\w.-]+) \| (.+?) \|", about_text("licences", SOURCE), re.MULTILINE)
    stated = {canonicalize_name(name): licence for name, licence in table[1:]}
    assert stated.pop(canonicalize_name("python")) == "PSF-2.0"
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    needed = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        is_needed = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        # torch's build for Linux with CUDA requires NVIDIA's, which the sentence below the table names.
        if name in needed or not is_needed or name.startswith(("nvidia-", "triton", "cuda-")):
            continue
        needed.add(name)
        installed = distribution(requirement.name)
        for licence in _licences(installed.metadata.get_all):
            assert licence in stated[name], name
        waiting += [Requirement(text) for text in installed.requires or ()]
    assert needed == set(stated)


def _licences(get_all: object) -> list[str]:
    assert callable(get_all)
    expressions = get_all("License-Expression") or get_all("License") or []
    if expressions:
        parts = re.split(r" AND | OR | WITH [\w-]+", expressions[0])
        return [part for part in map(str.strip, parts) if part]
    names = {"BSD License": "BSD-3-Clause", "Apache Software License": "Apache-2.0"}
    classifiers = [text for text in get_all("Classifier") if text.startswith("License")]
    return [names[text.rpartition(" :: ")[2]] for text in classifiers]


def test_the_app_is_under_the_licence_that_is_told() -> None:
    licence = (dev.ROOT / "LICENSE").read_text("utf-8")
    assert licence.startswith("MIT License")
    holder = re.search(r"Copyright \(c\) (.+)", licence)
    assert holder is not None
    for name in ("card", "card-own"):
        text = (ABOUT / SOURCE / f"{name}.md").read_text("utf-8")
        assert f"under the MIT licence, © {holder[1]}." in text


def test_the_sources_are_summed_up_whole() -> None:
    text = SOURCES.read_text("utf-8")
    stated = about_text("sources", SOURCE)
    assert stated == summary(text)  # if not: python -m tests.tools.make_about_sources
    for share_alike in ("openmoji", "arcticons", "femkeklaver"):
        assert share_alike in text
        assert share_alike not in stated
    for source in (
        "twemoji (Twitter)",
        "openclipart",
        "wukrainian",
        "kphotoalbum",
        "1,041 families",
    ):
        assert source in stated


def test_all_texts_name_the_height_of_letters_from_which_the_window_warns() -> None:
    cards = [entry.card for entry in MODELS]
    paths = [ABOUT / SOURCE / "limits.md", dev.ROOT / "README.md", *cards]
    for path in paths:
        text = path.read_text("utf-8")
        assert f"less than about {LEGIBLE} pixels high in the " in text, path
        assert f"({LEGIBLE_JPEG} in a JPEG), or higher but strongly blurred" in text, path


# --- failures


def test_the_failures_are_shown_and_small() -> None:
    limits = about_text("limits", SOURCE)
    named = re.findall(r"\]\((failures/.+?)\)", limits)
    assert {ABOUT / name for name in named} == set((ABOUT / "failures").iterdir())
    assert 1 <= len(named) <= 3
    for name in named:
        assert (ABOUT / name).stat().st_size < 60_000


@pytest.mark.slow
def test_the_failures_are_those_of_the_weights_that_are_shipped() -> None:
    """If it fails: run python -m tests.tools.make_failure_pictures, inspect them, correct the captions."""
    pytest.importorskip("scipy", reason="the training extra is not installed")
    from tests.tools.make_failure_pictures import CASES, draw

    for name in CASES:
        with Image.open(ABOUT / "failures" / f"{name}.png") as picture:
            shown = np.array(picture).astype(int)
        drawn = draw(name)
        assert shown.shape == drawn.shape
        assert np.abs(shown - drawn).mean() < 0.5
