"""Controller for presets: creates them from the current settings, and applies them."""

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
    """Connects the menu of presets to the session, the settings and the export panel.

    Args:
        panel: Holds the export options.
        session: Holds the choices and the strength.
        settings: Stores the export options and the brand colours.
        folder: Folder of the presets.
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
        self.menu = PresetMenu(Presets(folder), self._current_preset, window)
        self.menu.chosen.connect(self._apply)

    def _current_preset(self, name: str) -> Preset:
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
    def _apply(self, preset: Preset) -> None:
        """Apply a preset to the current picture, or without one to new pictures.

        How results are exported, and the brand's colours, are the same for all pictures.
        """
        options = preset.options(self._panel.options)
        self._panel.set_options(options)
        self._settings.export_options = options
        self._settings.brand_colours = preset.brand or self._settings.brand_colours
        entry = self._session.current
        if entry is None:
            self._session.strength = preset.strength
        else:
            state = replace(entry.adjustments.present, strength=preset.strength)
            self._session.set_adjustments(entry, entry.adjustments.with_step(state))
        choices = self._session.choices
        self._session.set_choices(preset.choices(choices))
        if entry is not None and entry.choices == choices:  # not restored again, so adjust it
            self._session.adjust(entry, entry.adjustments)
