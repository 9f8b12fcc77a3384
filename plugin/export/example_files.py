"""Examples as a GeoPackage, so that somebody else goes on with them. Runs in any thread."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
)

from .. import layers
from ..core.errors import FileMissingError, NotExamplesError
from ..core.examples import Example, from_fields, to_fields
from ..core.hits import Asked
from ..core.index import About
from ..core.relocation import Kept
from ..words import tr
from . import vector_file

LAYER = "examples"
FIELDS = (
    *layers.QUERY_FIELDS,  # which the style of examples goes by
    "label:string",
    "lon:double",
    "lat:double",
    "raster:string",  # that it was drawn on; empty for an indexed patch
    "index:string",
    "model:string",
    "example:string",  # all that is needed to ask with it again, as JSON
)


def file_filter() -> str:
    """Return the kind of file, as a dialog wants it."""
    return tr("Examples (*.gpkg)")


def save(path: str, examples: Sequence[Asked], about: About) -> None:
    """Write examples: where they lie, what they are, and what they were made with.

    Parameters
    ----------
    path : str
        Other layers of an existing GeoPackage stay.
    examples : sequence of Asked
    about : About
        Of the index that they were asked in.

    Raises
    ------
    UnwritableError
    """
    layer = layers.new_layer("query", tr("Examples"), FIELDS, "MultiPolygon")
    layer.dataProvider().addFeatures(
        [_feature(n, one, about) for n, one in enumerate(examples, start=1)]
    )
    metadata = QgsLayerMetadata()
    metadata.setTitle(tr("Examples for {index}").format(index=about.name))
    model, layer_digest = about.code_space
    made_with = {"index": about.name, "model": about.card.get("name", "")}
    made_with.update(model_sha256=model, layer_sha256=layer_digest)
    metadata.setAbstract(json.dumps(made_with, indent=1))
    metadata.setKeywords({"software": ["Lookalike"]})
    metadata.setCrs(layer.crs())
    layer.setMetadata(metadata)
    vector_file.write(path, layer, LAYER)


def _feature(number: int, asked: Asked, about: About) -> QgsFeature:
    polygons = [layers.polygon(*one) for one in asked.footprints]
    place = QgsGeometry.collectGeometry(polygons)
    example = asked.by_place
    values = [number, int(example.wanted), asked.id, asked.label, asked.lon, asked.lat]
    values += [getattr(example, "path", ""), about.name, about.card.get("name", "")]
    return layers.feature(place, [*values, json.dumps(to_fields(example))])


def load(path: str) -> list[Kept]:
    """Read examples; a raster that is not where it was is looked for beside the file.

    The sign is that of the table, where the user may have changed it.

    Raises
    ------
    FileMissingError, NotExamplesError
    """
    if not Path(path).is_file():
        raise FileMissingError(path=path)
    stored = vector_file.read(path, LAYER)
    if stored is None:
        raise NotExamplesError(path=path)
    try:
        return [_kept(one, Path(path).parent) for one in stored]
    except (KeyError, TypeError, ValueError):
        raise NotExamplesError(path=path) from None


def _kept(feature: Mapping[str, Any], folder: Path) -> Kept:
    example = from_fields(json.loads(feature["example"]))
    example = dataclasses.replace(example, wanted=bool(feature["wanted"]))
    texts = (str(feature[name] or "") for name in ("id", "label"))
    lon, lat = (
        np.nan if feature[name] is None else float(feature[name]) for name in ("lon", "lat")
    )
    return Kept(_beside(example, folder), *texts, lon, lat)


def _beside(example: Example, folder: Path) -> Example:
    """Let a drawn example be of the raster beside its file, where its own is not there."""
    path = getattr(example, "path", "")
    beside = folder / re.split(r"[\\/]", path)[-1]
    if not path or Path(path).exists() or not beside.is_file():
        return example
    return dataclasses.replace(example, path=str(beside))  # type: ignore[call-arg]
