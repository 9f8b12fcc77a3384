"""Examples to a file for a colleague, and from one: the same index, or another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from .. import layers
from ..core.errors import LookalikeError, LostExamplesError, NoIndexError
from ..core.hits import Asked
from ..core.joined import open_together
from ..core.relocation import Relocated, relocate
from ..export import example_files, hit_files
from ..gui.panel import Panel
from ..tasks import Worker
from ..tasks.reporting import for_user
from ..words import tr
from .marking import Marking
from .saving import FOLDER

MOST_NAMED = 5  # of lost examples


class Sharing(QObject):
    """Saves and loads examples.

    Signals
    -------
    saved(str)
        Path of a new file.
    failed(LookalikeError)
    lost(LookalikeError)
        Some of the loaded examples have no place here; the others are asked with.
    """

    saved = pyqtSignal(str)
    failed = pyqtSignal(object)
    lost = pyqtSignal(object)

    def __init__(
        self, panel: Panel, marking: Marking, worker: Worker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._marking, self._worker = panel, marking, worker
        panel.examples.save_asked.connect(self._ask_where)
        panel.examples.load_asked.connect(self._ask_which)
        panel.example_files.dropped.connect(self._on_dropped)

    def save(self, path: str) -> None:
        """Write the examples that were answered last."""
        if self._panel.index is not None:
            job = partial(_save, path, self._marking.confirmed, self._panel.index.paths)
            self._worker.give(job, partial(self._on_saved, path))

    def load(self, path: str) -> None:
        """Add the examples of a file to those that are there."""
        if self._panel.index is None:
            self.failed.emit(NoIndexError())
            return
        indexes = self._panel.index.paths
        job = partial(_load, path, indexes, tuple(layers.rasters()))
        self._worker.give(job, partial(self._on_loaded, indexes))

    def _ask_where(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._panel, tr("Save examples"), _folder(), example_files.file_filter()
        )
        if path:
            _remember(path)
            self.save(hit_files.with_extension(path, "", (".gpkg",)))

    def _ask_which(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._panel, tr("Load examples"), _folder(), example_files.file_filter()
        )
        if path:
            _remember(path)
            self.load(path)

    def _on_dropped(self, paths: tuple[str, ...]) -> None:
        for path in paths:
            self.load(path)

    def _on_saved(self, path: str, _nothing: None, error: Exception | None) -> None:
        if error is None:
            self.saved.emit(path)
        else:
            self.failed.emit(for_user(error))

    def _on_loaded(
        self, indexes: tuple[str, ...], loaded: Relocated | None, error: Exception | None
    ) -> None:
        index = self._panel.index
        if loaded is None:
            self.failed.emit(for_user(error))
        elif index is not None and index.paths == indexes:
            if loaded.found:
                self._marking.start(*self._marking.examples, *loaded.found)
            if loaded.lost:
                self.lost.emit(_lost(loaded, index.name))


def _lost(loaded: Relocated, index: str) -> LookalikeError:
    names = [one.id or f"{one.lat:.4f}°, {one.lon:.4f}°" for one in loaded.lost]
    more = ", …" if len(names) > MOST_NAMED else ""
    return LostExamplesError(index=index, names=", ".join(names[:MOST_NAMED]) + more)


def _folder() -> str:
    return QgsSettings().value(FOLDER, str(Path.home()), type=str)


def _remember(path: str) -> None:
    QgsSettings().setValue(FOLDER, str(Path(path).parent))


# -- in the worker --------------------------------------------------------------------------------


def _save(
    path: str,
    examples: Sequence[Asked],
    indexes: Sequence[str],
) -> None:
    example_files.save(path, examples, open_together(indexes).about)


def _load(path: str, indexes: Sequence[str], rasters: Sequence[str]) -> Relocated:
    return relocate(example_files.load(path), open_together(indexes), rasters)
