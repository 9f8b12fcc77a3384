"""Saves hits and contact sheets where the user says, in a task of QGIS's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QFileDialog

from ..core.errors import LookalikeError, NoRasterError
from ..core.examples import BoxExample, QueryRequest
from ..core.hits import Asked, Hits
from ..core.thumbnails import Picture, ThumbnailReader, crop_of
from ..export import contact_sheet, hit_files, vector_file
from ..gui.panel import Panel
from ..tasks import Worker
from ..tasks.reporting import for_user
from ..tasks.thumbnails import image_of
from ..words import tr

FOLDER = "lookalike/saveFolder"
SHEET_PIXELS = 192  # of a picture


class Saving(QObject):
    """Asks for a file and writes it away from the window's thread.

    Signals
    -------
    saved(str)
        Path of a new file.
    failed(LookalikeError)
    """

    saved = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(self, panel: Panel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._worker: Worker | None = None  # made when first needed
        panel.results.save.hits_asked.connect(self._ask_for_hits)
        panel.results.save.sheet_asked.connect(self._ask_for_sheet)

    def save_hits(self, path: str, hits: Hits) -> None:
        """Write the hits that are on the map."""
        self._do(path, partial(hit_files.save_hits, path, hits))

    def save_sheet(self, path: str, hits: Hits) -> None:
        """Write a sheet of the query and its best hits."""
        self._do(path, partial(_write_sheet, path, hits))

    def stop(self) -> None:
        """Finish what is being written, and what waits for that."""
        if self._worker is not None:
            self._worker.stop(skip=False)

    def _ask_for_hits(self) -> None:
        self._ask(
            tr("Save hits"), hit_files.file_filter(), tuple(vector_file.DRIVERS), self.save_hits
        )

    def _ask_for_sheet(self) -> None:
        kinds = tr("PDF (*.pdf)") + ";;" + tr("Picture (*.png)")
        self._ask(tr("Save contact sheet"), kinds, contact_sheet.EXTENSIONS, self.save_sheet)

    def _ask(
        self,
        title: str,
        kinds: str,
        extensions: Sequence[str],
        save: Callable[[str, Hits], None],
    ) -> None:
        hits = self._panel.results.on_map()
        if hits is None:
            return
        folder = QgsSettings().value(FOLDER, str(Path.home()), type=str)
        name = f"{Path(hits.request.indexes[0]).stem}-hits"
        path, kind = QFileDialog.getSaveFileName(self._panel, title, str(Path(folder, name)), kinds)
        if path:
            QgsSettings().setValue(FOLDER, str(Path(path).parent))
            save(hit_files.with_extension(path, kind, extensions), hits)

    def _do(self, path: str, job: Callable[[], None]) -> None:
        if self._worker is None:
            self._worker = Worker(self)
        self._worker.give(job, partial(self._on_done, path))

    def _on_done(self, path: str, _nothing: Any, error: Exception | None) -> None:
        if error is None:
            self.saved.emit(path)
        else:
            self.failed.emit(for_user(error))


# -- in the worker --------------------------------------------------------------------------------


def _write_sheet(path: str, hits: Hits) -> None:
    reader = ThumbnailReader()
    try:
        indexed = partial(_indexed, reader, hits.request)
        examples = [
            _picture(partial(_of_example, indexed, asked))
            for asked in hits.asked[: contact_sheet.MOST_EXAMPLES]
        ]
        pictures = [
            _picture(partial(indexed, hit.row)) for hit in hits.hits[: contact_sheet.MOST_HITS]
        ]
    finally:
        reader.close()
    contact_sheet.save(path, contact_sheet.sheet_of(hits, examples, pictures))


def _indexed(reader: ThumbnailReader, request: QueryRequest, row: int) -> Picture:
    return reader.read(request.indexes, row, SHEET_PIXELS, request.states)


def _of_example(indexed: Callable[[int], Picture], asked: Asked) -> Picture:
    if asked.row is not None:
        return indexed(asked.row)
    if not isinstance(asked.example, BoxExample):
        raise NoRasterError  # an area of the index: patches of many images
    return crop_of(asked.example, [one.corners for one in asked.footprints], SHEET_PIXELS).picture


def _picture(read: Callable[[], Picture]) -> QImage | None:
    """Read a picture; None where its image is not at hand."""
    try:
        return image_of(read())
    except LookalikeError:
        return None
