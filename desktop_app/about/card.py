"""The model card of the pane: what the network is, what it was trained on, and what it cannot do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from desktop_app.about.localized_texts import about_text, about_words, group_digits
from models.registry import ModelEntry

_BILLION = 10**9
_PSNR, _MISREAD = "PSNR, dB", "character errors (OCR)"
_BICUBIC = "bicubic"
_ALL = "all but already sharp"


@dataclass(frozen=True)
class CardFacts:
    """Facts about the network on this machine; None for what was not measured yet.

    Args:
        title: Display title of the network: "MIMO-UNet+".
        device: Display name: "CPU".
        precision: Precision of the network's arithmetic: "fp16", "bf16" or "fp32".
        is_verified: Whether the file's SHA-256 was correct when it was loaded. The restorer refuses a
            shipped file whose hash is wrong, so this is whether it has been loaded.
        is_adapted: Whether the network has been fine-tuned on the user's own pictures.
        parameters: Number of weights; if None, the number in the shipped card is used.
        operations: Multiply-adds for the whole picture, without self-ensemble.
        seconds: Time that the network took for this picture.
        pixels: Number of pixels of the result that took those seconds.
    """

    title: str
    device: str
    precision: str
    is_verified: bool
    is_adapted: bool = False
    parameters: int | None = None
    operations: int | None = None
    seconds: float | None = None
    pixels: int | None = None


def model_card(entry: ModelEntry | None, facts: CardFacts, language: str, point: str = ".") -> str:
    """Write the model card.

    Args:
        entry: The shipped model; None for a user's own checkpoint, about which nothing is known.
        facts: Facts about the network on this machine.
        language: Code such as ``de``.
        point: Decimal separator of that language.

    Returns:
        Markdown without links, with headings from level 3; picture paths are relative to ``paths.ABOUT``.

    Raises:
        ValueError: The shipped card lacks a table.
    """
    words = about_words(language)
    shipped = entry.card.read_text(encoding="utf-8") if entry else ""
    values = _measured_here(facts, shipped, words, point)
    values["licences"] = about_text("licences", language).strip()
    if entry is None:
        return about_text("card-own", language, title=facts.title, **values)
    form = Template(words["form"]).substitute(
        blocks=entry.num_blocks,
        full=entry.base_channels,
        half=2 * entry.base_channels,
        quarter=4 * entry.base_channels,
        factor=entry.unshuffle,
    )
    verified = words["verified" if facts.is_verified else "unverified"]
    if facts.is_adapted:
        verified += f" {words['adapted']}"
    return about_text(
        "card",
        language,
        title=facts.title,
        file=entry.file.name,
        sha256=entry.sha256,
        verified=verified,
        form=form,
        sources=about_text("sources", language).strip(),
        quality=_quality(shipped, entry, words, point),
        limits=about_text("limits", language).strip(),
        **values,
    )


def _measured_here(
    facts: CardFacts, shipped: str, words: Mapping[str, str], point: str
) -> dict[str, str]:
    """Return the texts on parameters, operations and speed, as far as these are known."""
    parameters, operations, speed = (
        words[f"{name}-unknown"] for name in ("parameters", "operations", "speed")
    )
    stated = re.search(r"([\d,]+) parameters", shipped)
    count = facts.parameters or (stated and int(stated[1].replace(",", "")))
    if count:
        parameters = Template(words["parameters"]).substitute(count=group_digits(count))
    if facts.operations is not None:
        billions = Template(words["billion"]).substitute(
            count=_number(facts.operations / _BILLION, ".3g", point)
        )
        operations = Template(words["operations"]).substitute(count=billions)
    if facts.seconds and facts.pixels is not None:
        megapixels = facts.pixels / 1e6
        speed = Template(words["speed"]).substitute(
            seconds=_number(facts.seconds, ".2f", point),
            megapixels=_number(megapixels, ".2f", point),
            speed=_number(megapixels / facts.seconds, ".2f", point),
            device=facts.device,
            precision=facts.precision,
        )
    return {"parameters": parameters, "operations": operations, "speed": speed}


def _quality(shipped: str, entry: ModelEntry, words: Mapping[str, str], point: str) -> str:
    """Build a table of PSNR and misread letters by kind of damage, for bicubic enlarging and the model."""
    overall = _table(shipped, _ALL)
    closeness, misread = _table(shipped, _PSNR), _table(shipped, _MISREAD)
    methods = (words["bicubic"], entry.title)
    units = (words["psnr"], words["misread"])
    lines = [[words["damage"], *(f"{method}, {unit}" for unit in units for method in methods)]]
    lines.append(["---", *["---:"] * (len(lines[0]) - 1)])
    scores = {_ALL: (overall[_PSNR], overall[_MISREAD])}
    scores |= {damage: (row, misread[damage]) for damage, row in closeness.items()}
    names = (_BICUBIC, entry.name)
    for damage, (decibels, shares) in scores.items():
        closeness_of = [decibels[name].replace(".", point) for name in names]
        percents = (_number(100 * float(shares[name]), ".1f", point) for name in names)
        misread_of = [Template(words["percent"]).substitute(share=share) for share in percents]
        lines.append([words.get(damage, damage), *closeness_of, *misread_of])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(value: float, number_format: str, point: str) -> str:
    return format(value, number_format).replace(".", point)


def _table(shipped: str, title: str) -> dict[str, dict[str, str]]:
    """Return the cells, by row and column, of the shipped card's table whose first heading is ``title``."""
    found = re.search(
        rf"^\| {re.escape(title)} (\|.*)\n\|[-|]+\n((?:\|.*\n?)+)", shipped, re.MULTILINE
    )
    if found is None:
        raise ValueError(f"The model card has no table “{title}”.")
    columns = _cells(found[1])
    rows = (_cells(line) for line in found[2].splitlines())
    return {row: dict(zip(columns, cells, strict=True)) for row, *cells in rows}


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
