"""What one example contributes to a query: the bits of an indexed patch, or logits of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import bits, places, raster
from .columns import patch_id
from .cover import cover_outline
from .errors import NoDataError, NoPatchHereError
from .examples import AreaExample, BoxExample, PlaceExample, RowExample
from .grid import Cover, cover_box, middles
from .hashing import layer_of
from .hits import Asked, Footprint
from .index import Index
from .model import HashModel, ModelCard
from .saying import say
from .source import Source, Window


class Evidence(NamedTuple):
    """One example, as it was understood.

    Attributes
    ----------
    asked : Asked
    bits : (K,) array of bool, or None
        Of a single indexed patch.
    logits : (m, K) array, or None
        Of m patches that were drawn, or indexed ones of an area: for those, 1 and -1.
    centres : (m, 2) array
        Longitude and latitude of its patches; empty where they have no place.
    rows : (n,) array of int
        Indexed patches that it consists of.
    reading, notice : str
        How the numbers of what was drawn were understood, and what to doubt.
    looks_offset : bool
        See `Hits`.
    """

    asked: Asked
    bits: npt.NDArray[np.bool_] | None
    logits: npt.NDArray[np.floating] | None
    centres: npt.NDArray[np.floating]
    rows: npt.NDArray[np.integer] = np.zeros(0, np.int64)
    reading: str = ""
    notice: str = ""
    looks_offset: bool = False

    @property
    def wanted(self) -> bool:
        """Whether hits are to be like it."""
        return self.asked.example.wanted

    @property
    def mean(self) -> npt.NDArray[np.floating] | None:
        """Mean logits of its patches: (K,)."""
        return None if self.logits is None else self.logits.mean(axis=0)

    @property
    def signs(self) -> npt.NDArray[np.bool_]:
        """Its bits, those of the mean where it has logits: (K,)."""
        if self.bits is not None:
            return self.bits
        positive: npt.NDArray[np.bool_] = np.asarray(self.mean) > 0
        return positive

    def each(self) -> Iterator[Evidence]:
        """Take its patches one by one."""
        if self.logits is None:
            yield self
        else:
            yield from (self._replace(logits=one[None]) for one in self.logits)


# -- indexed patches --------------------------------------------------------------------------


def of_patch(example: RowExample | PlaceExample, index: Index) -> Evidence:
    """Look up an indexed patch."""
    row = example.row if isinstance(example, RowExample) else _row_at(example, index)
    source, window = index.place(row)
    lon, lat = (float(index.column(name)[row]) for name in ("lon", "lat"))
    footprint = Footprint(source.footprint(window), source.crs)
    name, label = patch_id(source, window), index.label(row)
    return Evidence(
        asked=Asked(example, row, name, label, lon, lat, (footprint,)),
        bits=bits.unpack(index.code(row)[None, :])[0],
        logits=None,
        centres=np.array([[lon, lat]]),
        rows=np.array([row]),
    )


def of_area(example: AreaExample, index: Index, most: int) -> Evidence:
    """Look up the indexed patches of an area; of more than `most` take a regular sample."""
    rows = _rows_in(example, index)
    if not len(rows):
        raise NoPatchHereError(name=index.about.name)
    sampled = len(rows) > most
    taken = rows[middles(len(rows), most)] if sampled else rows
    whole = len(rows) if sampled else 0
    centres = np.stack([index.column(name)[taken] for name in ("lon", "lat")], axis=1)
    lon, lat = centres.mean(axis=0, dtype=np.float64).tolist()
    patches = [index.place(row) for row in taken.tolist()]
    footprints = tuple(Footprint(one.footprint(window), one.crs) for one, window in patches)
    signs = bits.unpack(bits.take(index.words, taken))
    name = index.about.name
    return Evidence(
        asked=Asked(example, None, name, "", lon, lat, footprints, whole),
        bits=None,
        logits=np.where(signs, np.float32(1), np.float32(-1)),
        centres=centres,
        rows=rows,
    )


def _rows_in(example: AreaExample, index: Index) -> npt.NDArray[np.integer]:
    outline = example.outline
    lons, lats = index.column("lon"), index.column("lat")
    found = [np.zeros(0, np.int64)]
    if outline.polygons:
        found.append(np.flatnonzero(outline.holds(np.stack([lons, lats], axis=1))))
    for lon, lat in outline.points:
        row, distance = places.nearest_square(lon, lat, lons, lats, index.about.patch_metres)
        found.append(np.array([row] if distance <= example.tolerance else [], np.int64))
    return np.unique(np.concatenate(found))


def _row_at(example: PlaceExample, index: Index) -> int:
    row, distance = places.nearest_square(
        example.lon,
        example.lat,
        index.column("lon"),
        index.column("lat"),
        index.about.patch_metres,
    )
    if not distance <= example.tolerance:  # a place that is no number is far from all
        raise NoPatchHereError(name=index.about.name)
    return _row_called(example.id, row, index) if example.id else row


def _row_called(name: str, row: int, index: Index) -> int:
    """Of the rows at the same place as one, the row of that id; itself where none has it."""
    same = np.flatnonzero(
        (index.column("lon") == index.column("lon")[row])
        & (index.column("lat") == index.column("lat")[row])
    )
    called = (int(one) for one in same if patch_id(*index.place(int(one))) == name)
    return next(called, row)


# -- patches of a raster ----------------------------------------------------------------------


def of_drawn(
    example: BoxExample, reader: raster.SourceReader, model: HashModel, index: Index, most: int
) -> Evidence:
    """Read and encode what was drawn on a raster; of more patches than `most` a regular sample."""
    source = reader.source
    cover = _cover(example, source, model.card, most)
    windows, patches = _read(reader, cover.windows, model)
    encoded = model.encode(patches)
    layer = layer_of(index)
    footprints = tuple(Footprint(source.footprint(window), source.crs) for window in windows)
    centres = _centres(footprints, source.crs)
    lon, lat = centres.mean(axis=0).tolist() if len(centres) else (np.nan, np.nan)
    whole = cover.whole if len(cover.windows) < cover.whole else 0
    return Evidence(
        asked=Asked(example, None, source.name, "", lon, lat, footprints, whole),
        bits=None,
        logits=encoded.logits if layer is None else layer.logits(encoded.embeddings),
        centres=centres,
        reading=source.reading,
        notice=_reading_notice(source, index),
    )


def _cover(example: BoxExample, source: Source, card: ModelCard, most: int) -> Cover:
    if example.outline is not None:
        return cover_outline(source, example.outline, card.patch_size, card.gsd, most)
    box = example.box
    if box is None:
        width, height = source.size
        corners = source.to_map(np.array([(0, 0), (width, 0), (width, height), (0, height)]))
        box = (*corners.min(axis=0).tolist(), *corners.max(axis=0).tolist())
    return cover_box(source, *box, patch_size=card.patch_size, gsd=card.gsd, most=most)


def _centres(footprints: Sequence[Footprint], crs: str) -> npt.NDArray[np.float64]:
    if not crs:
        return np.zeros((0, 2))
    return raster.lonlat(crs, np.array([one.corners.mean(axis=0) for one in footprints]))


def _read(
    reader: raster.SourceReader, windows: Sequence[Window], model: HashModel
) -> tuple[list[Window], npt.NDArray[np.float32]]:
    """Read the windows that have data; NoDataError where none has."""
    read = list(reader.with_data(windows, model.card.bands, model.card.patch_size))
    if not read:
        raise NoDataError(path=reader.source.path)
    kept, patches = zip(*read)
    return list(kept), np.stack(patches)


def _reading_notice(source: Source, index: Index) -> str:
    """Say where the query's numbers are understood otherwise than the index's were."""
    if source.reading in index.about.readings or not index.about.readings:
        return ""
    return say(
        "The query's numbers are read as “{own}”, those of the index were read as “{others}”. "
        "If either is wrong, the ranking is meaningless.",
        own=source.reading,
        others=", ".join(index.about.readings),
    )
