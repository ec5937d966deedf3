"""The texts of "About this AI": they name allowed sources only, and their claims are true."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.about.inspection_page import InspectionPage, InspectionView
from desktop_app.about.localized_texts import about_text, about_words
from desktop_app.about.papers import PAPERS
from desktop_app.domain.inspection import MAX_INSPECTED_SIDE
from desktop_app.i18n.language import available_languages
from desktop_app.paths import ABOUT, SOURCE
from models.adaptation.fine_tune import MAX_PICTURES, MAX_SCORE_RATIO
from models.enlarge import enlarge
from models.forward import DRIFT_LIMIT, DRIFT_WINDOW
from models.mimo_unet import MimoUNet
from models.registry import MODELS
from models.tile_planning import CONTEXT_WIDTH
from tests.localized_app import app_in_language

CVF = (
    "https://openaccess.thecvf.com/content/ICCV2021/papers/"
    "Cho_Rethinking_Coarse-To-Fine_Approach_in_Single_Image_Deblurring_ICCV_2021_paper.pdf"
)
ALLOWED = {
    "Rethinking Coarse-To-Fine Approach in Single Image Deblurring": (
        CVF,
        "https://github.com/chosj95/MIMO-UNet",
    ),
    "FeatSharp: Your Vision Model Features, Sharper": ("https://arxiv.org/abs/2502.16025v1",),
    "POUF: Prompt-oriented unsupervised fine-tuning for large pre-trained models": (
        "https://arxiv.org/abs/2305.00350v1",
        "https://github.com/korawat-tanwisuth/pouf",
    ),
    "CoF: Coarse to Fine-Grained Image Understanding for Multi-modal Large Language Models": (
        "https://arxiv.org/abs/2412.16869v1",
        "https://github.com/gavin001201/cof",
    ),
}
"""All sources that may be named, in order."""

VIEWS = ("coarse-to-fine", "seeing", "focus", "adapting")
TEXTS = sorted(ABOUT.rglob("*.md"))
_LINK = re.compile(
    r"://|www\.|\]\((?!failures/[a-z-]+\.png\))|href|\b[\w-]+\.(com|org|io|net|edu)\b"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")


def sentences(text: str) -> int:
    return len(_SENTENCE_END.findall(" ".join(text.split())))


def text(name: str) -> str:
    """Return a text as one line, with its placeholders."""
    return " ".join((ABOUT / SOURCE / f"{name}.md").read_text("utf-8").split())


# --- papers


def test_exactly_these_papers_are_named_with_exactly_these_links() -> None:
    assert {p.title: tuple(link.url for link in p.links) for p in PAPERS} == ALLOWED
    assert [paper.title for paper in PAPERS] == list(ALLOWED)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_link_stands_in_a_text(path: Path) -> None:
    assert _LINK.search(path.read_text("utf-8")) is None


def test_each_paper_is_told_in_three_sentences_and_then_honestly() -> None:
    for paper in PAPERS:
        what, task, app = about_text(f"paper-{paper.key}", SOURCE).strip().split("\n\n")
        assert sentences(what) == 3
        assert what.startswith(paper.name.rstrip("+"))
        assert app.startswith("**In this app.**")
        sharpens = "does not sharpen your picture" not in " ".join(task.split())
        assert sharpens == (paper.key == "mimo-unet")


@pytest.mark.parametrize("code", available_languages())
def test_papers_and_report_call_the_views_as_their_tabs_do(
    qtbot: QtBot, qapp: QApplication, code: str
) -> None:
    with app_in_language(qapp, code):
        page = InspectionPage()
        qtbot.addWidget(page)
    tabs = [button.text() for button in page.views.findChildren(QPushButton)]
    words = about_words(code)
    stated = [words["coarse-to-fine"], words["seeing"], words["focus"]]
    assert stated == tabs[: InspectionView.FINE_TUNE]
    for view, paper in ((InspectionView.FEATURES, "featsharp"), (InspectionView.REGIONS, "cof")):
        quoted = rf"[“„«「]\s?{re.escape(tabs[view])}\s?[”“»」]"
        assert re.search(quoted, about_text(f"paper-{paper}", code))


def test_a_citation_holds_what_is_shown() -> None:
    keys = [re.match(r"@\w+\{(\w+),\n", paper.bibtex) for paper in PAPERS]
    assert len({key[1] for key in keys if key}) == len(PAPERS)
    for paper in PAPERS:
        assert paper.bibtex.count("{") == paper.bibtex.count("}")
        assert paper.title in re.sub(r"\{\{(\w+)\}", r"{\1", paper.bibtex)
        assert f"{{{paper.year}}}" in paper.bibtex
        for author in paper.authors.split(", "):
            first, _, last = author.rpartition(" ")
            assert f"{last}, {first}" in " ".join(paper.bibtex.split())
        for version in re.findall(r"abs/(.+)", " ".join(link.url for link in paper.links)):
            assert version.split()[0] in paper.bibtex


# --- languages and placeholders


def test_placeholders_are_filled_in() -> None:
    sizes = {"input": "232 × 104", "output": "464 × 208"}
    for scale in (1, 2, 4):
        stated = about_text(f"picture-{scale}", SOURCE, **sizes)
        assert "232 × 104" in stated
        assert ("464 × 208" in stated) == (scale > 1)
        assert "$" not in stated
    with pytest.raises(KeyError, match="output"):
        about_text("picture-2", SOURCE, input="232 × 104")
    for name in ("task", "workflow", *VIEWS, *(f"paper-{paper.key}" for paper in PAPERS)):
        assert not Template(about_text(name, SOURCE)).get_identifiers()


def test_a_language_that_is_missing_falls_back_to_english() -> None:
    assert about_text("task", "xx") == about_text("task", SOURCE)
    assert about_words("xx") == about_words(SOURCE)
    with pytest.raises(FileNotFoundError):
        about_text("nothing", SOURCE)


# --- what is claimed


def test_the_captions_are_short() -> None:
    for view in VIEWS:
        assert 2 <= sentences(about_text(view, SOURCE)) <= 4


def test_the_question_is_answered() -> None:
    task = text("task")
    for words in ("### What blur is", "cannot bring detail back", "### What restoring means"):
        assert words in task
    for claim in ("No new design is invented", "No language model", "No search", "No network use"):
        assert f"**{claim}.**" in task


def test_the_numbers_of_the_network_are_those_of_the_code() -> None:
    plus, small = MODELS
    network = MimoUNet(plus.num_blocks, plus.base_channels, plus.unshuffle)
    stages = [*network.Encoder, *network.Decoder]
    assert {len(stage.layers) for stage in stages} == {20}
    workflow = text("workflow")
    assert (plus.title, small.title) == ("MIMO-UNet+", "MIMO-UNet")
    assert (
        f"Each of the six stages has {plus.num_blocks} residual blocks of two 3 × 3 convolutions in "
        f"MIMO-UNet+, and {small.num_blocks} in MIMO-UNet." in workflow
    )
    assert len(stages) == 6
    channels = [stage.layers[0].main[0].main[0].out_channels for stage in stages]
    full, half, quarter = channels[:3]
    assert channels[3:] == [quarter, half, full]
    assert f"{full}, {half} and {quarter} channels at the full, half and quarter scale" in workflow
    assert f"20 residual blocks in each stage instead of {small.num_blocks}" in text(
        "paper-mimo-unet"
    )
    values = network.feat_extract[0].main[0].in_channels  # type: ignore[index,union-attr]
    assert f"each square of 2 × 2 pixels enters as one position with {values} values" in workflow
    assert not [module for module in network.modules() if "Norm" in type(module).__name__]


def test_the_numbers_of_the_tiles_are_those_of_the_code() -> None:
    workflow = text("workflow")
    assert f"with {CONTEXT_WIDTH} pixels of context on every side" in workflow
    assert f"averaged over {DRIFT_WINDOW} × {DRIFT_WINDOW} pixels" in workflow
    assert f"by more than {DRIFT_LIMIT:.0%} of the range".replace("%", " %") in workflow
    assert f"over a part of {MAX_INSPECTED_SIDE} × {MAX_INSPECTED_SIDE} pixels" in text(
        "coarse-to-fine"
    )


def test_the_numbers_of_adapting_are_those_of_the_code() -> None:
    words = {4: "four", 0.8: "a fifth"}
    assert f"a part of each picture, of {words[MAX_PICTURES]} at most" in text("adapting")
    assert f"improves by {words[MAX_SCORE_RATIO]}" in text("adapting")


def test_an_enlarged_pixel_depends_on_at_most_16_of_the_input() -> None:
    """Counted along one axis: four pixels, hence four by four in the plane."""
    flat = np.full((1, 12), 128, np.uint8)
    changed = np.zeros(24, int)
    for column in range(12):
        line = flat.copy()
        line[0, column] = 255
        changed += enlarge(line, 2)[0] != 128
    assert changed.max() == 4
    assert f"at most {changed.max() ** 2} pixels of the input" in text("task")
