"""Keeps the hits of a search on the map when the next one begins."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QDateTime, QObject, pyqtSignal

from .. import result_layers
from ..core.hits import Hits
from ..export.hit_files import save_hits
from ..gui.panel import Panel
from ..tasks import Worker
from ..tasks.reporting import for_user
from .attachments import Attachments
from .history import title_of


class Keeping(QObject):
    """Makes a layer of its own of hits that would be replaced, where the user wants that.

    Marks, filters and numbers of hits change a search; another first example begins a new one.

    Signals
    -------
    failed(LookalikeError)
    """

    failed = pyqtSignal(object)

    def __init__(
        self,
        panel: Panel,
        attachments: Attachments,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._attachments, self._worker = panel, attachments, worker
        self._is_final = False  # what is shown is no box that is still being drawn
        self._closed = 0  # so many projects: hits of those do not come into this one
        QgsProject.instance().cleared.connect(self._on_cleared)

    def make_way(self, coming: Hits | None, is_final: bool = True) -> None:
        """Keep the hits that are shown, if these ones begin another search."""
        shown = self._panel.results.on_map()
        is_other = shown is None or coming is None or shown.beginning != coming.beginning
        wanted = self._panel.results.map_menu.keep.isChecked()
        if wanted and shown is not None and is_other and self._is_final:
            self._keep(shown)
        self._is_final = is_final if is_other else self._is_final or is_final

    def stop(self) -> None:
        """Listen to the project no more."""
        QgsProject.instance().cleared.disconnect(self._on_cleared)

    def _keep(self, hits: Hits) -> None:
        time = QDateTime.currentDateTime().toString("HH:mm:ss")
        path = QgsProcessingUtils.generateTempFilename("hits.gpkg")
        then = partial(self._on_written, path, f"{title_of(hits)} · {time}", self._closed)
        self._worker.give(partial(save_hits, path, hits), then)

    def _on_written(
        self, path: str, name: str, closed: int, _: None, error: Exception | None
    ) -> None:
        if error is not None:
            self.failed.emit(for_user(error))
        elif closed != self._closed:
            Path(path).unlink(missing_ok=True)
        else:
            result_layers.add_kept(self._attachments.take(path), name)

    def _on_cleared(self) -> None:
        self._closed += 1
