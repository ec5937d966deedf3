"""Puts the report together from what the pane knows, and writes it as HTML or PDF."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPalette, QPen

from desktop_app.about.card_page import card_of
from desktop_app.about.contents import STAGES, contents_of, network_of, num_tiles, small_image
from desktop_app.about.diagram import draw_diagram
from desktop_app.about.explained import title_of
from desktop_app.about.insight import Insight, Scales, image_of
from desktop_app.about.pdf import report_pdf
from desktop_app.about.report import WIDTH, Figure, Report, View, report_html
from desktop_app.about.texts import grouped
from desktop_app.imaging.writing import write_document
from desktop_app.inside import Regions, Sight
from desktop_app.jobs import Opened, Result
from desktop_app.texts import duration, fallback_note, number, translate
from desktop_app.version import program_version

_LONGEST = 2 * WIDTH  # pixels a side of a picture, so that it is sharp on fine screens and on paper
_FRAME = 2.0


def report_of(insight: Insight, language: str, palette: QPalette, font: QFont) -> Report:
    """Put together all that is known now; what was not looked at is left out.

    Args:
        insight: With a restored picture.
        language: Code such as ``de``.
        palette: Colours of the diagram.
        font: Of the diagram.

    Raises:
        ValueError: No picture was restored.
    """
    entry = insight.entry
    if entry is None or entry.opened is None or entry.result is None:
        raise ValueError("there is nothing to report on before a picture is restored")
    opened, result = entry.opened, entry.result
    diagram = draw_diagram(contents_of(insight), network_of(insight), WIDTH, palette, font)
    return Report(
        name=entry.source.name,
        created=QLocale(language).toString(QDate.currentDate(), QLocale.FormatType.LongFormat),
        program=f"Clearmark {program_version()}",
        scale=entry.job.choices.scale,
        input_size=(opened.picture.width, opened.picture.height),
        output_size=(result.picture.width, result.picture.height),
        pictures=_pictures(opened, result),
        diagram=Figure(_png(diagram), translate("about", "The workflow, with this picture")),
        numbers=tuple(_numbers(insight, opened, result)),
        views=tuple(_views(insight, palette)),
        card=card_of(insight, language),
    )


def write_report(report: Report, path: Path, language: str, *, overwrite: bool = False) -> None:
    """Write a report as its name's ending says: ``.pdf``, or HTML.

    Args:
        report: What it tells.
        path: Where to; its folder must exist.
        language: Code such as ``de``.
        overwrite: Whether another existing file may be replaced.

    Raises:
        WriteError: The file exists, the place cannot be written to, or the disk is full.
    """
    is_pdf = path.suffix.lower() == ".pdf"
    data = report_pdf(report, language) if is_pdf else report_html(report, language).encode()
    write_document(data, path, overwrite=overwrite)


def _pictures(opened: Opened, result: Result) -> tuple[Figure, ...]:
    shown = (
        (opened.input_view, opened.picture, translate("about", "Input")),
        (opened.enlarged_view, opened.enlarged, translate("about", "Enlarged, before the network")),
        (result.view, result.picture, translate("about", "Restored by the network")),
    )
    return tuple(
        Figure(_png(small_image(view, _LONGEST)), f"{caption}: {picture.size_text}")
        for view, picture, caption in shown
    )


def _numbers(insight: Insight, opened: Opened, result: Result) -> Iterator[tuple[str, str]]:
    entry, inspection, engine = insight.entry, insight.inspection, result.run.engine
    yield translate("about", "Network"), engine.network.title
    yield translate("about", "Device"), engine.device
    yield translate("about", "Precision"), engine.precision
    yield translate("about", "Enlarged in"), duration(opened.enlarge_seconds)
    yield translate("about", "Restored in"), duration(result.run.seconds)
    yield translate("about", "Tiles"), num_tiles(result)
    if note := fallback_note(result.run):
        yield translate("about", "Refused"), note
    if entry is not None and entry.job.choices.is_steady:
        yield (
            translate("about", "Steady"),
            translate("about", "the answers to the picture and to its negative, averaged"),
        )
    if entry is not None and entry.is_adjusted:
        yield translate("about", "Adjusted"), translate("about", "by you")
    if inspection is not None:
        yield translate("about", "Parameters"), grouped(inspection.parameters)
        yield translate("about", "Multiply-adds for one answer"), grouped(inspection.operations)


def _views(insight: Insight, palette: QPalette) -> Iterator[View]:
    if insight.scales is not None:
        yield View("coarse-to-fine", tuple(_scales(insight.scales)))
    known = [
        (part, insight.sights[stage]) for part, stage in STAGES.items() if stage in insight.sights
    ]
    if known:
        rows = (_sight(title_of(part, 2), sight) for part, sight in known)
        yield View("seeing", tuple(rows))
    if (
        insight.regions is not None
        and insight.entry is not None
        and insight.entry.opened is not None
    ):
        yield _regions(insight.regions, insight.entry.opened, palette)


def _scales(scales: Scales) -> Iterator[tuple[Figure, ...]]:
    """A row for each scale: what enters, what is added, what leaves."""
    added = translate("about", "Residual, shown {gain}× as strong")
    for entering, residual, leaving, gain in zip(
        scales.inputs, scales.residuals, scales.outputs, scales.gains, strict=True
    ):
        size = f"{entering.width()} × {entering.height()}"
        yield (
            Figure(_png(entering), translate("about", "Enters: {size}").format(size=size)),
            Figure(_png(residual), added.format(gain=gain)),
            Figure(_png(leaving), translate("about", "Leaves: {size}").format(size=size)),
        )


def _sight(stage: str, sight: Sight) -> tuple[Figure, ...]:
    fine = translate("about", "{stage}, at full resolution; averaged back down, cosine {cosine}")
    coarse = translate("about", "{stage}, on its own grid")
    return (
        Figure(
            _png(image_of(sight.colours)), fine.format(stage=stage, cosine=number(sight.cosine, 3))
        ),
        Figure(_png(image_of(sight.coarse)), coarse.format(stage=stage)),
    )


def _regions(regions: Regions, opened: Opened, palette: QPalette) -> View:
    image = small_image(opened.enlarged_view, _LONGEST)
    scale = image.width() / (opened.picture.width * regions.look.scale)
    painter = QPainter(image)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), _FRAME))
    for box in regions.boxes:
        painter.drawRect(
            QRectF(scale * box.left, scale * box.top, scale * box.width, scale * box.height)
        )
    painter.end()
    share = translate("about", "{share} % of the picture").format(share=round(100 * regions.share))
    return View(
        "focus",
        ((Figure(_png(image), translate("about", "Enlarged, with the regions")),),),
        (
            (translate("about", "Regions"), str(len(regions.boxes))),
            (translate("about", "Area"), share),
            (translate("about", "Coarse pass"), duration(regions.seconds)),
        ),
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
