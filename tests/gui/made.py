"""Made-up answers for widgets and layers."""

from __future__ import annotations

import dataclasses

import numpy as np

from lookalike.plugin.core.examples import QueryRequest, RowExample
from lookalike.plugin.core.hits import Asked, Footprint, Hit, Hits, Ranking
from lookalike.plugin.tasks import IndexSummary

SUMMARY = IndexSummary(
    paths=("/data/alps.h5",),
    name="Alps",
    rows=21_600,
    bits=128,
    sources=5,
    model="tiny",
    has_model=True,
    bands=("B04", "B03", "B02"),
    adapted=False,
    labels=("Forest", "Lake"),
    readings=("s2",),
    extent=(9.0, 46.0, 10.0, 47.0),
)


def square(x, y, side=640.0):
    return np.array([(x, y), (x + side, y), (x + side, y - side), (x, y - side)])


def make_hit(rank=1, **changes):
    """A hit in the Alps, each rank 10 km further east."""
    values = {
        "rank": rank,
        "row": 100 + rank,
        "index": "/data/alps.h5",
        "index_row": 100 + rank,
        "distance": rank,
        "score": rank + 0.25,
        "similarity": 1 - rank / 1000,
        "example": 0,
        "id": f"scene@{rank}",
        "label": "Forest",
        "time": "2020-06-01T10:00:00",
        "source": "scene.tif",
        "source_name": "scene",
        "lon": 9.0,
        "lat": 46.9,
        "crs": "EPSG:32632",
        "footprint": square(500_000 + 10_000 * rank, 5_200_000),
    }
    return Hit(**{**values, **changes})


def ranking(hits):
    """The columns of some hits."""
    hits = list(hits)
    columns = {
        one.name: [getattr(hit, one.name) for hit in hits] for one in dataclasses.fields(Hit)
    }
    texts = {name for name, values in columns.items() if values and isinstance(values[0], str)}
    return Ranking({n: np.array(v, object if n in texts else None) for n, v in columns.items()})


def make_asked(example=RowExample(1), **changes):  # noqa: B008 - frozen
    values = {
        "example": example,
        "row": getattr(example, "row", None),
        "id": "scene@0",
        "label": "Lake",
        "lon": 9.0,
        "lat": 46.95,
        "footprints": (Footprint(square(500_000, 5_200_000), "EPSG:32632"),),
    }
    return Asked(**{**values, **changes})


def make_hits(count=3, **changes):
    values = {
        "request": QueryRequest(("/data/alps.h5",), (RowExample(1),), k=count),
        "index_name": "Alps",
        "bits": 128,
        "hits": [make_hit(rank) for rank in range(1, count + 1)],
        "asked": (make_asked(),),
        "searched": 21_600,
        "reading": "",
        "notice": "",
        "seconds": 0.004,
    }
    values.update(changes)
    return Hits(**{**values, "hits": ranking(values["hits"])})
