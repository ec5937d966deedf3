"""The dark and the light theme: a table of colour tokens, a style sheet template and a palette.

All colours are data in ``resources/theme.json``; the style sheet and the palette only refer to tokens.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.paths import ICONS, RESOURCES

Tokens = Mapping[str, str]

_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "inset",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.BrightText: "strong",
    QPalette.ColorRole.Button: "control",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "overlay",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "selected",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "canvas",
    QPalette.ColorRole.Shadow: "canvas",
}
_DISABLED_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def load_tokens() -> dict[str, Tokens]:
    """Read the token tables of both themes.

    Returns:
        ``{"dark": {...}, "light": {...}}``; both have the same tokens, each a ``#rrggbb`` colour.
    """
    tables: dict[str, Tokens] = json.loads((RESOURCES / "theme.json").read_text(encoding="utf-8"))
    return tables


def style_sheet(tokens: Tokens) -> str:
    """Fill the style sheet template with the tokens of one theme.

    Args:
        tokens: One table from :func:`load_tokens`.

    Raises:
        KeyError: The template uses a token that the table does not have.
    """
    template = Template((RESOURCES / "theme.qss").read_text(encoding="utf-8"))
    return template.substitute(tokens, icons=ICONS.as_posix())


def palette(tokens: Tokens) -> QPalette:
    """Build the palette of one theme, for everything that the style sheet does not cover.

    Args:
        tokens: One table from :func:`load_tokens`.
    """
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, QColor(tokens[token]))
    for role in _DISABLED_ROLES:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return result


class Theme(QObject):
    """Styles the application, and follows the system between dark and light.

    Args:
        application: Gets the Fusion style, the palette and the style sheet.
        scheme: A fixed colour scheme; None follows the system, or is dark if the system has no preference.
        parent: Qt parent.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        scheme: Qt.ColorScheme | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._tables = load_tokens()
        self._scheme = scheme
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is active."""
        scheme = self._scheme
        if scheme is None:
            scheme = self._application.styleHints().colorScheme()
        return scheme != Qt.ColorScheme.Light

    @property
    def tokens(self) -> Tokens:
        """The token table of the active theme."""
        return self._tables["dark" if self.is_dark else "light"]

    def set_scheme(self, scheme: Qt.ColorScheme | None) -> None:
        """Fix the colour scheme; None follows the system."""
        self._scheme = scheme
        self._apply()

    @contextmanager
    def deferred_style_sheet(self) -> Iterator[None]:
        """Apply the style sheet only after many widgets were made, which halves the time that takes.

        Whenever a widget moves into another, Qt would style everything in it anew.
        """
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(style_sheet(self.tokens))

    def _on_scheme_changed(self) -> None:
        if self._scheme is None:
            self._apply()

    def _apply(self) -> None:
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()
