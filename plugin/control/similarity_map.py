"""The similarity map: while it is on, it follows the query."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateTransformContext, QgsProcessingUtils, QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction

from .. import result_layers
from ..core.errors import Cancelled
from ..core.examples import QueryRequest
from ..core.hits import Hits
from ..core.search import Progress
from ..tasks import Worker
from ..tasks.reporting import for_user
from .attachments import Attachments

if TYPE_CHECKING:
    from ..core.query import QuerySession


class SimilarityMap(QObject):
    """Makes the map in a thread of its own, so that no query waits for it; the newest wins.

    Signals
    -------
    failed(LookalikeError)
    """

    failed = pyqtSignal(object)

    def __init__(
        self, toggle: QAction, attachments: Attachments, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._toggle, self._attachments = toggle, attachments
        self._worker: Worker | None = None  # made when first needed
        self._session: QuerySession | None = None  # made, used and closed in its thread
        self._request: QueryRequest | None = None  # what the hits on the map answer
        self._serial = 0
        self._is_changing = self._is_leaving = False
        toggle.toggled.connect(self._on_toggled)
        QgsProject.instance().layersWillBeRemoved.connect(self._on_leaving)
        QgsProject.instance().layersRemoved.connect(self._on_left)

    def follow(self, hits: Hits) -> None:
        """Show the map of another answer, where the map is on."""
        examples = tuple(asked.by_row for asked in hits.asked)
        self._request = dataclasses.replace(hits.request, examples=examples)
        if self._toggle.isChecked():
            self._ask()

    def forget(self) -> None:
        """Show no map: there is no query any more."""
        self._request = None
        self._remove()

    def stop(self) -> None:
        """Cancel what is being made, and end the thread."""
        self._serial += 1
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_leaving)
        QgsProject.instance().layersRemoved.disconnect(self._on_left)
        if self._worker is not None:
            self._worker.stop(self._close)

    def _on_toggled(self, on: bool) -> None:
        if not on:
            self._remove()
        elif self._request is not None:
            self._ask()

    def _ask(self) -> None:
        if self._worker is None:
            self._worker = Worker(self)
        self._serial += 1
        serial = self._serial
        context = QgsCoordinateTransformContext(QgsProject.instance().transformContext())
        stem = QgsProcessingUtils.generateTempFilename("similarity")
        newest = partial(self._is_newest, serial)
        job = partial(self._made, self._request, stem, context, newest)
        self._worker.give(job, partial(self._on_made, serial))

    def _on_made(self, serial: int, path: str | None, error: Exception | None) -> None:
        if serial != self._serial:
            if path is not None:
                Path(path).unlink(missing_ok=True)
            return
        if error is not None and not isinstance(error, Cancelled):
            self._remove()
            self.failed.emit(for_user(error))
        elif path is not None:
            before = result_layers.find("similarity")
            old = before.source().split("|")[0] if before else ""
            self._change(partial(result_layers.show_similarity, self._attachments.take(path)))
            self._attachments.drop(old)

    def _remove(self) -> None:
        self._serial += 1
        self._change(result_layers.remove_similarity)

    def _change(self, change: partial[None]) -> None:
        self._is_changing = True
        change()
        self._is_changing = False

    def _on_leaving(self, layers: Sequence[str]) -> None:
        layer = result_layers.find("similarity")
        removed = layer is not None and layer.id() in layers
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
        stem: str,
        context: QgsCoordinateTransformContext,
        progress: Progress,
    ) -> str:
        from ..core.query import QuerySession
        from ..export import similarity_files

        if self._session is None:
            self._session = QuerySession()
        everywhere = self._session.everywhere(request, progress)
        return similarity_files.save(stem, everywhere, context, progress)

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
