"""The line at the bottom: the pixel under the pointer, the device, and that nothing is sent."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.widgets.controls import ElidedLabel

HEIGHT = 26


class StatusBar(QFrame):
    """Position and both colours on the left; print size and device on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self._place = QLabel()
        self._colours = ElidedLabel()
        self._print_size = QLabel()
        self._note = QLabel()
        self._engine = QLabel()
        offline = QLabel(self.tr("offline"))
        offline.setToolTip(self.tr("Clearmark never uses the network. Links open in your browser."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(18)
        layout.addWidget(self._place)
        layout.addWidget(self._colours, 1)
        layout.addWidget(self._print_size)
        layout.addWidget(self._note)
        layout.addWidget(self._engine)
        layout.addWidget(offline)

    def show_pixel(self, column: int, row: int, named: dict[str, tuple[int, ...]]) -> None:
        """Tell what is under the pointer.

        Args:
            column: Of the picture; negative for nothing.
            row: Of the picture.
            named: Colours by the name of their picture, each (r, g, b) or (r, g, b, a).
        """
        if column < 0:
            self._place.clear()
            self._colours.clear()
            return
        self._place.setText(self.tr("x {x}  y {y}").format(x=column, y=row))
        parts = []
        for name, colour in named.items():
            values = " ".join(str(value) for value in colour[:3])
            parts.append(f"{name} {hex_colour(colour)} ({values})")
            if len(colour) == 4:
                opacity = self.tr("opacity {percent} %").format(percent=round(colour[3] / 2.55))
                parts[-1] += f" {opacity}"
        self._colours.setText(" · ".join(parts))

    def show_print_size(self, size: str, tip: str) -> None:
        """Tell how large the output is on paper; empty for nothing.

        Args:
            size: "42 mm at 300 dpi".
            tip: What that means.
        """
        self._print_size.setText(size)
        self._print_size.setToolTip(tip)

    def show_engine(self, engine: EngineInfo | None) -> None:
        """Tell which device works; None while the network is being loaded."""
        self._engine.setText(
            f"{engine.device} · {engine.precision}" if engine else self.tr("network not loaded yet")
        )

    def show_note(self, note: str) -> None:
        """Tell what is worth knowing about the result; empty for nothing."""
        self._note.setText(note)
