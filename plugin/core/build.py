"""Archive and model in, index out: in two stages that never share a process inside QGIS.

*encode* (rasters, ONNX Runtime), which is here, appends raw columns to a journal beside the index,
source by source; *pack* (`packing`) turns the journal into the index, its size now known. Resuming
is simply *encode* finding its journal.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from . import adapt, bits, journal, raster, stamps
from .archive import Plan, Reader, open_archive, plain
from .errors import (
    Cancelled,
    EmptyArchiveError,
    FileMissingError,
    RasterFileError,
    UnwritableError,
)
from .hashing import HashLayer, layer_of
from .index import Index
from .index_format import NO_STAMP, code_column
from .journal import Journal
from .model import HashModel, ModelCard
from .saying import say
from .search import Progress
from .source import Source, Window

ENOUGH_TO_JUDGE = 9  # patches of a source that say something of its radiometry
BATCH = 256  # patches that are encoded together, of as many sources as it takes


@dataclass(frozen=True)
class BuildRequest:
    """What to build, as plain values that travel to a child process as JSON.

    Attributes
    ----------
    archive : str
        Folder or file of the imagery.
    index : str
        The file to write.
    model : str
        The model's file.
    name : str
        Title of the index; by default the archive's name.
    kind : str
        Of the archive (`archive.READERS`), or ``auto``.
    stride : int
        Pixels of the model's GSD from patch to patch; 0 is a patch's size.
    bands : mapping of band name to band number, or name of a band order, or None
        Where files do not name their bands.
    radiometry : str or None
        Name of a profile; None takes what the files say.
    layer : str
        Whose hash layer: ``model``, ``adapted`` to this archive, or ``auto`` (`adapt.wanted`).
    detached : bool
        Leave out where the imagery lies: for an index that is passed on without it.
    beside : str
        An index whose unchanged files are left out and whose hash layer is used: for its update.
    further : sequence of str
        More folders or files of the imagery, where an index has several.
    """

    archive: str
    index: str
    model: str
    name: str = ""
    kind: str = "auto"
    stride: int = 0
    bands: Mapping[str, int] | str | None = None
    radiometry: str | None = None
    layer: str = "auto"
    detached: bool = False
    beside: str = ""
    further: Sequence[str] = ()

    @property
    def roots(self) -> list[str]:
        """All folders and files of the imagery, as absolute paths."""
        return [plain(path) for path in (self.archive, *self.further)]


def encode(request: BuildRequest, progress: Progress = None) -> Path:
    """First stage: encode the archive's patches into the journal; goes on where one is.

    Parameters
    ----------
    request : BuildRequest
    progress : callable, optional
        ``progress(patches_done, patches) -> bool``; False stops, and what is done stays in the
        journal.

    Returns
    -------
    Path
        Folder of the journal.

    Raises
    ------
    LookalikeError, Cancelled
    """
    check_target(Path(request.index))
    model = HashModel.open(request.model)
    card = model.card
    reader = open_reader(request, card)
    folder = journal.journal_folder(request.index)
    codes = {code_column(w): "<u8" for w in range(card.bits // bits.WORD)}
    claim = {
        "archive": os.pathsep.join(request.roots),
        "model": model.digest,
        "settings": [
            reader.kind, request.stride, request.bands, request.radiometry, request.layer,
        ],
    }  # fmt: skip
    about = _about(request, model, reader)
    diary = Journal(folder, claim, about, {**journal.COLUMNS, **codes})
    try:
        total, layer = reader.count_patches(), journal.read_layer(folder)
        sample = 0
        if request.beside and (layer := layer_of(Index.open(request.beside))):
            diary.keep_layer(layer)
        elif layer is None and adapt.wanted(request.layer, total) and not diary.reached:
            sample = adapt.sample_size(total)
        report = _Report(progress, done=diary.rows, total=total + sample)
        if sample:
            layer = adapt.adapted_layer(reader, model, sample, report.step)
            if layer is not None:
                diary.keep_layer(layer)
        _Encoder(model, layer, diary, reader, report).run()
    except EmptyArchiveError:
        diary.close()
        if not diary.rows:
            journal.discard(folder)
        raise
    finally:
        diary.close()
    return folder


def open_reader(request: BuildRequest, card: ModelCard) -> Reader:
    """Open the archive of a request, as the model wants it."""
    reader = open_archive(
        request.archive,
        wanted=card.bands,
        patch_size=card.patch_size,
        gsd=card.gsd,
        kind=request.kind,
        stride=request.stride or None,
        bands=request.bands,
        radiometry=request.radiometry,
        further=request.further,
    )
    if request.beside:
        reader.leave_out(stamps.files_that_are(stamps.SAME, Index.open(request.beside)))
    return reader


def check_target(index: Path) -> None:
    """Refuse a target that could not be written before hours are spent.

    Raises
    ------
    UnwritableError
    """
    folder = index.parent
    if not folder.is_dir():
        raise UnwritableError(path=index, reason=say("its folder does not exist"))
    if not os.access(folder, os.W_OK):
        raise UnwritableError(path=index, reason=say("its folder is read-only"))
    if index.is_dir():
        raise UnwritableError(path=index, reason=say("it is a folder"))


def version() -> str:
    """Version of this software, as the plugin's metadata has it."""
    metadata = Path(__file__).resolve().parents[2] / "metadata.txt"
    lines = metadata.read_text("utf-8").splitlines() if metadata.exists() else []
    return next((line[8:].strip() for line in lines if line.startswith("version=")), "unknown")


