"""Names that moved between QGIS 3.28 and 4."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayerProxyModel, QgsUnitTypes, QgsWkbTypes
from qgis.PyQt.QtCore import Qt

_types = getattr(Qgis, "GeometryType", None)  # since 3.30
POINT = _types.Point if _types else QgsWkbTypes.GeometryType.PointGeometry
POLYGON = _types.Polygon if _types else QgsWkbTypes.GeometryType.PolygonGeometry
_units = getattr(Qgis, "DistanceUnit", None)  # since 3.30
METRES = _units.Meters if _units else QgsUnitTypes.DistanceUnit.DistanceMeters


def flag_number(flag: object) -> int:
    """Return a flag as the plain number that some calls want; Qt 6 has no int() of them."""
    return int(getattr(flag, "value", flag))


WITH_CHILDREN = Qt.ShortcutContext.WidgetWithChildrenShortcut

_filters = getattr(Qgis, "LayerFilter", None) or QgsMapLayerProxyModel.Filter  # since 3.34
RASTER_LAYERS = _filters.RasterLayer
