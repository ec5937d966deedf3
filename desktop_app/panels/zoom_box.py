"""The zoom buttons over the canvas."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop_app.i18n.formatting import format_number
from desktop_app.widgets.controls import action_button


class ZoomBox(QFrame):
    """The buttons "−", "200 %", "+", "Fit"; a click on the number sets 100 %.

    Args:
        zoom_out: Action of the first button.
        actual_size: Action of the second button, which shows the zoom.
        others: Actions of the buttons after it.
        parent: The widget it floats over.
    """

    def __init__(
        self,
        zoom_out: QAction,
        actual_size: QAction,
        others: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._zoom = QToolButton()
        self._zoom.setToolTip(actual_size.toolTip())
        self._zoom.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._zoom.setCursor(Qt.CursorShape.PointingHandCursor)
        self._zoom.clicked.connect(actual_size.trigger)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(1)
        layout.addWidget(action_button(zoom_out))
        layout.addWidget(self._zoom)
        for action in others:
            layout.addWidget(action_button(action))
        self.show_zoom(1.0)
        widest = self._zoom.fontMetrics().horizontalAdvance("6400 %")
        self._zoom.setMinimumWidth(widest + 22)

    def show_zoom(self, zoom: float) -> None:
        """Show the zoom; 1.0 is 100 %."""
        percent = 100 * zoom
        digits = 0 if percent >= 10 or percent == round(percent) else 1
        text = self.tr("{percent} %").format(percent=format_number(percent, digits))
        self._zoom.setText(text)
        self._zoom.setAccessibleName(self.tr("Zoom {percent}").format(percent=text))
