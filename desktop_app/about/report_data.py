"""Building the report from the state of the pane, and writing it as HTML or PDF."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QDate, QIODevice, QLocale, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPalette, QPen

from desktop_app.about.about_state import AboutState, ScaleImages, to_qimage
from desktop_app.about.box_contents import (
    STAGES,
    box_contents,
    network_title,
    reduced_image,
    tile_count_text,
)
from desktop_app.about.box_texts import box_title
from desktop_app.about.card_page import card_markdown
from desktop_app.about.diagram import draw_diagram
from desktop_app.about.localized_texts import group_digits, result_caption
from desktop_app.about.report_html import (
    WIDTH,
    AboutReport,
    ReportFigure,
    ReportSection,
    report_html,
)
from desktop_app.about.report_pdf import report_pdf
from desktop_app.domain.captions import fallback_note
from desktop_app.domain.inspection import Regions, StageFeatures
from desktop_app.domain.jobs import OpenedPicture, Result
from desktop_app.i18n.formatting import format_duration, format_number, translate
from desktop_app.imaging.writing import write_document
from desktop_app.version import program_version

_LONGEST = 2 * WIDTH  # longest side of a picture in pixels, to be sharp on fine screens and paper
_FRAME = 2.0


def build_report(state: AboutState, language: str, palette: QPalette, font: QFont) -> AboutReport:
    """Build the report from the present state; views that were never opened are left out.

    Args:
        state: The state of the pane, with a restored picture.
        language: Code such as ``de``.
        palette: Colours of the diagram.
        font: Font of the diagram.

    Raises:
        ValueError: No picture was restored.
    """
    entry = state.entry
    if entry is None or entry.opened is None or entry.result is None:
        raise ValueError("there is nothing to report on before a picture is restored")
    opened, result = entry.opened, entry.result
    diagram = draw_diagram(box_contents(state), network_title(state), WIDTH, palette, font)
    return AboutReport(
        name=entry.source.name,
        created=QLocale(language).toString(QDate.currentDate(), QLocale.FormatType.LongFormat),
        program=f"Clearmark {program_version()}",
        scale=entry.job.choices.scale,
        input_size=(opened.picture.width, opened.picture.height),
        output_size=(result.picture.width, result.picture.height),
        pictures=_pictures(opened, result),
        diagram=ReportFigure(_png(diagram), translate("about", "The workflow, with this picture")),
        numbers=tuple(_numbers(state, opened, result)),
        views=tuple(_views(state, palette)),
        card=card_markdown(state, language),
    )


def write_report(
    report: AboutReport, path: Path, language: str, *, overwrite: bool = False
) -> None:
    """Write a report as PDF if ``path`` ends in ``.pdf``, else as HTML.

    Args:
        report: The report.
        path: The file to write; its folder must exist.
        language: Code such as ``de``.
        overwrite: Whether an existing file may be replaced.

    Raises:
        WriteError: The file exists and may not be replaced.
        WriteError: The folder is not writable, or the disk is full.
    """
    is_pdf = path.suffix.lower() == ".pdf"
    data = report_pdf(report, language) if is_pdf else report_html(report, language).encode()
    write_document(data, path, overwrite=overwrite)


def _pictures(opened: OpenedPicture, result: Result) -> tuple[ReportFigure, ...]:
    shown = (
        (opened.input_pyramid, opened.picture, translate("about", "Input")),
        (
            opened.enlarged_pyramid,
            opened.enlarged,
            translate("about", "Enlarged, before the network"),
        ),
        (result.pyramid, result.picture, result_caption(result.run.outcome)),
    )
    return tuple(
        ReportFigure(_png(reduced_image(view, _LONGEST)), f"{caption}: {picture.size_text}")
        for view, picture, caption in shown
    )


def _numbers(state: AboutState, opened: OpenedPicture, result: Result) -> Iterator[tuple[str, str]]:
    entry, inspection, engine = state.entry, state.inspection, result.run.engine
    yield translate("about", "Network"), engine.network.title
    yield translate("about", "Device"), engine.device
    yield translate("about", "Precision"), engine.precision
    yield translate("about", "Enlarged in"), format_duration(opened.enlarge_seconds)
    yield translate("about", "Restored in"), format_duration(result.run.seconds)
    yield translate("about", "Tiles"), tile_count_text(result)
    if note := fallback_note(result.run):
        yield translate("about", "Refused"), note
    if entry is not None and entry.job.choices.self_ensemble:
        yield (
            translate("about", "Steady"),
            translate("about", "the answers to the picture and to its negative, averaged"),
        )
    if entry is not None and entry.is_adjusted:
        yield translate("about", "Adjusted"), translate("about", "by you")
    if inspection is not None:
        yield translate("about", "Parameters"), group_digits(inspection.parameters)
        yield (
            translate("about", "Multiply-adds for one answer"),
            group_digits(inspection.operations),
        )


def _views(state: AboutState, palette: QPalette) -> Iterator[ReportSection]:
    if state.scales is not None:
        yield ReportSection("coarse-to-fine", tuple(_scales(state.scales)))
    known = [
        (part, state.stage_features[stage])
        for part, stage in STAGES.items()
        if stage in state.stage_features
    ]
    if known:
        rows = (_feature_row(box_title(part, 2), features) for part, features in known)
        yield ReportSection("seeing", tuple(rows))
    if state.regions is not None and state.entry is not None and state.entry.opened is not None:
        yield _regions(state.regions, state.entry.opened, palette)


def _scales(scales: ScaleImages) -> Iterator[tuple[ReportFigure, ...]]:
    """Yield a row for each scale: input, residual, output."""
    added = translate("about", "Residual, shown {gain}× as strong")
    for entering, residual, leaving, gain in zip(
        scales.inputs, scales.residuals, scales.outputs, scales.gains, strict=True
    ):
        size = f"{entering.width()} × {entering.height()}"
        yield (
            ReportFigure(_png(entering), translate("about", "Enters: {size}").format(size=size)),
            ReportFigure(_png(residual), added.format(gain=gain)),
            ReportFigure(_png(leaving), translate("about", "Leaves: {size}").format(size=size)),
        )


def _feature_row(stage: str, features: StageFeatures) -> tuple[ReportFigure, ...]:
    fine = translate("about", "{stage}, at full resolution; averaged back down, cosine {cosine}")
    coarse = translate("about", "{stage}, on its own grid")
    return (
        ReportFigure(
            _png(to_qimage(features.colours)),
            fine.format(stage=stage, cosine=format_number(features.cosine, 3)),
        ),
        ReportFigure(_png(to_qimage(features.coarse)), coarse.format(stage=stage)),
    )


def _regions(regions: Regions, opened: OpenedPicture, palette: QPalette) -> ReportSection:
    image = reduced_image(opened.enlarged_pyramid, _LONGEST)
    scale = image.width() / (opened.picture.width * regions.query.scale)
    painter = QPainter(image)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), _FRAME))
    for box in regions.boxes:
        painter.drawRect(
            QRectF(scale * box.left, scale * box.top, scale * box.width, scale * box.height)
        )
    painter.end()
    share = translate("about", "{share} % of the picture").format(share=round(100 * regions.share))
    return ReportSection(
        "focus",
        ((ReportFigure(_png(image), translate("about", "Enlarged, with the regions")),),),
        (
            (translate("about", "Regions"), str(len(regions.boxes))),
            (translate("about", "Area"), share),
            (translate("about", "Coarse pass"), format_duration(regions.seconds)),
        ),
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
