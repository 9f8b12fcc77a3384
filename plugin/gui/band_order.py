"""Which band of a raster is which, as a user says it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from ..core.examples import Bands
from ..words import tr

BANDS = "lookalike/bands"  # property of a layer


class BandOrder(QComboBox):
    """A list of band orders, in which numbers can be written, too."""

    def __init__(self, name: str = "lookalikeBands") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setToolTip(
            tr("The order of the bands, or the number of each, such as B04=1,B03=2,B02=3")
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What was said; empty where the file says it."""
        text = self.currentText().strip()
        return "" if text == self.itemText(0) else text


class LayerBands(BandOrder):
    """What the user said of one layer, which keeps it, and so does the project.

    Signals
    -------
    said()
        Something else than before.
    """

    said = pyqtSignal()

    def __init__(self) -> None:
        super().__init__("lookalikeQueryBands")
        self._layer: QgsMapLayer | None = None
        self.activated.connect(self._keep)
        self.lineEdit().editingFinished.connect(self._keep)

    def list_orders(self, orders: Sequence[str]) -> None:
        """List the orders that a raster's bands may have."""
        self.clear()
        self.addItems([tr("What the file says"), *orders])
        self.show_layer(self._layer)

    def show_layer(self, layer: QgsMapLayer | None) -> bool:
        """Show what was said of a layer; return whether anything was."""
        self._layer = layer
        kept = _kept(layer)
        self.setCurrentText(kept or self.itemText(0))
        return bool(kept)

    def _keep(self, _number: int = 0) -> None:
        if self._layer is not None and self.text != _kept(self._layer):
            self._layer.setCustomProperty(BANDS, self.text)
            QgsProject.instance().setDirty()
            self.said.emit()


def bands_of(layer: QgsMapLayer | None) -> Bands:
    """Return which band of a layer is which, as the user said; None takes what the file says."""
    return read_bands(_kept(layer))


def _kept(layer: QgsMapLayer | None) -> str:
    return str(layer.customProperty(BANDS, "")) if layer is not None else ""


def read_bands(text: str) -> Bands:
    """Read ``B04=1,B03=2``; other text is the name of a band order."""
    if not text:
        return None
    pairs = [pair.partition("=") for pair in text.split(",")]
    if all(name.strip() and number.strip().isdigit() for name, _, number in pairs):
        return {name.strip().upper(): int(number) for name, _, number in pairs}
    return text
