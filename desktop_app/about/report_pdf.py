"""The report as PDF, laid out by Qt's text engine."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from desktop_app.about.pagination import paginate
from desktop_app.about.report_html import AboutReport, report_html, report_title

_MARGIN = 20.0  # millimetres
_DPI = 300
_CSS_DPI = 96  # resolution of HTML's pixels
_NUMBER_PIXELS = 11
_FOOT = 40  # pixels from the text to below the page number


def report_pdf(report: AboutReport, language: str) -> bytes:
    """Lay the report out on A4.

    Args:
        report: The contents.
        language: Code such as ``de``.

    Returns:
        The bytes of the PDF file, to be written by ``imaging.writing.write_document``.
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
    # Whole pixels, as for lines: otherwise a picture at the top of a page would start on the page before.
    page = QRectF(0, 0, writer.width() // scale, writer.height() // scale)
    document = _document(report_html(report, language), page.size())
    paginate(document)
    _print(document, writer, page, scale)
    return bytes(buffer.data().data())


def _document(html: str, page: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setUseDesignMetrics(True)  # widths of letters as on paper, not as on this screen
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(page)
    return document


def _print(document: QTextDocument, writer: QPdfWriter, page: QRectF, scale: float) -> None:
    """Paint page by page, since QTextDocument's own printing scales by the screen's resolution."""
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
