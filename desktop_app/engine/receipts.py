"""The receipt of an export: collect its facts in the window, write the file in the writing thread."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from desktop_app.domain.captions import fallback_note
from desktop_app.domain.entry import Entry
from desktop_app.domain.jobs import JobError
from desktop_app.domain.requests import ExportRequest, Provenance
from desktop_app.engine.clipboard import encode_clipboard_image
from desktop_app.i18n.sentence import QT_TRANSLATE_NOOP, Sentence
from desktop_app.imaging.encoding import ExportOptions
from desktop_app.imaging.export_format import ExportFormat
from desktop_app.imaging.file_system import os_error_reason, read_failure
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.reading import decode_picture, read_bytes
from desktop_app.imaging.reading_errors import ReadError
from desktop_app.imaging.receipt import (
    RECEIPT_ENDING,
    AdjustmentFacts,
    ModelFacts,
    build_receipt,
    file_facts,
    settings_facts,
    write_receipt,
)
from desktop_app.imaging.writing import WriteError
from models.file_hash import hash_file


def provenance_of(entry: Entry, options: ExportOptions) -> Provenance | None:
    """Return how the result of an entry was made; None if there is no result.

    Args:
        entry: The entry in the queue.
        options: How its result will be written.
    """
    result = entry.result or entry.cached
    if result is None or entry.size is None:
        return None
    choices = entry.choices
    adjustments = entry.adjustments.present
    is_exact = options.format is ExportFormat.WEBP and options.lossless
    note = fallback_note(result.run)
    return Provenance(
        source=entry.source,
        picture=entry.opened.picture if entry.opened else None,
        size=entry.size,
        model=choices.model,
        run=result.run,
        settings=settings_facts(
            scale=choices.scale,
            self_ensemble=choices.self_ensemble,
            file_format=options.format.value,
            quality=options.quality if options.format.has_quality and not is_exact else None,
            print_width=entry.print_width,
            is_srgb=not options.keep_profile,
            adjustments=AdjustmentFacts(
                strength_percent=round(100 * adjustments.strength),
                protected_parts=len(adjustments.protection.shapes),
                snapped_colours=sum(snap.wanted is not None for snap in adjustments.snaps),
            ),
        ),
        notes=(note,) if note else (),
        scores=entry.verification.fidelity.scores if entry.verification else None,
    )


def write_receipt_beside(
    export: ExportRequest, provenance: Provenance, picture: Picture, data: bytes, *, overwrite: bool
) -> None:
    """Write the receipt of a result beside the result's file.

    Args:
        export: The export of the result, which has already been written.
        provenance: How the result was made.
        picture: The result.
        data: The bytes of the file that was written.
        overwrite: Whether the result replaced an earlier file, whose receipt is then replaced too.

    Raises:
        JobError: The receipt cannot be written; the result has been.
    """
    path = export.path
    try:
        input_bytes = _input_bytes(provenance)
        source = _reread(provenance, input_bytes)
        receipt = build_receipt(
            source=file_facts(provenance.source.name, input_bytes, source),
            result=file_facts(path.name, data, picture),
            model=_model_facts(provenance),
            settings=provenance.settings,
            run=provenance.run,
            notes=(*source.notes, *provenance.notes),
            scores=provenance.scores,
        )
        target = path.with_name(path.stem + RECEIPT_ENDING)
        write_receipt(receipt.as_json(), target, overwrite=overwrite)
    except (OSError, ReadError, WriteError) as error:
        text = QT_TRANSLATE_NOOP(
            "Sentences", "“{name}” is saved, but there is no receipt: {reason}"
        )
        reason = os_error_reason(error, path) if isinstance(error, OSError) else error.args[0]
        raise JobError(Sentence(text, name=path.name, reason=reason)) from error


def _input_bytes(provenance: Provenance) -> bytes:
    """Return the input's file as it is on disk now, or the pasted input as a file."""
    content = provenance.source.content
    if isinstance(content, Path):
        return read_bytes(content)
    if isinstance(content, QImage):
        return encode_clipboard_image(content, provenance.source.name)
    return content


def _reread(provenance: Provenance, data: bytes) -> Picture:
    """Decode the input again and check that it has not changed, so that its hash in the receipt is true.

    Raises:
        ReadError: It cannot be decoded.
        ReadError: It is not the picture that the result was made from.
    """
    picture, original = decode_picture(data, provenance.source.name), provenance.picture
    is_same = (picture.height, picture.width) == provenance.size and (
        original is None or np.array_equal(picture.rgb, original.rgb)
    )
    if not is_same:
        raise ReadError(
            Sentence(
                QT_TRANSLATE_NOOP("Sentences", "“{name}” has changed since it was opened."),
                name=provenance.source.name,
            )
        )
    return picture


def _model_facts(provenance: Provenance) -> ModelFacts:
    network, checkpoint = provenance.run.engine.network, Path(provenance.model)
    if network.sha256:
        return ModelFacts(network.label, network.sha256)
    try:  # a result cached by an earlier version, which did not store the hash
        return ModelFacts(network.label, hash_file(checkpoint))
    except OSError as error:
        raise ReadError(read_failure(checkpoint.name, error)) from error
