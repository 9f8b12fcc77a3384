"""Names that moved between QGIS 3.28 and 4."""

from __future__ import annotations

from qgis.core import Qgis, QgsMapLayerProxyModel, QgsWkbTypes

_types = getattr(Qgis, "GeometryType", None)  # since 3.30
POINT = _types.Point if _types else QgsWkbTypes.GeometryType.PointGeometry
POLYGON = _types.Polygon if _types else QgsWkbTypes.GeometryType.PolygonGeometry

_filters = getattr(Qgis, "LayerFilter", None) or QgsMapLayerProxyModel.Filter  # since 3.34
RASTER_LAYERS = _filters.RasterLayer
