"""Enhance one picture on the command line: read, restore and write it, with its receipt and contact sheet."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.analysis.fidelity import check_fidelity
from desktop_app.cli.console import Console, ExitCode
from desktop_app.cli.contact_sheet import draw_contact_sheet
from desktop_app.cli.journal import Journal, ResultKey
from desktop_app.cli.result_format import ResultFormat
from desktop_app.imaging.file_search import FoundPicture
from desktop_app.imaging.file_system import is_file, os_error_reason
from desktop_app.imaging.naming import Collision, NameFields, Namer, quoted
from desktop_app.imaging.picture import Picture
from desktop_app.imaging.picture_run import PictureProgress, RunRequest
from desktop_app.imaging.reading import decode_picture, read_bytes, read_picture
from desktop_app.imaging.receipt import (
    RECEIPT_ENDING,
    ModelFacts,
    build_receipt,
    file_facts,
    settings_facts,
    write_receipt,
)
from desktop_app.imaging.restore import enlarge_picture, restore_picture
from desktop_app.imaging.run_facts import RunFacts, RunOutcome
from desktop_app.imaging.writing import ExportOptions, WriteError, write_picture
from models.enlarge import enlarge
from models.errors import CheckpointError, DeviceError, OutOfMemoryError
from models.file_hash import hash_file
from models.registry import AUTOMATIC, DEFAULTS, MODELS, find_model
from models.regular_file import IrregularFileError

if TYPE_CHECKING:
    from models.restorer import Restorer

_SHEET_ENDING = "-sheet.png"


class FatalError(Exception):
    """An error that stops the whole batch.

    Args:
        sentence: What happened, for the user.
        code: The exit code.
    """

    def __init__(self, sentence: str, code: ExitCode) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True)
class EnhancedFile:
    """The files written for one source; receipt and sheet are None if they were not requested."""

    source: Path
    result: Path
    receipt: Path | None
    sheet: Path | None
    facts: Mapping[str, Any]
    """The receipt in its JSON form."""


def model_facts(model: str, device: str) -> ModelFacts:
    """Return which network will be loaded, without loading torch if possible.

    Args:
        model: ``auto``, a name of the registry, or the path of the user's own checkpoint.
        device: ``auto`` or a device's name.

    Raises:
        FatalError: There is no such model, or it is a device.
    """
    if (model, device) == (AUTOMATIC, AUTOMATIC) and len(set(DEFAULTS.values())) > 1:
        from models.devices import choose_device

        device = choose_device().name
    entry = find_model(model, device)
    if entry is not None:
        return ModelFacts(entry.name, entry.sha256)
    try:
        return ModelFacts(Path(model).stem, hash_file(Path(model)))
    except IrregularFileError as error:
        sentence = f"{quoted(model)} is a device, not a model file."
        raise FatalError(sentence, ExitCode.USAGE) from error
    except OSError as error:
        names = ", ".join((AUTOMATIC, *(entry.name for entry in MODELS)))
        sentence = f"There is no model “{model}”: there is {names}."
        raise FatalError(sentence, ExitCode.USAGE) from error


class Enhancer:
    """Restores pictures one after the other and writes each result under a unique name.

    Args:
        options: The parsed options of ``enhance``.
        console: Draws the progress bar.
        model: The network that will be loaded.
        output: The folder for all results; None puts each beside its source.
        keeps_journal: Whether to record each result in the journal for later runs.
    """

    def __init__(
        self,
        options: argparse.Namespace,
        console: Console,
        model: ModelFacts,
        *,
        output: Path | None,
        keeps_journal: bool,
    ) -> None:
        self._options = options
        self._console = console
        self._output = output
        self._keeps_journal = keeps_journal
        self._model = model
        self._format = ResultFormat(options)
        # An earlier result counts as finished only if all of these are equal.
        self._settings = settings_facts(
            scale=options.scale,
            self_ensemble=options.steady,
            file_format=options.format,
            quality=options.quality,
            print_width=options.print_width,
            is_srgb=options.srgb,
            name=options.name.text,
        )
        collision = Collision.OVERWRITE if options.overwrite else Collision.NUMBER
        endings = [self._format.suffix]
        endings += [RECEIPT_ENDING] if options.receipt else []
        endings += [_SHEET_ENDING] if options.sheet else []
        self._namer = Namer(options.name, collision, endings)
        self._journals: dict[Path, Journal] = {}
        self._restorer: Restorer | None = None

    @property
    def folders(self) -> Iterable[Path]:
        """The folders whose journals have been read so far."""
        return self._journals

    def protect(self, found: FoundPicture) -> None:
        """Reserve the name of a source, so that no result of this batch overwrites it."""
        self._namer.reserve(found.path)

    def is_result(self, found: FoundPicture) -> bool:
        """Return whether the journal lists a file as a result."""
        return self._journal(found.path.parent).is_result(found.path)

    def finished(self, found: FoundPicture) -> EnhancedFile | None:
        """Return an earlier run's result for exactly this picture and these settings; None if there is none.

        The names of its files are reserved.
        """
        try:
            digest = hash_file(found.path)
        except OSError:  # reported when the picture is read
            return None
        journal = self._journal(self._folder(found))
        key = ResultKey(found.path, digest, self._model.sha256, self._settings)
        name = journal.finished(key)
        if name is None:
            return None
        result = self._folder(found) / name
        enhanced = self._enhanced(found.path, result, journal.receipt(name))
        for path in (enhanced.result, enhanced.receipt, enhanced.sheet):
            if path is not None:
                self._namer.reserve(path)
        return enhanced

    def complete(self, enhanced: EnhancedFile) -> None:
        """Write the receipt or sheet of a result if they are missing because a run was killed.

        Raises:
            ReadError: The pictures for the sheet cannot be read any more.
            WriteError: A file cannot be written.
        """
        if enhanced.receipt and not is_file(enhanced.receipt):
            write_receipt(enhanced.facts, enhanced.receipt)
        if enhanced.sheet and not is_file(enhanced.sheet):
            restored = read_picture(enhanced.result)
            self._write_sheet(enhanced, read_picture(enhanced.source), restored)

    def enhance(self, found: FoundPicture, number: int) -> EnhancedFile:
        """Restore a picture and write the result.

        Args:
            found: The picture.
            number: Its place in the batch, from 1.

        Raises:
            ReadError: The picture cannot be read.
            WriteError: The result would be too large, or a file cannot be written.
            FatalError: The network cannot be loaded.
        """
        path = found.path
        data = read_bytes(path)
        picture = decode_picture(data, path.name)
        fields = NameFields(
            source=path,
            scale=self._options.scale,
            model=self._model.name,
            width=self._options.scale * picture.width,
            height=self._options.scale * picture.height,
            number=number,
            date=datetime.now().astimezone().date(),
        )
        self._format.check(picture, fields)
        restorer = self._load_restorer(path.name)
        restored, run = self._restored(path.name, picture, restorer)
        scores = None
        if self._options.receipt or self._options.json:  # it takes time, too
            scores = check_fidelity(picture, restored, self._options.scale).scores
        folder = self._folder(found)
        _make_folder(folder)
        target = self._namer.assign(fields, folder).path
        facts: dict[str, Any] = {}

        def record(encoded: bytes) -> None:
            receipt = build_receipt(
                source=file_facts(path.name, data, picture),
                result=file_facts(target.name, encoded, restored),
                model=self._model,
                settings=self._settings,
                run=run,
                notes=(*picture.notes, *_notes(run)),
                scores=scores,
            )
            facts.update(receipt.as_json())
            sheet = self._enhanced(path, target, facts).sheet
            problem = self._journal(folder).add(path, target, facts, sheet)
            if problem:
                sentence = f"The journal in {quoted(str(folder))} cannot be written: {problem}."
                self._console.print_error(f"clearmark: {sentence}")

        self._format.write(restored, target, path, record)
        enhanced = self._enhanced(path, target, facts)
        if enhanced.receipt:
            write_receipt(facts, enhanced.receipt, overwrite=self._options.overwrite)
        if enhanced.sheet:
            self._write_sheet(enhanced, picture, restored)
        return enhanced

    def _enhanced(self, source: Path, result: Path, facts: Mapping[str, Any]) -> EnhancedFile:
        stem = result.name.removesuffix(self._format.suffix)
        receipt = result.with_name(stem + RECEIPT_ENDING) if self._options.receipt else None
        sheet = result.with_name(stem + _SHEET_ENDING) if self._options.sheet else None
        return EnhancedFile(source, result, receipt, sheet, facts)

    def _folder(self, found: FoundPicture) -> Path:
        return found.path.parent if self._output is None else self._output / found.relative_folder

    def _journal(self, folder: Path) -> Journal:
        folder = Path(os.path.realpath(folder))
        if folder not in self._journals:
            journal = Journal(folder, is_kept=self._keeps_journal)
            self._journals[folder] = journal
            if journal.problem:
                self._console.print_error(f"clearmark: {journal.problem}")
        return self._journals[folder]

    def _load_restorer(self, title: str) -> Restorer:
        """Return the network; it is slow to load, so it is loaded only once there is a picture for it."""
        if self._restorer is None:
            self._console.progress(f"{title}  loading the network ...", 0, 1, 0.0)
            from models.restorer import Restorer

            try:
                self._restorer = Restorer.load(self._options.model, self._options.device)
            except DeviceError as error:
                is_automatic = self._options.device == AUTOMATIC
                code = ExitCode.SOME_FAILED if is_automatic else ExitCode.USAGE
                raise FatalError(str(error), code) from error
            except (CheckpointError, OutOfMemoryError) as error:
                raise FatalError(str(error), ExitCode.SOME_FAILED) from error
        return self._restorer

    def _restored(
        self, title: str, picture: Picture, restorer: Restorer
    ) -> tuple[Picture, RunFacts]:
        def draw(progress: PictureProgress) -> None:
            self._console.progress(title, progress.done, progress.total, progress.seconds)

        self._console.progress(title, 0, 1, 0.0)
        options = self._options
        request = RunRequest(options.scale, self_ensemble=options.steady, on_progress=draw)
        return restore_picture(picture, restorer, request)

    def _write_sheet(self, enhanced: EnhancedFile, picture: Picture, restored: Picture) -> None:
        if enhanced.sheet is None:
            return
        enlarged = enlarge_picture(picture, self._options.scale, enlarge)
        # A journal of an earlier version does not know the outcome.
        outcome = str(enhanced.facts.get("outcome", RunOutcome.RESTORED.value))
        enlarged_title = f"{enhanced.source.name}, enlarged to {restored.size_text}"
        captions = (enlarged_title, outcome.capitalize())
        write_picture(
            draw_contact_sheet(enlarged, restored, captions),
            enhanced.sheet,
            ExportOptions(),
            source=enhanced.source,
            overwrite=self._options.overwrite,
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = os_error_reason(error, folder)
        raise WriteError(f"The folder {quoted(str(folder))} cannot be made: {reason}.") from error


def _notes(run: RunFacts) -> list[str]:
    """Return a sentence for each kind of tile for which the network's first output was not used."""
    if run.outcome is RunOutcome.NOT_RESTORED:
        return [
            "Not restored: the network's answer could not be right and was refused; "
            "this is the picture without sharpening."
        ]
    enlarged = "were only enlarged, since the network's answer could not be right"
    kinds = {
        enlarged: run.enlarged_tiles,
        "were computed again in full precision": run.full_precision_tiles,
    }
    return [f"{count} of {run.tiles} tiles {meaning}." for meaning, count in kinds.items() if count]
