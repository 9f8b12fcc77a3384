"""Hits as styled map layers, and the one place that transforms coordinates.

What takes a layer or a project runs in the interface's thread; `features_of` runs in the worker.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from . import styles
from .core import places, raster
from .core.errors import (
    LookalikeError,
    NoCrsError,
    NoFileLayerError,
    NoPatchHereError,
    NoRasterError,
    OutsideRasterError,
)
from .core.examples import MOST_PATCHES, Bands, BoxExample, PlaceExample
from .core.hits import Hits
from .words import tr

WGS84 = "EPSG:4326"
MARK = "lookalike/role"  # custom property that a layer is found by
FIELDS = (
    "rank:integer",
    "distance:double",  # the one that orders: weighted by the query's logits where it has any
    "similarity:double",  # in percent
    "id:string",
    "label:string",
    "date:string",
    "source:string",
    "row:int8",
    "hamming:integer",
    "example:string",  # that it is nearest to
    "index:string",  # name of the file that it is a row of
)
PART = 250  # polygons that are made in one call of QGIS, in which no other thread gets a turn
_LITTLE_ENDIAN, _WKB_POLYGON, _WKB_MULTIPOLYGON = 1, 3, 6
QUERY_FIELDS = ("number:integer", "wanted:integer", "id:string")


# -- what the user points at → examples ---------------------------------------------------------


def raster_file(layer: QgsMapLayer | None) -> str:
    """Return the file that a raster layer's pixels are in, as GDAL names it.

    Raises
    ------
    NoRasterError
        If it is no raster layer.
    NoFileLayerError
        If its pixels come from elsewhere.
    """
    if not isinstance(layer, QgsRasterLayer):
        raise NoRasterError
    provider = layer.dataProvider()
    path = (provider.dataSourceUri() if provider else layer.source()).split("|")[0]
    name = layer.providerType()
    remote = path.startswith(("/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "http:", "https:", "<"))
    if name != "gdal" or remote:
        raise NoFileLayerError(layer=layer.name(), provider=tr("the network") if remote else name)
    return path


def rasters() -> dict[str, QgsRasterLayer]:
    """Return the project's raster layers by their files, the topmost first."""
    found: dict[str, QgsRasterLayer] = {}
    for layer in QgsProject.instance().layerTreeRoot().layerOrder():
        with suppress(LookalikeError):  # no raster, or none of this machine
            found.setdefault(raster_file(layer), layer)
    return found


def place_example(
    point: QgsPointXY, crs: QgsCoordinateReferenceSystem, tolerance: float, index: str
) -> PlaceExample:
    """Make the example of a click that means the nearest indexed patch.

    Parameters
    ----------
    point, crs
        Of the canvas.
    tolerance : float
        In units of the canvas's CRS; becomes metres at this place.
    index : str
        Name of the index, for the message.

    Raises
    ------
    NoPatchHereError
        If the point has no place on the Earth.
    """
    transform = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(WGS84), QgsProject.instance()
    )
    try:
        centre, *around = (
            transform.transform(QgsPointXY(point.x() + dx, point.y() + dy))
            for dx, dy in ((0, 0), (tolerance, 0), (0, tolerance))
        )
    except QgsCsException:
        raise NoPatchHereError(name=index) from None
    east, north = places.offsets(
        centre.x(),
        centre.y(),
        np.array([one.x() for one in around]),
        np.array([one.y() for one in around]),
    )
    metres = float(np.hypot(east, north).max())
    if not np.isfinite([centre.x(), centre.y(), metres]).all():
        raise NoPatchHereError(name=index)
    return PlaceExample(centre.x(), centre.y(), metres)


def box_example(
    box: QgsRectangle,
    crs: QgsCoordinateReferenceSystem,
    layer: QgsMapLayer | None,
    radiometry: str | None = None,
    most: int = MOST_PATCHES,
    bands: Bands = None,
) -> BoxExample:
    """Make the example of a box drawn over a raster layer, or of a click: a box without extent.

    Raises
    ------
    NoRasterError, NoFileLayerError
        As `raster_file`.
    OutsideRasterError
        If the box has no place in the raster's CRS.
    """
    path = raster_file(layer)
    transform = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
    try:
        if box.width() or box.height():
            box = transform.transformBoundingBox(box)
            corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        else:
            centre = transform.transform(box.center())
            corners = (centre.x(), centre.y()) * 2
    except QgsCsException:
        raise OutsideRasterError(path=path) from None
    if not np.isfinite(corners).all():
        raise OutsideRasterError(path=path)
    return BoxExample(path, corners, bands, radiometry, most)


# -- hits → features, in the worker -------------------------------------------------------------


class Features(NamedTuple):
    """What goes into the layers: one feature a hit, one a patch of an example."""

    hits: Iterator[QgsFeature]
    query: list[QgsFeature]


def polygon(corners: npt.NDArray[np.float64], crs: str) -> QgsGeometry:
    """Make a polygon in degrees of corners (4, 2) in a CRS; empty where it has no place."""
    return next(polygons(corners[None], np.array([crs], object)))


def polygons(
    corners: npt.NDArray[np.float64], crs: npt.NDArray[np.object_]
) -> Iterator[QgsGeometry]:
    """Make polygons in degrees of corners (n, 4, 2), each in a CRS of its own (n,).

    Core transforms them, because a CRS of QGIS that a worker's thread was the first to ask for is
    broken for other threads when that one ends: they then leave coordinates as they are.
    """
    for start in range(0, len(crs), PART):
        part = slice(start, start + PART)
        there = _in_degrees(corners[part], crs[part])
        together = QgsGeometry()
        together.fromWkb(_multipolygon(there))
        has_place = np.isfinite(there).all((1, 2)).tolist()
        for geometry, placed in zip(together.asGeometryCollection(), has_place):
            yield geometry if placed else QgsGeometry()  # such a hit stays in the list


