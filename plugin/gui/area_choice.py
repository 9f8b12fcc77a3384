"""Which area hits may come from: everywhere, what the map shows, in a layer, or as drawn."""

from __future__ import annotations

from qgis.core import QgsMapLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from ..core.outline import Outline
from ..words import decimal, tr

EVERYWHERE, MAP, LAYER, DRAWN, KEPT = "everywhere", "map", "layer", "drawn", "kept"

Box = tuple  # west, south, east, north in degrees


class AreaChoice(QWidget):
    """A list of kinds of area; the area itself is found by who listens.

    Attributes
    ----------
    box : (west, south, east, north) or None
        The area in degrees; None: everywhere, or as the outline says.
    outline : Outline or None
        The area in degrees, where it is no box.

    Signals
    -------
    asked(QgsMapLayer or None)
        The area of a layer, or of what the map shows (None), is wanted; `take` answers.
    draw_asked()
        The user wants to draw; `take` answers.
    changed()
        The user has chosen another area.
    shown()
        There is another area, however it came.
    """

    asked = pyqtSignal(object)
    draw_asked = pyqtSignal()
    changed = pyqtSignal()
    shown = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box: Box | None = None
        self.outline: Outline | None = None
        self._taken = EVERYWHERE  # kind of what filters now
        self.kind = _narrow(QComboBox(), "lookalikeArea")
        self.kind.addItem(tr("everywhere"), EVERYWHERE)
        self.kind.addItem(tr("what the map shows now"), MAP)
        self.kind.addItem(tr("within a layer"), LAYER)
        self.kind.addItem(tr("drawn on the map…"), DRAWN)
        self.layer = _narrow(QgsMapLayerComboBox(), "lookalikeAreaLayer")
        self.layer.setAllowEmptyLayer(True)
        self.layer.setToolTip(
            tr(
                "Hits lie within the selected polygons of this layer, or within all where none is "
                "selected. Of any other layer its extent counts."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.kind)
        layout.addWidget(self.layer)
        self.kind.activated.connect(self._on_kind)
        self.layer.layerChanged.connect(self._on_layer)
        self.show_area(None)

    def show_area(self, box: Box | None, outline: Outline | None = None) -> None:
        """Show an area that was chosen before."""
        self.box, self.outline = box, outline
        self._forget_kept()
        self._taken = EVERYWHERE if box is None and outline is None else KEPT
        if self._taken == KEPT:
            self.kind.addItem(tr("as chosen before"), KEPT)
        self.keep()

    def keep(self) -> None:
        """Show what filters now: nothing came of what was asked for."""
        self.kind.setCurrentIndex(self.kind.findData(self._taken))
        self._explain()

    def take(self, box: Box | None, outline: Outline | None = None) -> None:
        """Take the area that was asked for; without any: there is no such place."""
        self.box, self.outline = box, outline
        if box is None and outline is None:
            self.kind.setCurrentIndex(0)
        self._forget_kept()
        self._taken = self.kind.currentData()
        self._explain()
        self.changed.emit()

    def _on_kind(self, _number: int) -> None:
        kind = self.kind.currentData()
        self._explain()
        if kind == MAP:
            self.asked.emit(None)
        elif kind == LAYER:
            self._on_layer(self.layer.currentLayer())
        elif kind == DRAWN:
            self.draw_asked.emit()
        elif kind == EVERYWHERE:
            self.take(None)

    def _on_layer(self, layer: QgsMapLayer | None) -> None:
        if self.kind.currentData() == LAYER and layer is not None:
            self.asked.emit(layer)

    def _forget_kept(self) -> None:
        kept = self.kind.findData(KEPT)
        if kept >= 0:
            self.kind.removeItem(kept)

    def _explain(self) -> None:
        self.layer.setVisible(self.kind.currentData() == LAYER)
        tip = tr(
            "Where hits may lie. Choose an entry again to take the map or the layer "
            "as it is now, or to draw anew."
        )
        self.kind.setToolTip("\n".join(filter(None, (tip, edges_of(self._edges)))))
        self.shown.emit()

    @property
    def _edges(self) -> Box | None:
        if self.outline is None:
            return self.box
        corners = self.outline.corners
        return (*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist())


def edges_of(box: Box | None) -> str:
    """Say where an area lies; empty for everywhere."""
    if box is None:
        return ""
    west, south, east, north = (decimal(edge, 3) for edge in box)
    return tr("{west}° to {east}° east, {south}° to {north}° north").format(
        west=west, east=east, south=south, north=north
    )


def _narrow(combo: QComboBox, name: str) -> QComboBox:
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
