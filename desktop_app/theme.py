"""The two themes: a table of named tokens, one style sheet template, a palette for both.

Every colour is data in ``resources/theme.json``; the style sheet and the palette only name tokens.
"""

import json
from collections.abc import Mapping
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
    """Read the token tables.

    Returns:
        ``{"dark": {...}, "light": {...}}``; both name the same tokens, each a ``#rrggbb`` colour.
    """
    tables: dict[str, Tokens] = json.loads((RESOURCES / "theme.json").read_text(encoding="utf-8"))
    return tables


def style_sheet(tokens: Tokens) -> str:
    """Fill the style sheet template with one theme's tokens.

    Args:
        tokens: One table of :func:`load_tokens`.

    Raises:
        KeyError: The template names a token that the table does not have.
    """
    template = Template((RESOURCES / "theme.qss").read_text(encoding="utf-8"))
    return template.substitute(tokens, icons=ICONS.as_posix())


def palette(tokens: Tokens) -> QPalette:
    """Build the palette of one theme, for everything the style sheet does not reach.

    Args:
        tokens: One table of :func:`load_tokens`.
    """
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, QColor(tokens[token]))
    for role in _DISABLED_ROLES:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["disabled"]))
    return result


class Theme(QObject):
    """Dresses the application and follows the system from dark to light and back.

    Args:
        application: Gets the Fusion style, the palette and the style sheet.
        scheme: A fixed scheme; None follows the system. Dark where the system does not say.
        parent: Qt's owner.
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
        """Whether the dark theme is on."""
        scheme = self._scheme
        if scheme is None:
            scheme = self._application.styleHints().colorScheme()
        return scheme != Qt.ColorScheme.Light

    @property
    def tokens(self) -> Tokens:
        """The table of the theme that is on."""
        return self._tables["dark" if self.is_dark else "light"]

    def set_scheme(self, scheme: Qt.ColorScheme | None) -> None:
        """Fix the scheme, or follow the system again with None."""
        self._scheme = scheme
        self._apply()

    def _on_scheme_changed(self) -> None:
        if self._scheme is None:
            self._apply()

    def _apply(self) -> None:
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()
