"""Hits as files: GeoPackage, GeoJSON or CSV, with the query beside them. Runs in any thread."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsLayerMetadata,
    QgsVectorLayer,
)

from .. import layers
from ..core.examples import to_fields
from ..core.hits import Hits
from ..words import tr
from . import vector_file


def file_filter() -> str:
    """Return the kinds of file, as a dialog wants them."""
    return ";;".join(
        (tr("GeoPackage (*.gpkg)"), tr("GeoJSON (*.geojson)"), tr("Text, comma-separated (*.csv)"))
    )


def with_extension(path: str, chosen: str, extensions: Sequence[str]) -> str:
    """Give a file name the extension of the kind that was chosen, unless it has a known one."""
    if Path(path).suffix.lower() in extensions:
        return path
    meant = next((one for one in extensions if f"*{one}" in chosen), extensions[0])
    return path + meant


def description(hits: Hits) -> dict[str, Any]:
    """Return the query in plain values: enough to ask it again."""
    return {
        "index": hits.index_name,
        "index_files": [Path(path).name for path in hits.request.indexes],
        "bits": hits.bits,
        "hits": len(hits.hits),
        "examples": [{**to_fields(one.by_place), "name": one.id} for one in hits.asked],
        "filters": hits.request.filters.to_fields(),
        "keep_overlapping": hits.request.keep_overlapping,
        "reading": hits.reading,
        "notice": hits.notice,
    }


def save_hits(path: str, hits: Hits) -> None:
    """Write hits as a file, in longitude and latitude.

    Parameters
    ----------
    path : str
        Its extension says which kind; an existing file is replaced, of a GeoPackage only the
        layer of hits.
    hits : Hits

    Raises
    ------
    UnwritableError
    """
    extension = Path(path).suffix.lower()
    options = {
        ".csv": ["GEOMETRY=AS_WKT"],
        ".geojson": [f"DESCRIPTION={json.dumps(description(hits))}", "RFC7946=YES"],
    }.get(extension, [])
    layer = _layer(layers.features_of(hits).hits, hits)
    vector_file.write(path, layer, "similar_places", options)


def _layer(features: Iterable[QgsFeature], hits: Hits) -> QgsVectorLayer:
    layer = layers.new_layer("hits", tr("Similar places"), layers.FIELDS)
    layer.dataProvider().addFeatures(list(features))
    metadata = QgsLayerMetadata()
    metadata.setTitle(tr("Places similar to {names}").format(names=_names(hits)))
    metadata.setAbstract(json.dumps(description(hits), indent=1))
    metadata.setKeywords({"software": ["Lookalike"]})
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    return layer


def _names(hits: Hits) -> str:
    return ", ".join(one.id for one in hits.asked if one.example.wanted)
