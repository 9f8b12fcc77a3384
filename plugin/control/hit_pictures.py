"""Hands the pictures of hits to whatever shows them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QImage, QPixmap

from ..core.hits import Hit
from ..gui.panel import Panel
from ..tasks import Thumbnails
from ..tasks.thumbnails import States


class HitPictures(QObject):
    """Joins the cache of pictures to grid, walk and contact sheet."""

    def __init__(self, panel: Panel, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._thumbnails = panel, thumbnails
        panel.results.show_pictures(self)
        thumbnails.ready.connect(self._on_ready)

    def picture(self, hit: Hit) -> QImage | None:
        """Return the picture of a hit of what is open; None where there is none yet."""
        return self._thumbnails.picture(self._states, hit.row)

    def is_missing(self, hit: Hit) -> bool:
        """Whether it is known that there is none."""
        return self._thumbnails.is_missing(self._states, hit.row)

    def show_in_walk(self, hit: Hit | None) -> None:
        """Show in the walk how its hit looks, as soon as that is known."""
        image = None if hit is None else self.picture(hit)
        self._panel.refine.show_picture(None if image is None else QPixmap.fromImage(image))

    def _on_ready(self, states: States, row: int) -> None:
        if states == self._states:
            self._panel.results.model.show_picture(row)
            walked = self._panel.refine.hit
            if walked is not None and walked.row == row:
                self.show_in_walk(walked)

    @property
    def _states(self) -> States:
        return self._panel.index.states if self._panel.index else ()
