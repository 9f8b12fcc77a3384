"""Examples and filters in, ranked hits out: what happens between a click and the map."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import bits, filtering, grid, places, raster, search
from .archive import source_from_file
from .columns import patch_id
from .errors import ModelMissingError, NoDataError, NoPatchHereError, NothingToSearchError
from .examples import BoxExample, Example, PlaceExample, QueryRequest, RowExample
from .filters import Filters
from .hashing import layer_of
from .hits import Asked, Footprint, Hits, ranking_of
from .index import Index
from .joined import join
from .model import HashModel, find_model
from .search import Progress
from .similarity import similarity
from .similarity_map import Everywhere
from .source import Source, Window


class _Evidence(NamedTuple):
    """What one example contributes: bits of an indexed patch, or logits of drawn ones."""

    asked: Asked
    bits: npt.NDArray[np.bool_] | None
    logits: npt.NDArray[np.floating] | None
    centres: npt.NDArray[np.floating]
    reading: str = ""
    notice: str = ""

    @property
    def wanted(self) -> bool:
        return self.asked.example.wanted


class QuerySession:
    """What successive queries share: the open index, the model, the open raster.

    Belongs to one thread, as open rasters do.
    """

    def __init__(self) -> None:
        self._index: Index | None = None
        self._stamp: tuple[tuple[str, int, int], ...] = ()
        self._model: HashModel | None = None
        self._reader: raster.SourceReader | None = None
        self._drawn: tuple[object, ...] | None = None
        self._passed: tuple[object, Filters, search.Mask | None] | None = None

    def close(self) -> None:
        """Close the raster and forget index and model."""
        if self._reader is not None:
            self._reader.close()
        if self._index is not None:
            self._index.close()
        self.__init__()  # type: ignore[misc]

    def answer(self, request: QueryRequest, progress: Progress = None) -> Hits:
        """Answer one request.

        Raises
        ------
        LookalikeError
            Whatever is wrong with index, model, raster or place; the sentence is for the user.
        Cancelled
            If `progress` answered False.
        """
        start = time.perf_counter()
        index, evidence, passing = self._understood(request)
        code, logits = _combined(evidence, index)
        mask = _candidates(evidence, index, request, passing)
        find = partial(
            search.nearest, index.words, code, logits=logits, mask=mask, progress=progress
        )
        if request.filters.one_a_source:
            matches = _diverse(find, request.k, index)
        else:
            matches = find(min(request.k, index.rows))
        return Hits(
            request=request,
            index_name=index.about.name,
            bits=index.bits,
            hits=ranking_of(index, matches),
            asked=tuple(one.asked for one in evidence),
            searched=index.rows if passing is None else int(np.count_nonzero(passing)),
            reading=", ".join(dict.fromkeys(e.reading for e in evidence if e.reading)),
            notice=" ".join(dict.fromkeys(e.notice for e in evidence if e.notice)),
            seconds=time.perf_counter() - start,
        )

    def everywhere(self, request: QueryRequest, progress: Progress = None) -> Everywhere:
        """Say how similar each patch is that passes the filters, those of the query too.

        Raises
        ------
        LookalikeError, Cancelled
            As `answer`.
        """
        index, evidence, passing = self._understood(request)
        rows = np.arange(index.rows) if passing is None else np.flatnonzero(passing)
        if not len(rows):
            raise NothingToSearchError(name=index.about.name, reason="no patch passes the filters")
        scores = search.all_scores(index.words, *_combined(evidence, index), progress)
        return Everywhere(index, rows, similarity(scores[rows], index.column("pair_distances")))

    def _understood(
        self, request: QueryRequest
    ) -> tuple[Index, list[_Evidence], search.Mask | None]:
        """Open what is searched, and look up the examples and which rows pass the filters."""
        index = self._open(request.indexes)
        if not index.rows:
            raise NothingToSearchError(name=index.about.name, reason="it is empty")
        evidence = [self._evidence(example, index, request) for example in request.examples]
        return index, evidence, self._passing(request.filters, evidence, index)

    def _open(self, paths: Sequence[str]) -> Index:
        """Open the indexes, or keep the open ones while their files are the same."""
        found = [Index.open(path) for path in dict.fromkeys(paths)]
        # That was cheap, and has noticed a file that has gone; this notices one that changed.
        states = [(index.path, index.path.stat()) for index in found]
        stamp = tuple((str(path), state.st_size, state.st_mtime_ns) for path, state in states)
        if self._index is None or stamp != self._stamp:
            if self._index is not None:
                self._index.close()
            self._index, self._stamp = join(found), stamp
        return self._index

    def _passing(
        self, wanted: Filters, evidence: Sequence[_Evidence], index: Index
    ) -> search.Mask | None:
        """Rows that pass the filters; what does not hang on the examples is kept for the next."""
        lasting = dataclasses.replace(wanted, kilometres=0.0, one_a_source=False)
        if self._passed is None or self._passed[:2] != (self._stamp, lasting):
            self._passed = (self._stamp, lasting, filtering.mask(lasting, index))
        passing = self._passed[2]
        if wanted.kilometres > 0:
            centres = np.concatenate([e.centres for e in evidence])
            far = filtering.far_from(centres, index, wanted.kilometres)
            passing = far if passing is None else passing & far
        return passing

    def _open_model(self, index: Index, folders: Sequence[str]) -> HashModel:
        digest = index.about.model_digest
        if self._model is None or self._model.digest != digest:
            path = find_model(digest, folders)
            if path is None:
                raise ModelMissingError(index=index.about.name, wanted=index.about.card["name"])
            self._model = HashModel.open(path)
        return self._model

    def _evidence(self, example: Example, index: Index, request: QueryRequest) -> _Evidence:
        if isinstance(example, BoxExample):
            return self._drawn_evidence(example, index, request.model_folders)
        row = example.row if isinstance(example, RowExample) else _row_at(example, index)
        source, window = index.place(row)
        lon, lat = (float(index.column(name)[row]) for name in ("lon", "lat"))
        footprint = Footprint(source.footprint(window), source.crs)
        name, label = patch_id(source, window), index.label(row)
        return _Evidence(
            asked=Asked(example, row, name, label, lon, lat, (footprint,)),
            bits=bits.unpack(index.code(row)[None, :])[0],
            logits=None,
            centres=np.array([[lon, lat]]),
        )

    def _drawn_evidence(
        self, example: BoxExample, index: Index, folders: Sequence[str]
    ) -> _Evidence:
        model = self._open_model(index, folders)
        reader = self._open_raster(example, model)
        source, card = reader.source, model.card
        windows = grid.windows_in_box(
            source, *example.box, patch_size=card.patch_size, gsd=card.gsd, most=example.most
        )
        windows, patches = _read(reader, windows, model)
        encoded = model.encode(patches)
        layer = layer_of(index)
        logits = encoded.logits if layer is None else layer.logits(encoded.embeddings)
        footprints = tuple(Footprint(source.footprint(window), source.crs) for window in windows)
        centres = np.array([one.corners.mean(axis=0) for one in footprints])
        centres = raster.lonlat(source.crs, centres)
        lon, lat = centres.mean(axis=0).tolist()
        return _Evidence(
            asked=Asked(example, None, source.name, "", lon, lat, footprints),
            bits=None,
            logits=logits.mean(axis=0),
            centres=centres,
            reading=source.reading,
            notice=_reading_notice(source, index),
        )

    def _open_raster(self, example: BoxExample, model: HashModel) -> raster.SourceReader:
        """Keep the raster open while queries come from the same file, read the same way."""
        bands = tuple(sorted(example.bands.items())) if example.bands else None
        drawn = (example.path, bands, example.radiometry, model.digest)
        if self._reader is None or drawn != self._drawn:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
            source = source_from_file(
                example.path,
                wanted=model.card.bands,
                bands=example.bands,
                radiometry=example.radiometry,
            )
            self._reader, self._drawn = raster.SourceReader(source), drawn
        return self._reader


def _read(
    reader: raster.SourceReader, windows: Sequence[Window], model: HashModel
) -> tuple[list[Window], npt.NDArray[np.float32]]:
    """Read the windows that have data; NoDataError where none has."""
    card = model.card
    kept, patches = [], []
    for window in windows:
        reflectance, valid = reader.patch(window, card.bands, card.patch_size)
        if valid >= raster.LEAST_DATA:
            kept.append(window)
            patches.append(reflectance)
    if not kept:
        raise NoDataError(path=reader.source.path)
    return kept, np.stack(patches)


def _row_at(example: PlaceExample, index: Index) -> int:
    row, distance = places.nearest_square(
        example.lon,
        example.lat,
        index.column("lon"),
        index.column("lat"),
        index.about.patch_metres,
    )
    if distance > example.tolerance:
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


def _reading_notice(source: Source, index: Index) -> str:
    """Say where the query's numbers are understood otherwise than the index's were."""
    if source.reading in index.about.readings or not index.about.readings:
        return ""
    return (
        f"The query's numbers are read as “{source.reading}”, those of the index were read as "
        f"“{', '.join(index.about.readings)}”. If either is wrong, the ranking is meaningless."
    )


def _combined(
    evidence: Sequence[_Evidence], index: Index
) -> tuple[bits.Words, npt.NDArray[np.floating] | None]:
    """One code, and logits where there are any, from all examples."""
    drawn = [e.logits for e in evidence if e.logits is not None and e.wanted]
    query = np.mean(drawn, axis=0) if drawn else None
    wanted, unwanted = (
        np.array(
            [_bits_of(e) for e in evidence if e.wanted is sign and (e.bits is not None or not sign)]
        )
        .reshape(-1, index.bits)
        .astype(bool)
        for sign in (True, False)
    )
    if query is None and len(wanted) == 1 and not len(unwanted):
        return bits.pack(wanted)[0], None  # one indexed patch: it has no logits
    if query is not None and not len(wanted) and not len(unwanted):
        logits = query
    else:
        logits = search.combine(query, wanted, unwanted, index.column("ones"))
    return bits.pack(logits[None, :] > 0)[0], logits


def _bits_of(evidence: _Evidence) -> npt.NDArray[np.bool_]:
    return evidence.bits if evidence.bits is not None else evidence.logits > 0  # type: ignore


def _candidates(
    evidence: Sequence[_Evidence],
    index: Index,
    request: QueryRequest,
    passing: search.Mask | None,
) -> search.Mask | None:
    """Rows that may be hits, of those that pass the filters; None: all."""
    unwanted = [e.asked.row for e in evidence if not e.wanted and e.asked.row is not None]
    if not request.keep_overlapping:
        own = ~_overlapping(evidence, index)
    elif unwanted:
        own = np.ones(index.rows, bool)
        own[unwanted] = False
    else:
        return passing
    return own if passing is None else own & passing


def _diverse(find: Callable[[int], search.Matches], k: int, index: Index) -> search.Matches:
    """Find the best hit of each of k sources: ask for ever more until they are together."""
    asked = min(2 * k, index.rows)
    while True:
        matches = find(asked)
        best = filtering.one_a_source(matches, index)
        if len(best.rows) >= k or len(matches.rows) < asked or asked == index.rows:
            return search.Matches(best.rows[:k], best.distances[:k], best.scores[:k])
        asked = min(4 * asked, index.rows)


def _overlapping(evidence: Sequence[_Evidence], index: Index) -> npt.NDArray[np.bool_]:
    centres = np.concatenate([e.centres for e in evidence])
    return places.overlapping(
        centres, index.column("lon"), index.column("lat"), index.about.patch_metres
    )
