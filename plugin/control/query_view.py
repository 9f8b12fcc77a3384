"""Shows in the panel what the network sees of a query."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from qgis.PyQt.QtCore import QObject

from ..core.examples import BoxExample, QueryRequest
from ..core.hits import Asked, Hits
from ..core.thumbnails import ThumbnailReader, crop_of
from ..gui.panel import Panel
from ..gui.query_preview import View
from ..tasks import QueryPicture
from ..tasks.thumbnails import image_of
from .marking import title_of

PIXELS = 184  # of a picture: twice as many as it is shown with, for fine screens


class QueryView(QObject):
    """Has the picture of each answered query read; with live queries it follows the mouse."""

    def __init__(self, panel: Panel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preview = panel.query_section.preview
        self.picture = QueryPicture(self)
        self.picture.ready.connect(self._on_ready)
        self._title = ""

    def follow(self, hits: Hits) -> None:
        """Show the query of an answer: what was drawn last, else its first example."""
        drawn = [one for one in hits.asked if isinstance(one.example, BoxExample)]
        shown = drawn[-1] if drawn else hits.asked[0]
        self._title = title_of(shown)
        if drawn:
            corners = tuple(one.corners for one in shown.footprints)
            self.picture.ask(partial(_drawn, shown.example, corners))
        else:
            self.picture.ask(partial(_indexed, hits.request, shown))

    def forget(self) -> None:
        """Show that there is no query."""
        self.picture.drop()
        self._preview.show_view(None)

    def stop(self) -> None:
        """End the thread."""
        self.picture.stop()

    def _on_ready(self, view: View | None) -> None:
        self._preview.show_view(view, self._title)


# -- in the thread --------------------------------------------------------------------------------


def _drawn(example: BoxExample, corners: Sequence[np.ndarray]) -> View:
    crop = crop_of(example, corners, PIXELS)
    return View(image_of(crop.picture), crop.patches)


def _indexed(request: QueryRequest, asked: Asked) -> View | None:
    if asked.row is None:
        return None  # an area: patches of many images
    reader = ThumbnailReader()
    try:
        picture = reader.read(request.indexes, asked.row, PIXELS, request.states)
    finally:
        reader.close()
    return View(image_of(picture), np.zeros((0, 4, 2)))
