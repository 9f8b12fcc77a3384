"""Errors about a question: what is searched, with what, and where."""

from __future__ import annotations

from .base import LookalikeError


class IndexChangedError(LookalikeError):
    """The file is not the one any more that rows were looked up in."""

    sentence = (
        "The index {path} has changed since it was opened, and was opened again. "
        "If your last click or mark is not among the examples, repeat it."
    )


class RowError(LookalikeError):
    """An index row that is not there."""

    sentence = (
        "The index {path} has no patch {row}: patches are counted from 0, and it holds {rows}."
    )


class NoPatchHereError(LookalikeError):
    """A click on the map that is near no footprint."""

    sentence = "No indexed patch here. Click on or near a footprint of the index {name}."


class NotExamplesError(LookalikeError):
    """A file that holds no examples of ours."""

    sentence = (
        "{path} holds no examples of Lookalike. Choose a GeoPackage that was saved with "
        "Save examples."
    )


class LostExamplesError(LookalikeError):
    """Examples that are neither in the index nor on a raster of the project."""

    sentence = (
        "Not found again, neither in the index {index} nor on a raster of the project: {names}. "
        "Add an image of these places to the project, and load the examples once more."
    )


class NothingToSearchError(LookalikeError):
    """No index row is left to rank."""

    sentence = "The index {name} has no patch to search: {reason}."


class NothingInViewError(LookalikeError):
    """A similarity map is wanted of what the map shows, which is elsewhere."""

    sentence = (
        "The map shows no patch of the index, so there is no similarity map of it. It comes once "
        "you zoom to the index, or switch off “Only the part in view” in its menu."
    )


class NoIndexError(LookalikeError):
    """A query without an index."""

    sentence = "No index is open. Open one, or build one from your own images, under Index."


class NoRasterError(LookalikeError):
    """A query to draw, and no raster layer to draw on."""

    sentence = (
        "No raster layer is chosen to draw on. Add a Sentinel-2 image to the project "
        "and choose it under Query from."
    )


class NoSelectionError(LookalikeError):
    """A query from selected features, and no selection that could be meant."""

    sentence = (
        "No polygons or points are selected. Select some with QGIS's selection tools; where "
        "several layers have a selection, make the one that you mean active under Layers."
    )


class NoShapesError(LookalikeError):
    """A layer without anything to ask with."""

    sentence = (
        "{layer} has no polygons or points to ask with. Choose another layer; if you chose its "
        "selected features only, select some first."
    )


class NoLayerCrsError(LookalikeError):
    """A layer whose features have no place on the Earth."""

    sentence = (
        "The layer {layer} has no coordinate reference system, so its features have no place on "
        "the map. Set it first (Layer > Set CRS of Layer(s))."
    )


class TooManyFeaturesError(LookalikeError):
    """A query from more features than can be asked with."""

    sentence = (
        "{layer} has more than {most} features to ask with. Select fewer, and ask with the "
        "selected ones only."
    )


class TooManyShapesError(LookalikeError):
    """A layer with more polygons than an area can have."""

    sentence = (
        "{layer} has more than {most} polygons. Select those that hits may lie in, then choose "
        "the layer again."
    )


class TooManyCornersError(LookalikeError):
    """A layer whose polygons are too detailed for an area, even as exact as patches need them."""

    sentence = (
        "The polygons of {layer} have more than {most} corners. Select those that hits may lie "
        "in, then choose the layer again."
    )


class NoAreaError(LookalikeError):
    """A layer that is no area."""

    sentence = (
        "No polygon of {layer} lies anywhere on the Earth. Check its coordinate reference system, "
        "or choose another layer."
    )
