"""Short texts about pictures and results, in the user's language."""

from PySide6.QtCore import QCoreApplication

from desktop_app.i18n.formatting import format_number
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.print_size import length_on_paper
from desktop_app.imaging.run_facts import RunFacts, RunOutcome

translate = QCoreApplication.translate


def format_print_size(picture: Picture) -> str:
    """Return the print width, such as "32 mm at 144 dpi"; empty if the picture has no resolution."""
    if picture.dpi is None:
        return ""
    across = picture.dpi[0]
    width = length_on_paper(picture.width, across)
    size = format_number(width, 0 if width >= 10 else 1)
    return translate("texts", "{size} mm at {dpi} dpi").format(size=size, dpi=f"{across:.0f}")


def outcome_title(outcome: RunOutcome) -> str:
    """Return the title of a result, such as "Restored"."""
    return {
        RunOutcome.RESTORED: translate("texts", "Restored"),
        RunOutcome.PARTLY_RESTORED: translate("texts", "Partly restored"),
        RunOutcome.NOT_RESTORED: translate("texts", "Not restored"),
    }[outcome]


def refusal_sentence(run: RunFacts) -> str:
    """Return a sentence on tiles for which the network's result was rejected; empty if there are none."""
    if run.outcome is RunOutcome.NOT_RESTORED:
        return translate(
            "texts",
            "Not restored: the network's answer could not be right and was refused. This is the picture "
            "without sharpening.",
        )
    if run.outcome is RunOutcome.PARTLY_RESTORED:
        return translate(
            "texts",
            "Partly restored: {count} of {total} tiles left without sharpening, since the network's answer "
            "could not be right there.",
        ).format(count=run.enlarged_tiles, total=run.tiles)
    return ""


def fallback_note(run: RunFacts) -> str:
    """Return a note on tiles that fell back to full precision or stayed enlarged; empty if none did."""
    parts = []
    if run.enlarged_tiles:
        parts.append(
            translate(
                "texts",
                "{count} of {total} tiles left as enlarged: the network's answer was refused",
            ).format(count=run.enlarged_tiles, total=run.tiles)
        )
    if run.full_precision_tiles:
        parts.append(
            translate("texts", "{count} of {total} tiles computed again in full precision").format(
                count=run.full_precision_tiles, total=run.tiles
            )
        )
    return " · ".join(parts)
