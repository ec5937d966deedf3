"""The view "Coarse to fine": output, residual and input of the network at each scale."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.about.about_state import AboutState
from desktop_app.about.localized_texts import about_text
from desktop_app.about.page import MarkdownLabel, ScrollPage, caption_label
from desktop_app.about.picture_view import PictureView
from desktop_app.paths import ABOUT
from desktop_app.widgets.controls import Slider, muted_label

_LARGE = 220  # height of output and residual, in logical pixels
_SMALL = 96  # height of an input, in logical pixels
_STOPS = 4  # before the network, then its three scales
_GAP = 12


class ScalesView(ScrollPage):
    """A slider from the enlarged picture through the quarter and half scales to the full output.

    Args:
        name: Accessible name.
        parent: Qt parent.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._state = AboutState()
        self._output, self._residual = PictureView(_LARGE), PictureView(_LARGE)
        self._output_words, self._residual_words = caption_label(), caption_label()
        self._inputs = tuple(PictureView(_SMALL) for _ in range(3))
        self._sizes = tuple(muted_label("") for _ in range(3))
        self._text = MarkdownLabel(ABOUT, name)
        self.scrubber = Slider()
        self.scrubber.setRange(0, _STOPS - 1)
        self.scrubber.setPageStep(1)
        self.scrubber.setValue(_STOPS - 1)
        self.scrubber.setAccessibleName(self.tr("From coarse to fine"))
        self.scrubber.valueChanged.connect(self._show)
        self._stops = tuple(
            muted_label(word)
            for word in (
                self.tr("Enlarged"),
                self.tr("Quarter size"),
                self.tr("Half size"),
                self.tr("Full size"),
            )
        )
        self._build()
        self._show()

    def _build(self) -> None:
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(_GAP)
        pictures.setVerticalSpacing(6)
        for column, (view, words) in enumerate(
            ((self._output, self._output_words), (self._residual, self._residual_words))
        ):
            pictures.addWidget(view, 0, column)
            pictures.addWidget(words, 1, column)
            pictures.setColumnStretch(column, 1)
        stops = QGridLayout()
        stops.setVerticalSpacing(4)
        stops.addWidget(self.scrubber, 0, 0, 1, 2 * _STOPS - 2)
        sides = (Qt.AlignmentFlag.AlignLeft, *2 * (Qt.AlignmentFlag.AlignHCenter,))
        for number, (stop, side) in enumerate(
            zip(self._stops, (*sides, Qt.AlignmentFlag.AlignRight), strict=True)
        ):
            # In six columns: the outer words at the ends of the slider, the inner ones below its thirds.
            first, span = (0, 1) if number == 0 else (2 * number - 1, 2)
            if number == _STOPS - 1:
                first, span = 2 * _STOPS - 3, 1
            stops.addWidget(stop, 1, first, 1, span, side)
        for column in range(2 * _STOPS - 2):
            stops.setColumnStretch(column, 1)
            stops.setColumnMinimumWidth(column, 1)
        inputs = QGridLayout()
        inputs.setHorizontalSpacing(_GAP)
        inputs.setVerticalSpacing(4)
        for column, (view, size) in enumerate(zip(self._inputs, self._sizes, strict=True)):
            inputs.addWidget(view, 0, column)
            inputs.addWidget(size, 1, column, Qt.AlignmentFlag.AlignHCenter)
            inputs.setColumnStretch(column, 1)
        entering = QVBoxLayout()
        entering.setSpacing(8)
        title = QLabel(self.tr("What enters the network"))
        title.setProperty("role", "strong")
        entering.addWidget(title)
        entering.addLayout(inputs)
        for layout in (pictures, stops, entering):
            self.column.addLayout(layout)
        self.column.addWidget(self._text)
        self.column.addStretch(1)

    def show_text(self, language: str) -> None:
        """Write the text, in a language such as ``de``."""
        self._text.show_markdown(about_text("coarse-to-fine", language))

    def show_state(self, state: AboutState) -> None:
        """Show the present state."""
        self._state = state
        names = (self.tr("Quarter size"), self.tr("Half size"), self.tr("Full size"))
        for number, (view, label, name) in enumerate(
            zip(self._inputs, self._sizes, names, strict=True)
        ):
            image = state.scales.inputs[number] if state.scales else None
            view.show_image(image, name)
            size = f"{image.width()} × {image.height()}" if image else ""
            label.setText(size)
        self._show()

    def _show(self) -> None:
        stop, scales = self.scrubber.value(), self._state.scales
        for number, word in enumerate(self._stops):
            word.setProperty("role", "strong" if number == stop else "muted")
            word.style().polish(word)
        names = (
            self.tr("The enlarged picture, before the network"),
            self.tr("Output at a quarter of the size"),
            self.tr("Output at half the size"),
            self.tr("Output at full size"),
        )
        self._output_words.setText(names[stop])
        self.scrubber.setAccessibleDescription(names[stop])
        nothing = self.tr("Nothing is added yet")
        if scales is None:
            is_open = self._state.entry is not None
            unknown = self.tr("Not looked at yet") if is_open else self.tr("No picture yet")
            self._output.show_image(None, unknown)
            self._residual.show_image(None, unknown)
            self._residual_words.setText(self.tr("The residual that was added"))
        elif stop == 0:
            self._output.show_image(scales.inputs[2], names[0])
            self._residual.show_image(None, nothing)
            self._residual_words.setText(nothing)
        else:
            gain = scales.gains[stop - 1]
            added = self.tr("The residual that was added")
            if gain > 1:
                added = self.tr("The residual that was added, amplified {gain}×").format(gain=gain)
            self._output.show_image(scales.outputs[stop - 1], names[stop])
            self._residual.show_image(scales.residuals[stop - 1], added)
            self._residual_words.setText(added)
