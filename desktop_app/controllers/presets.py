"""Makes presets of the present settings, and takes the settings of a preset."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.dialogs.preset_menu import PresetMenu
from desktop_app.domain.preset import Preset, Presets
from desktop_app.panels.export_panel import ExportPanel
from desktop_app.queue.session import Session
from desktop_app.settings import Settings
from models.registry import AUTOMATIC, find_model


class PresetController(QObject):
    """Ties the menu of presets to what they change.

    Args:
        panel: Has the options of the export.
        session: Has the choices and the strength.
        settings: Remembers the options.
        folder: Where the presets are kept.
        window: Parent of the dialogs.
    """

    def __init__(
        self,
        panel: ExportPanel,
        session: Session,
        settings: Settings,
        folder: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel = panel
        self._session = session
        self._settings = settings
        self.menu = PresetMenu(Presets(folder), self._present, window)
        self.menu.chosen.connect(self._take)

    def _present(self, name: str) -> Preset:
        choices, options = self._session.choices, self._panel.options
        entry = self._session.current
        present = entry.adjustments.present if entry else None
        is_known = find_model(choices.model) is not None
        return Preset(
            name=name,
            scale=choices.scale,
            model=choices.model if is_known else AUTOMATIC,
            self_ensemble=choices.self_ensemble,
            strength=present.strength if present else self._session.strength,
            format=options.format,
            quality=options.quality,
            lossless=options.lossless,
            brand=(present.brand if present else "") or self._settings.brand_colours,
        )

    @Slot(object)
    def _take(self, preset: Preset) -> None:
        """Work by a preset from now on; the picture that is looked at is restored by it again."""
        options = preset.options(self._panel.options)
        self._panel.set_options(options)
        self._settings.export_options = options
        self._settings.brand_colours = preset.brand or self._settings.brand_colours
        self._session.strength = preset.strength
        entry = self._session.current
        if entry is not None:
            state = replace(entry.adjustments.present, strength=preset.strength)
            self._session.set_adjustments(entry, entry.adjustments.with_step(state))
        choices = self._session.choices
        self._session.set_choices(preset.choices(choices))
        if entry is not None and entry.choices == choices:  # it is not restored again
            self._session.adjust(entry, entry.adjustments)