def _about(request: BuildRequest, model: HashModel, reader: Reader) -> dict[str, Any]:
    """Describe the index, as far as it is known before the first patch."""
    return {
        "name": request.name or Path(request.archive).stem,
        "software": f"Lookalike {version()}",
        "archive": "" if request.detached else reader.root,
        "roots": [] if request.detached else request.roots,
        "card": model.card.text,
        "model_digest": model.digest,
        "recipe": {
            "kind": reader.kind,
            "stride": request.stride,
            "bands": request.bands,
            "radiometry": request.radiometry,
        },
    }


class _Encoder:
    """Collects patches of as many sources as fill a batch, encodes and appends them."""

    def __init__(
        self,
        model: HashModel,
        layer: HashLayer | None,
        diary: Journal,
        reader: Reader,
        report: _Report,
    ) -> None:
        self._model, self._layer = model, layer
        self._journal, self._reader, self._report = diary, reader, report
        self._skipped_before = list(diary.skipped)
        self._patches: list[npt.NDArray[np.float32]] = []
        self._places: list[tuple[int, int, int]] = []  # source, column, row
        self._centres: list[npt.NDArray[np.float64]] = []

    def run(self) -> None:
        """Encode what the journal has not yet."""
        begun, windows, number = self._begun()
        start = self._reader.position_of(self._journal.reached, is_done=not begun)
        for position, plan in self._reader.items(start):
            file = self._reader.file_of(position)
            goes_on = (windows, number) if file == begun else (0, None)
            try:
                self._read(file, plan, *goes_on)
            except (RasterFileError, FileMissingError) as error:
                self._reader.check_there()
                self._reader.skipped.append((plan.source.path, str(error)))
        self._commit(self._reader.file_of(len(self._reader)))
        self._report.finish()

    def _begun(self) -> tuple[str, int, int | None]:
        """File of an item of which a part is done, how many patches that is, and its source."""
        diary = self._journal
        return (diary.reached, diary.windows, diary.open_source) if diary.windows else ("", 0, None)

    def _read(self, file: str, plan: Plan, done: int, number: int | None) -> None:
        """Read one source from its window `done` on; `number` is the source's, once it has one."""
        card, windows = self._model.card, plan.windows.tolist()
        stamp = stamps.stamp_of(plan.source.files) or NO_STAMP  # before a pixel is read
        with raster.SourceReader(plan.source) as pixels:
            for window in windows[done:]:
                patch, valid = pixels.patch(window, card.bands, card.patch_size)
                if valid >= raster.LEAST_DATA:
                    if number is None:
                        number = self._journal.add_source(plan.source, window[2:], stamp)
                    self._collect(patch, number, plan.source, Window(*window))
                    self._remember_lowest(plan, patch)
                done += 1
                goes_on = self._report.step()
                if len(self._patches) >= BATCH or not goes_on:
                    if done == len(windows):
                        self._commit(file)
                    else:
                        self._commit(file, done, number)
                if not goes_on:
                    raise Cancelled

    def _collect(
        self, patch: npt.NDArray[np.float32], number: int, source: Source, window: Window
    ) -> None:
        self._patches.append(patch)
        self._places.append((number, window.col, window.row))
        centre = source.footprint(window).mean(axis=0)
        self._centres.append(raster.lonlat(source.crs, centre[None, :])[0])

    def _remember_lowest(self, plan: Plan, patch: npt.NDArray[np.float32]) -> None:
        # A few patches may be bright by chance: small sources are judged together.
        name = plan.source.name if len(plan.windows) >= ENOUGH_TO_JUDGE else ""
        lowest = patch.min(initial=np.inf, where=patch != 0)  # exact zeros are without data
        self._journal.lowest[name] = min(self._journal.lowest.get(name, np.inf), float(lowest))

    def _append(self) -> None:
        """Encode what was collected, and append it to the journal."""
        if not self._patches:
            return
        encoded = self._model.encode(np.stack(self._patches))
        logits = self._layer.logits(encoded.embeddings) if self._layer else encoded.logits
        places, centres = np.array(self._places), np.array(self._centres)
        codes = bits.columns(bits.pack(logits > 0))
        values = dict(zip(("source", "col", "row"), places.T))
        values |= {"lon": centres[:, 0], "lat": centres[:, 1]}
        values |= {code_column(w): word for w, word in enumerate(codes)}
        self._journal.add_rows(values)
        for collected in (self._patches, self._places, self._centres):
            collected.clear()

    def _commit(self, reached: str, windows: int = 0, open_source: int | None = None) -> None:
        self._append()
        self._journal.skipped = self._skipped_before + [list(one) for one in self._reader.skipped]
        self._journal.commit(reached, windows, open_source)


class _Report:
    """Counts patches for `progress`."""

    def __init__(self, progress: Progress, done: int, total: int) -> None:
        self._progress, self._done, self._total = progress, done, max(total, done)
        self.step(0)

    def step(self, patches: int = 1) -> bool:
        """Count some more patches as done; answer whether to go on."""
        self._done = min(self._done + patches, self._total)
        return self._progress is None or self._progress(self._done, self._total)

    def finish(self) -> None:
        """Count all as done, also those of files that were skipped."""
        self.step(self._total)
