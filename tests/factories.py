"""Small made-up things that tests of several rooms need, seeded."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lookalike.plugin.core import bits, index_writer
from lookalike.plugin.core.index import About, Index
from lookalike.plugin.core.index_format import Column
from lookalike.plugin.core.index_writer import Contents
from lookalike.plugin.core.source import BandFile, Radiometry, Source

CARD = {
    "name": "tiny",
    "bands": ["B04", "B03", "B02"],
    "patch_size": 64,
    "gsd": 10.0,
    "bits": 128,
    "embedding": 8,
}
SOURCES = 5


def make_source(number=0, **changes):
    """One scene of 640 × 640 px in the Alps; each number lies 10 km further east."""
    values = {
        "name": f"scene_{number}",
        "bands": {b: BandFile(f"scene_{number}.tif", i) for i, b in enumerate(CARD["bands"], 1)},
        "crs": "EPSG:32632",
        "transform": (500_000.0 + 10_000 * number, 10.0, 0.0, 5_200_000.0, 0.0, -10.0),
        "size": (640, 640),
        "radiometry": Radiometry("s2", 0.0001, 0.0),
    }
    return Source(**{**values, **changes})


def make_index(contents):
    """An index of these contents that was never a file."""
    arrays = index_writer._arrays(contents)
    columns = {name: Column(a.dtype.str, a.shape, None) for name, a in arrays.items()}
    state = ("made.h5", -1, -1)
    index = Index(Path(state[0]), len(arrays["lon"]), 64 * len(contents.words), columns, state)
    index._read = arrays
    return index


def make_contents(rows=50, bits_=128, seed=0, **about):
    """An index of random codes in `SOURCES` scenes, patches side by side."""
    random = np.random.default_rng(seed)
    number = np.arange(rows)
    values = {
        "name": "Small",
        "created": "2026-01-01T00:00:00",
        "software": "lookalike tests",
        "archive": "",
        "card": {**CARD, "bits": bits_},
        "model_digest": "0" * 64,
        "labels": ("Forest", "Lake", "Town"),
        "readings": ("s2",),
    }
    return Contents(
        about=About(**{**values, **about}),
        words=bits.columns(bits.pack(random.random((rows, bits_)) > 0.5)),
        rows={
            "source": (number % SOURCES).astype("<u4"),
            "col": (number // SOURCES % 10 * 64).astype("<i4"),
            "row": (number // SOURCES // 10 * 64).astype("<i4"),
            "lon": (9 + number * 0.0084).astype("<f4"),
            "lat": np.full(rows, 46.95, "<f4"),
            "label": (number % 3).astype("<u2"),
            "time": (1_590_998_400 + 7_200 + number % 60).astype("<i8"),
        },
        sources=[make_source(i) for i in range(SOURCES)],
        window_size=np.full((SOURCES, 2), 64),
    )
