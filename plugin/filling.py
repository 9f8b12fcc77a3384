"""Features into a layer, a slice a turn of the event loop, so that the window answers meanwhile."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

SLICE = 1_000  # features: 3 ms


class Filling(QObject):
    """Replaces the features of a memory layer of the project; the newest ones win."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self._features: list[QgsFeature] = []
        self._done = 0
        self._old: list[QgsFeature] = []  # to free all at once takes its time, too
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._add)

    def fill(self, layer: QgsVectorLayer, features: list[QgsFeature]) -> None:
        """Put features in place of those there are; the first slice at once."""
        layer.dataProvider().truncate()
        self._old += self._features
        self._layer_id, self._features, self._done = layer.id(), features, 0
        self._turn.start()
        self._add()

    def stop(self) -> None:
        """Leave the layer as it is."""
        self._turn.stop()
        self._features, self._old = [], []

    def _add(self) -> None:
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is None:  # the user removed it, or closed the project
            self.stop()
            return
        del self._old[-SLICE:]
        layer.dataProvider().addFeatures(self._features[self._done : self._done + SLICE])
        self._done += SLICE
        if self._done >= len(self._features) and not self._old:
            self._turn.stop()
            layer.updateExtents()
            layer.triggerRepaint()
