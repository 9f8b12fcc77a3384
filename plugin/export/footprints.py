"""All patches of an index as features of a layer, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFields,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .. import layers, styles
from ..core.columns import columns_of, patch_id
from ..core.duplicates import Twins
from ..core.errors import Cancelled
from ..core.index import Index
from ..core.patch_codes import Coded
from ..core.search import Progress
from ..words import tr

FIELDS = ("row:int8", "id:string", "label:string", "date:string", "source:string")
TWIN_FIELDS = ("bits:integer", "twin:string", "twin_row:int8")
SIMILARITY_FIELDS = ("similarity:double",)  # in percent
CODE_FIELDS = ("id:string", "label:string", "code:string")
BATCH = 100  # features that are there at once: with more, Python stops everything to tidy up
MOST_COLOURS = 60  # labels; more cannot be told apart
TURN = 137  # degrees of hue from label to label: neighbours in the list look different


def fields(more: Sequence[str] = ()) -> QgsFields:
    """Fields of the layer, and more of them where each footprint says more."""
    return layers.new_layer("footprints", "", (*FIELDS, *more)).fields()


def batches(
    index: Index,
    rows: npt.NDArray[np.int64],
    progress: Progress = None,
    more: Sequence[npt.NDArray[Any]] = (),
) -> Iterator[list[QgsFeature]]:
    """Make features of index rows, in EPSG:4326; safe in any thread.

    Parameters
    ----------
    index : Index
    rows : (m,) array of int64
    progress : callable, optional
    more : sequence of (m,) arrays, optional
        Values of the same rows for further fields.

    Raises
    ------
    Cancelled
        If ``progress(rows_done, rows)`` answered False.
    """
    for start in range(0, len(rows), BATCH):
        part = slice(start, start + BATCH)
        yield _features(index, rows[part], [column[part] for column in more])
        if progress is not None and not progress(min(start + BATCH, len(rows)), len(rows)):
            raise Cancelled


def _features(
    index: Index,
    rows: npt.NDArray[np.int64],
    more: Sequence[npt.NDArray[Any]],
) -> list[QgsFeature]:
    known = columns_of(index, rows)
    places = layers.polygons(known["footprint"], known["crs"])
    days = known["time"].astype("U10")
    columns = [known["row"], known["id"], known["label"], days, known["source"], *more]
    values = zip(*(column.tolist() for column in columns))
    return list(map(layers.feature, places, map(list, values)))


def twin_columns(index: Index, found: Twins) -> list[npt.NDArray[Any]]:
    """Values of `TWIN_FIELDS`."""
    return [found.distances, columns_of(index, found.others)["id"], found.others]


def code_fields() -> QgsFields:
    """Fields of a layer of codes."""
    return layers.new_layer("footprints", "", CODE_FIELDS).fields()


def coded(batch: Coded) -> list[QgsFeature]:
    """Make features of patches and their codes, in EPSG:4326."""
    source, features = batch.source, []
    for window, code in zip(batch.windows, batch.codes):
        place = layers.polygon(source.footprint(window), source.crs)
        features.append(layers.feature(place, [patch_id(source, window), source.label, code]))
    return features


def style(layer: QgsVectorLayer, labels: Sequence[str]) -> None:
    """Style a layer of footprints: by label where there are labels."""
    styles.style(layer, "footprints")
    if not 0 < len(labels) <= MOST_COLOURS:
        return
    plain = layer.renderer().symbol()
    shown = [(label, label, _colour(number)) for number, label in enumerate(labels)]
    shown.append(("", tr("no label"), QColor("#999999")))
    categories = [
        QgsRendererCategory(value, _coloured(plain, colour), title)
        for value, title, colour in shown
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("label", categories))
    styles.speak(layer)
    layer.triggerRepaint()


def _colour(number: int) -> QColor:
    return QColor.fromHsv(number * TURN % 360, 190 if number % 2 else 140, 215)


def _coloured(plain: QgsSymbol, colour: QColor) -> QgsSymbol:
    symbol = plain.clone()
    symbol.setColor(colour)
    return symbol
