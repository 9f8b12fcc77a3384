"""Ticks the first steps as the user does them, and remembers that they were closed."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .. import folders
from ..core.hits import Hits
from ..gui import first_steps
from ..gui.panel import Panel
from ..words import tr

CLOSED = "lookalike/firstStepsClosed"


class Guide(QObject):
    """Shows the card to who has not closed it.

    Signals
    -------
    sample_asked(str)
        The index of this path is to be opened.
    """

    sample_asked = pyqtSignal(str)

    def __init__(self, panel: Panel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel, self._card = panel, panel.first_steps
        self._zoom_waits = False
        self._card.closed.connect(self._on_closed)
        self._card.reopened.connect(self._on_reopened)
        self._card.map_asked.connect(self._on_map)
        panel.results.hit_clicked.connect(self._on_look)
        panel.results.hit_activated.connect(self._on_look)
        self._card.setVisible(not QgsSettings().value(CLOSED, False, type=bool))

    def follow(self, hits: Hits) -> None:
        """Tick what an answer shows that the user has done."""
        self._card.tick(first_steps.CLICK)
        if len(hits.asked) > 1:
            self._card.tick(first_steps.MARK)
        if hits.request.filters.active:
            self._card.tick(first_steps.FILTER)

    def saved(self, _path: str) -> None:
        """Tick the last step."""
        self._card.tick(first_steps.SAVE)

    def index_opened(self) -> None:
        """Leave the results their room, and zoom to the sample that was asked for."""
        self._card.make_room()
        if self._zoom_waits:
            self._zoom_waits = False
            self._panel.index_section.zoom.click()

    def _on_look(self, _hit: object) -> None:
        self._card.tick(first_steps.LOOK)

    def _on_closed(self) -> None:
        QgsSettings().setValue(CLOSED, True)

    def _on_reopened(self) -> None:
        QgsSettings().setValue(CLOSED, False)

    def _on_map(self) -> None:
        """Lay a map of the world where there is none, open the sample and go there."""
        if not QgsProject.instance().mapLayers() and (world := _world()).isValid():
            QgsProject.instance().addMapLayer(world)
        self._zoom_waits = True
        self.sample_asked.emit(str(folders.SAMPLE))


def _world() -> QgsVectorLayer:
    """Return the map that QGIS itself shows for the word “world” in its coordinate box."""
    file = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    return QgsVectorLayer(f"{file}|layername=countries", tr("World"), "ogr")