def _in_degrees(
    corners: npt.NDArray[np.float64], crs: npt.NDArray[np.object_]
) -> npt.NDArray[np.float64]:
    """Transform corners (n, 4, 2); those without a place on the Earth become infinite."""
    there = np.full(corners.shape, np.inf)
    for one in filter(None, dict.fromkeys(crs.tolist())):
        here = np.flatnonzero(crs == one)
        with suppress(NoCrsError):
            there[here] = raster.lonlat(one, corners[here]).reshape(-1, 4, 2)
    return there


def _multipolygon(corners: npt.NDArray[np.float64]) -> bytes:
    """Write polygons of corners (n, 4, 2) as well-known binary: QGIS takes them in one call."""
    polygons = np.empty(
        len(corners),
        [
            ("order", "u1"),
            ("type", "<u4"),
            ("rings", "<u4"),
            ("size", "<u4"),
            ("ring", "<f8", (5, 2)),
        ],
    )
    polygons["order"], polygons["type"] = _LITTLE_ENDIAN, _WKB_POLYGON
    polygons["rings"], polygons["size"] = 1, 5
    polygons["ring"] = corners[:, [0, 1, 2, 3, 0]]
    head = struct.pack("<BII", _LITTLE_ENDIAN, _WKB_MULTIPOLYGON, len(corners))
    return head + polygons.tobytes()


def features_of(hits: Hits) -> Features:
    """Make the features of an answer, in EPSG:4326, one by one; safe in any thread."""
    ranking = hits.hits
    places = polygons(ranking.column("footprint"), ranking.column("crs"))
    return Features(
        map(feature, places, _attributes(hits)),
        [
            feature(polygon(*one), [number, int(asked.example.wanted), asked.id])
            for number, asked in enumerate(hits.asked, start=1)
            for one in asked.footprints
        ],
    )


def _attributes(hits: Hits) -> Iterator[list[object]]:
    """Return the values of `FIELDS`, one list a hit."""
    ranking = hits.hits
    columns = (
        ranking.column("rank"),
        ranking.column("score").round(2),
        (ranking.column("similarity") * 100).round(4),
        *(ranking.column(name) for name in ("id", "label")),
        ranking.column("time").astype("U10"),  # the day
        *(ranking.column(name) for name in ("source", "index_row", "distance")),
        hits.example_names,
        _file_names(ranking.column("index")),
    )
    return map(list, zip(*(column.tolist() for column in columns)))


def _file_names(paths: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    names = {path: Path(path).name for path in dict.fromkeys(paths.tolist())}
    return np.array([names[path] for path in paths], object)


def feature(geometry: QgsGeometry, values: list[object]) -> QgsFeature:
    """Make a feature of a place and the values of its fields."""
    made = QgsFeature()
    made.setGeometry(geometry)
    made.setAttributes(values)
    return made


# -- layers of features ---------------------------------------------------------------------------


def new_layer(
    role: str, name: str, fields: Sequence[str], geometry: str = "Polygon"
) -> QgsVectorLayer:
    """Make an empty styled memory layer."""
    columns = "".join(f"&field={field}" for field in fields)
    columns = columns.replace(":string", ":string(0)")  # else no feature has 256 letters in one
    layer = QgsVectorLayer(f"{geometry}?crs={WGS84}{columns}", name, "memory")
    layer.setCustomProperty(MARK, role)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # no question when QGIS closes
    styles.style(layer, role)
    return layer


# -- looking at them ------------------------------------------------------------------------------


def extent_in(
    crs: QgsCoordinateReferenceSystem, edges: Iterable[float], margin: float = 1.0
) -> QgsRectangle | None:
    """Transform (west, south, east, north) in degrees to a canvas's CRS; None where it has none.

    Parameters
    ----------
    crs
        Of the canvas.
    edges : 4 floats
    margin : float
        The factor that it is scaled by.
    """
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84), crs, QgsProject.instance()
    )
    try:
        west, south, east, north = edges
        east += 360 if west > east else 0  # across the antimeridian
        box = transform.transformBoundingBox(QgsRectangle(west, south, east, north))
    except QgsCsException:
        return None
    box.scale(margin)
    return box if box.isFinite() else None


def lonlat_box(
    box: QgsRectangle, crs: QgsCoordinateReferenceSystem
) -> tuple[float, float, float, float] | None:
    """Return west, south, east and north of an extent in degrees; None where it has no place.

    West is more than east where it reaches across the antimeridian.
    """
    transform = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(WGS84), QgsProject.instance()
    )
    try:
        found = transform.transformBoundingBox(box, Qgis.TransformDirection.Forward, True)
    except QgsCsException:
        return None
    if not (found.isFinite() and np.isfinite([found.xMinimum(), found.xMaximum()]).all()):
        return None
    west, east = found.xMinimum(), found.xMaximum()
    if -180 <= west <= east <= 180 or west > east:  # the latter across the antimeridian already
        west, east = max(west, -180.0), min(east, 180.0)
    elif east - west >= 360:
        west, east = -180.0, 180.0
    else:  # degrees that run on beyond 180
        west, east = ((edge + 180) % 360 - 180 for edge in (west, east))
    return west, max(found.yMinimum(), -90.0), east, min(found.yMaximum(), 90.0)


def lonlat_edges(
    corners: npt.NDArray[np.float64], crs: str
) -> tuple[float, float, float, float] | None:
    """Return west, south, east and north of a footprint in degrees; None where it has no place."""
    box = polygon(corners, crs).boundingBox()
    if box.isNull() or not box.isFinite():
        return None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()
