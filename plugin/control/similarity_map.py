"""The similarity map: while it is on, it follows the query, and what the map shows."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from qgis.core import QgsProcessingUtils, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .. import layers, result_layers
from ..core.errors import Cancelled, NothingInViewError
from ..core.examples import QueryRequest
from ..core.hits import Hits
from ..core.search import Progress
from ..core.similarity_map import Box
from ..gui.map_menu import MapMenu
from ..tasks import Worker
from ..tasks.reporting import for_user
from .attachments import Attachments

if TYPE_CHECKING:
    from ..core.query import QuerySession

PAUSE = 300  # ms that the view rests before the map follows it

Rows = npt.NDArray[np.int64]


class _Made(NamedTuple):
    """A map: of which rows it is, and its file; empty where there are none."""

    rows: Rows
    path: str


class SimilarityMap(QObject):
    """Makes the map in a thread of its own, so that no query waits for it; the newest wins.

    Signals
    -------
    failed(LookalikeError)
    """

    failed = pyqtSignal(object)

    def __init__(
        self,
        menu: MapMenu,
        canvas: QgsMapCanvas,
        attachments: Attachments,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._toggle, self._in_view = menu.similarity, menu.in_view
        self._canvas, self._attachments = canvas, attachments
        self._worker: Worker | None = None  # made when first needed
        self._session: QuerySession | None = None  # made, used and closed in its thread
        self._request: QueryRequest | None = None  # what the hits on the map answer
        self._shown: Rows | None = None  # what is on the map of the request
        self._serial = 0
        self._is_awaited = False  # it was switched on, and nothing is seen of it yet
        self._is_changing = self._is_leaving = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self._ask)
        self._toggle.toggled.connect(self._on_toggled)
        self._in_view.toggled.connect(self._ask)
        canvas.extentsChanged.connect(self._on_moved)
        QgsProject.instance().layersWillBeRemoved.connect(self._on_leaving)
        QgsProject.instance().layersRemoved.connect(self._on_left)

    def follow(self, hits: Hits) -> None:
        """Show the map of another answer, where the map is on."""
        examples = tuple(asked.by_row for asked in hits.asked)
        self._request = dataclasses.replace(hits.request, examples=examples)
        self._shown = None
        self._ask()

    def forget(self) -> None:
        """Show no map: there is no query any more."""
        self._request = None
        self._remove()

    def stop(self) -> None:
        """Cancel what is being made, and end the thread."""
        self._serial += 1
        self._rest.stop()
        self._canvas.extentsChanged.disconnect(self._on_moved)
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_leaving)
        QgsProject.instance().layersRemoved.disconnect(self._on_left)
        if self._worker is not None:
            self._worker.stop(self._close)

    def _on_toggled(self, on: bool) -> None:
        self._is_awaited = on
        if on:
            self._ask()
        else:
            self._remove()

    def _on_moved(self) -> None:
        if self._toggle.isChecked() and self._in_view.isChecked():
            self._rest.start()

    def _ask(self) -> None:
        if self._request is None or not self._toggle.isChecked():
            return
        if self._worker is None:
            self._worker = Worker(self)
        self._rest.stop()
        self._serial += 1
        serial = self._serial
        stem = QgsProcessingUtils.generateTempFilename("similarity")
        newest = partial(self._is_newest, serial)
        what = self._request, self._view(), self._shown
        job = partial(self._made, *what, stem, newest)
        self._worker.give(job, partial(self._on_made, serial))

    def _view(self) -> Box | None:
        """Where the map is now; None: all of the index is wanted."""
        if not self._in_view.isChecked():
            return None
        map_ = self._canvas.mapSettings()
        return layers.lonlat_box(map_.visibleExtent(), map_.destinationCrs())

    def _on_made(self, serial: int, made: _Made | None, error: Exception | None) -> None:
        if serial != self._serial:
            if made is not None and made.path:
                Path(made.path).unlink(missing_ok=True)
            return
        if error is not None and not isinstance(error, Cancelled):
            self._remove()
            self.failed.emit(for_user(error))
        elif made is not None:
            self._show(made)

    def _show(self, made: _Made) -> None:
        before = result_layers.find("similarity")
        old = before.source().split("|")[0] if before else ""
        if made.path:
            path = self._attachments.take(made.path)
            self._change(partial(result_layers.show_similarity, path))
            self._attachments.drop(old)
        else:
            self._change(result_layers.remove_similarity)
            if self._is_awaited:
                self.failed.emit(NothingInViewError())
        self._shown, self._is_awaited = made.rows, False

    def _remove(self) -> None:
        self._serial += 1
        self._shown = None
        self._change(result_layers.remove_similarity)

    def _change(self, change: partial[None]) -> None:
        self._is_changing = True
        change()
        self._is_changing = False

    def _on_leaving(self, leaving: Sequence[str]) -> None:
        layer = result_layers.find("similarity")
        removed = layer is not None and layer.id() in leaving
        self._is_leaving = removed and not self._is_changing

    def _on_left(self) -> None:
        """Switch off where the user removed the layer, or it went with its project."""
        if self._is_leaving:
            self._is_leaving = False
            self._toggle.setChecked(False)

    def _is_newest(self, serial: int, *_: int) -> bool:
        """Answer core's question whether to go on."""
        return serial == self._serial

    # -- in the worker

    def _made(
        self,
        request: QueryRequest,
        view: Box | None,
        shown: Rows | None,
        stem: str,
        progress: Progress,
    ) -> _Made | None:
        """Make a map, unless it would be of the same rows as what is shown."""
        from ..core.query import QuerySession
        from ..export import similarity_files

        if self._session is None:
            self._session = QuerySession()
        everywhere = self._session.everywhere(request, view, progress)
        rows = everywhere.rows
        if shown is not None and np.array_equal(rows, shown):
            return None
        if not len(rows):
            return _Made(rows, "")
        return _Made(rows, similarity_files.save(stem, everywhere, progress))

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
