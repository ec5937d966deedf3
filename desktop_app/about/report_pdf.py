"""The report as PDF, laid out by Qt's text engine."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from desktop_app.about.pagination import paginate
from desktop_app.about.report_html import AboutReport, report_html, report_title

_MARGIN = 20.0  # millimetres
_DPI = 300
_CSS_DPI = 96  # what a pixel of HTML is on paper
_NUMBER_PIXELS = 11
_FOOT = 40  # pixels from the text to below the number of the page


def report_pdf(report: AboutReport, language: str) -> bytes:
    """Lay the report out on A4.

    Args:
        report: What it tells.
        language: Code such as ``de``.

    Returns:
        The whole file; to be written by ``imaging.writing.write_document``.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(report_title(report, language))
    writer.setCreator(report.program)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
    )
    scale = _DPI / _CSS_DPI
    # In whole pixels, as lines are set: else a picture on top of a page begins on the one before.
    page = QRectF(0, 0, writer.width() // scale, writer.height() // scale)
    document = _document(report_html(report, language), page.size())
    paginate(document)
    _print(document, writer, page, scale)
    return bytes(buffer.data().data())


def _document(html: str, page: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setUseDesignMetrics(True)  # letters are as wide as on paper, not as on this screen
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(page)
    return document


def _print(document: QTextDocument, writer: QPdfWriter, page: QRectF, scale: float) -> None:
    """Paint page after page; QTextDocument's own printing scales by the resolution of the screen."""
    painter = QPainter(writer)
    painter.scale(scale, scale)
    font = painter.font()
    font.setPixelSize(_NUMBER_PIXELS)
    painter.setFont(font)
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        top = number * page.height()
        painter.save()
        painter.translate(0, -top)
        document.drawContents(painter, page.translated(0, top))
        painter.restore()
        # In the margin, below the text.
        place = QRectF(0, page.height(), page.width(), _FOOT)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, str(number + 1)
        )
    painter.end()
