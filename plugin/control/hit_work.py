"""What is done with a hit that the user chose: shown, marked, asked with, added to the map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication

from .. import result_layers
from ..core.errors import FileMissingError, LookalikeError
from ..core.examples import RowExample
from ..core.hits import Hit
from ..core.raster import gdal_path
from ..gui.panel import Panel
from .looking import Looking
from .marking import Marking


class HitWork(QObject):
    """Does what the buttons, keys and menus of the results say.

    Signals
    -------
    failed(LookalikeError)
    """

    failed = pyqtSignal(object)

    def __init__(
        self, panel: Panel, marking: Marking, looking: Looking, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._marking, self._looking = panel, marking, looking
        results = panel.results
        results.hit_selected.connect(self._looking.mark)
        results.hit_hovered.connect(self._on_hovered)
        results.hit_clicked.connect(self._looking.pan_to)
        results.hit_activated.connect(self._looking.zoom_to_hit)
        actions = results.actions
        actions.marked.connect(marking.mark)
        actions.asked_with.connect(self._ask_with)
        actions.zoomed_to.connect(self._looking.zoom_to_hit)
        actions.example_asked.connect(marking.show_nearest)
        actions.raster_asked.connect(self._add_raster)
        actions.copied.connect(self._copy)
        actions.excluded.connect(self._exclude)

    def look_at(self, hit: Hit | None) -> None:
        """Mark a hit on the map, and bring it into sight."""
        self._looking.mark(hit)
        if hit is not None:
            self._looking.pan_to(hit)

    def _on_hovered(self, hit: Hit | None) -> None:
        """Light the hit under the mouse; without one, the current hit again."""
        self._looking.mark(hit or self._panel.refine.hit or self._panel.results.current)

    def _ask_with(self, hit: Hit) -> None:
        self._marking.start(RowExample(hit.row))

    def _exclude(self, hit: Hit) -> None:
        self._panel.filters.exclude(hit.source_name)

    def _copy(self, hit: Hit) -> None:
        QApplication.clipboard().setText(hit.id)

    def _add_raster(self, hit: Hit) -> None:
        layer = result_layers.image_layer(gdal_path(hit.source), Path(hit.source).stem)
        project = QgsProject.instance()
        sources = {one.source(): one.id() for one in project.mapLayers().values()}
        if layer.source() in sources:
            there = project.layerTreeRoot().findLayer(sources[layer.source()])
            there.setItemVisibilityCheckedParentRecursive(True)
        elif layer.isValid():
            result_layers.add_below(layer)
        else:
            self.failed.emit(_missing(hit.source))


def _missing(path: str) -> LookalikeError:
    return FileMissingError(path=path)
