"""The layers that answers are shown in: a group of their own in the project's layer tree.

They are found again by a custom property, so the user may rename and move them, and made anew
where the user removed them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from . import styles
from .core import sentinel2
from .core.hits import Hits
from .filling import Filling, Slices, sliced
from .layers import FIELDS, MARK, QUERY_FIELDS, features_of, new_layer

TRUE_COLOUR = ("B04", "B03", "B02")
ROLES = ("query", "hits", "kept", "similarity")  # from top to bottom


class Ready(NamedTuple):
    """The features of an answer, ready to go into the layers."""

    hits: Slices
    query: Slices
    count: int


def ready(hits: Hits) -> Ready:
    """Make the features of an answer; safe in any thread."""
    features = features_of(hits)
    return Ready(sliced(features.hits), sliced(features.query), len(hits.hits))


class ResultLayers:
    """The layers of the last answer: hits, styled by similarity, and the query's own patches."""

    def __init__(self) -> None:
        self._hits = 0
        self._labelled = True
        self._filling = {role: Filling() for role in ("hits", "query")}

    def show(self, answer: Ready) -> None:
        """Put an answer in place of the last one."""
        hits = self._layer("hits", FIELDS)
        query = self._layer("query", QUERY_FIELDS)
        hits.setSubsetString("")
        self._hits = answer.count
        self._filling["hits"].fill(hits, answer.hits)
        self._filling["query"].fill(query, answer.query)

    def limit(self, count: int) -> None:
        """Show only so many of the best hits; the others stay in the layer."""
        layer = find("hits")
        if layer is not None:
            subset = f'"rank" <= {count}'
            # None are hidden: no filter sign in the layer tree.
            layer.setSubsetString("" if count >= self._hits else subset)

    def label(self, on: bool) -> None:
        """Write the ranks beside the hits, or not."""
        self._labelled = on
        layer = find("hits")
        if layer is not None:
            layer.setLabelsEnabled(on)
            layer.triggerRepaint()

    def clear(self) -> None:
        """Empty the layers, where there are any."""
        for role, filling in self._filling.items():
            if layer := find(role):
                filling.fill(layer, [])

    def stop(self) -> None:
        """Leave the layers as they are."""
        for filling in self._filling.values():
            filling.stop()

    def find(self, role: str) -> QgsMapLayer | None:
        """Find the layer of a role in the project; see `find`."""
        return find(role)

    def _layer(self, role: str, fields: Sequence[str]) -> QgsVectorLayer:
        layer = find(role)
        if layer is None or not layer.isValid():
            layer = new_layer(role, styles.name_of(role), fields)
            layer.setLabelsEnabled(layer.labelsEnabled() and self._labelled)
            add(layer, role)
        return layer


# -- files as layers ------------------------------------------------------------------------------


def add_kept(path: str, name: str) -> None:
    """Add a file of hits as a layer that stays."""
    layer = QgsVectorLayer(path, name, "ogr")
    styles.style(layer, "hits")
    layer.setLabelsEnabled(False)  # those of the last hits are read
    add(layer, "kept").setExpanded(False)


def image_layer(path: str, name: str) -> QgsRasterLayer:
    """Make a layer of an image, in true colour where its bands say which they are."""
    layer = QgsRasterLayer(path, name)
    # QGIS names them "Band 4: red", or "Band 4" where they have no description.
    named = [layer.bandName(1 + band).partition(": ")[2] for band in range(layer.bandCount())]
    numbers = sentinel2.numbers_by_name(named)
    if all(band in numbers for band in TRUE_COLOUR):
        colours = [numbers[band] for band in TRUE_COLOUR]
        layer.setRenderer(QgsMultiBandColorRenderer(layer.dataProvider(), *colours))
        layer.setDefaultContrastEnhancement()
    return layer


def show_similarity(path: str) -> None:
    """Show a file as the similarity map, in place of the one before."""
    is_raster = path.endswith(".tif")
    layer = find("similarity")
    if layer is not None and isinstance(layer, QgsRasterLayer) == is_raster:
        layer.setDataSource(path, layer.name(), layer.providerType())
        layer.triggerRepaint()
        return
    name = styles.name_of("similarity")
    other = QgsRasterLayer(path, name) if is_raster else QgsVectorLayer(path, name, "ogr")
    style_similarity(other)
    if layer is None:
        add(other, "similarity")
    else:
        _put_in_place(other, "similarity", layer)


def style_similarity(layer: QgsMapLayer) -> None:
    """Style a similarity map, of cells or of footprints."""
    kind = "raster" if isinstance(layer, QgsRasterLayer) else "footprints"
    styles.style(layer, f"similarity-{kind}")


def remove_similarity() -> None:
    """Take the similarity map away."""
    layer = find("similarity")
    if layer is not None:
        QgsProject.instance().removeMapLayer(layer.id())


# -- the group ------------------------------------------------------------------------------------


def find(role: str) -> QgsMapLayer | None:
    """Find the layer of a role in the project: ``query``, ``hits`` or ``similarity``."""
    for layer in QgsProject.instance().mapLayers().values():
        if layer.customProperty(MARK) == role:
            return layer
    return None


def add(layer: QgsMapLayer, role: str) -> QgsLayerTreeNode:
    """Add a layer to the group, in the order of `ROLES`; the newest of a role comes first."""
    _take_in(layer, role)
    group = _group()
    below = (n for n, child in enumerate(group.children()) if _depth(child) >= ROLES.index(role))
    return group.insertLayer(next(below, len(group.children())), layer)


def add_below(layer: QgsMapLayer) -> None:
    """Add a layer that the group is to be seen on: right below it."""
    QgsProject.instance().addMapLayer(layer, False)
    group = _group()
    around = group.parent()
    around.insertLayer(around.children().index(group) + 1, layer)


def _put_in_place(layer: QgsMapLayer, role: str, of: QgsMapLayer) -> None:
    """Add a layer where another one is, as visible as that, which goes."""
    _take_in(layer, role)
    layer.setOpacity(of.opacity())
    node = QgsProject.instance().layerTreeRoot().findLayer(of.id())
    group = node.parent()
    put = group.insertLayer(group.children().index(node), layer)
    put.setItemVisibilityChecked(node.itemVisibilityChecked())
    put.setExpanded(node.isExpanded())
    QgsProject.instance().removeMapLayer(of.id())


def _take_in(layer: QgsMapLayer, role: str) -> None:
    layer.setCustomProperty(MARK, role)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # no question when QGIS closes
    QgsProject.instance().addMapLayer(layer, False)


def _depth(node: QgsLayerTreeNode) -> int:
    """Place in `ROLES`; above all for what the user put there."""
    layer = node.layer() if hasattr(node, "layer") else None
    role = layer.customProperty(MARK) if layer else None
    return ROLES.index(role) if role in ROLES else -1


def _group() -> QgsLayerTreeGroup:
    root = QgsProject.instance().layerTreeRoot()
    for group in root.findGroups(True):
        if group.customProperty(MARK) == "group":
            return group
    group = root.insertGroup(0, "Lookalike")
    group.setCustomProperty(MARK, "group")
    return group
