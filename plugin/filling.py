"""Features into a layer, a slice a turn of the event loop, so that the window answers meanwhile.

Slices are made in the worker, as stores of QGIS: as many Python objects would make Python collect
garbage, which in QGIS stops everything that needs Python for 60 ms.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsFeature, QgsFeatureStore, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

SLICE = 500  # features: 2 ms

Slices = list[QgsFeatureStore]


def sliced(features: Iterable[QgsFeature]) -> Slices:
    """Collect features in slices; safe in any thread."""
    slices: Slices = []
    for number, feature in enumerate(features):
        if number % SLICE == 0:
            slices.append(QgsFeatureStore())
        slices[-1].addFeature(feature)
    return slices


class Filling(QObject):
    """Replaces the features of a memory layer of the project; the newest ones win."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer_id = ""
        self._slices: Slices = []  # of the layer
        self._added = 0  # of them
        self._old: Slices = []  # to free them takes its time, too
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    def fill(self, layer: QgsVectorLayer, slices: Slices) -> None:
        """Put features in place of those there are; the first slice at once."""
        layer.dataProvider().truncate()
        self._old += self._slices
        self._layer_id, self._slices, self._added = layer.id(), slices, 0
        self._turn.start()
        self._go_on()

    def stop(self) -> None:
        """Leave the layer as it is."""
        self._turn.stop()
        self._slices, self._old = [], []

    def _go_on(self) -> None:
        layer = QgsProject.instance().mapLayer(self._layer_id)
        if layer is None:  # the user removed it, or closed the project
            self.stop()
            return
        for slice_ in self._slices[self._added : self._added + 1]:
            layer.dataProvider().addFeatures(slice_.features())
        self._added += 1
        del self._old[-1:]
        if self._added >= len(self._slices) and not self._old:
            self._turn.stop()
            layer.updateExtents()
            layer.triggerRepaint()
