"""The line at the bottom: the pixel under the pointer, the print size, the device, and "offline"."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.imaging.brand_colours import hex_colour
from desktop_app.imaging.run_facts import EngineInfo
from desktop_app.widgets.controls import ElidedLabel

HEIGHT = 26


class StatusBar(QFrame):
    """Pixel position and colours on the left; print size, note and device on the right."""

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
        """Show position and colours of the pixel under the pointer.

        Args:
            column: Pixel column in the picture; negative clears the display.
            row: Pixel row in the picture.
            named: Colours by the name of their picture, each (r, g, b) or (r, g, b, a), 0 to 255.
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
        """Show how large the output is on paper.

        Args:
            size: Such as "42 mm at 300 dpi"; empty for nothing.
            tip: Tool tip that explains it.
        """
        self._print_size.setText(size)
        self._print_size.setToolTip(tip)

    def show_engine(self, engine: EngineInfo | None) -> None:
        """Show device and precision; None while the network is not loaded."""
        self._engine.setText(
            f"{engine.device} · {engine.precision}" if engine else self.tr("network not loaded yet")
        )

    def show_note(self, note: str, *, is_warning: bool = False) -> None:
        """Show a note about the result, empty for none, and whether it is a warning."""
        self._note.setText(note)
        self._note.setProperty("role", "warning" if is_warning else "muted")
        self._note.style().polish(self._note)
