"""Which band of a raster is which, as a user says it."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QSizePolicy

from ..core.examples import Bands
from ..words import tr


def band_order(name: str) -> QComboBox:
    """Make a list of band orders, in which numbers can be written, too."""
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.setToolTip(tr("The order of the bands, or the number of each, such as B04=1,B03=2,B02=3"))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def read_bands(text: str) -> Bands:
    """Read ``B04=1,B03=2``; other text is the name of a band order."""
    if not text:
        return None
    pairs = [pair.partition("=") for pair in text.split(",")]
    if all(name.strip() and number.strip().isdigit() for name, _, number in pairs):
        return {name.strip().upper(): int(number) for name, _, number in pairs}
    return text
