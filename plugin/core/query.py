"""Examples and filters in, ranked hits out: what happens between a click and the map."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from . import bits, diversity, filtering, places, raster, search
from .archive import source_from_file
from .errors import ModelMissingError, NothingToSearchError
from .evidence import Evidence, of_area, of_drawn, of_patch
from .examples import (
    MOST_EACH,
    AreaExample,
    BoxExample,
    Example,
    PlaceExample,
    QueryRequest,
    RowExample,
)
from .filters import Filters
from .hits import Hits, ranking_of
from .index import Index
from .joined import NO_ROWS, Joined, check_unchanged, join, nearest_of_each, once
from .model import HashModel, find_model, runtime_wanted
from .offset_check import looks_offset
from .saying import say
from .search import Progress
from .similarity import similarity
from .similarity_map import Box, Everywhere, in_view
from .stamps import stamp_of


class _Search(NamedTuple):
    """One code to search with, and the logits that it comes from, where there are any."""

    code: bits.Words
    logits: npt.NDArray[np.floating] | None


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
        self._looks_offset = False
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
        searches = _searches(evidence, index, request.each)
        mask = _candidates(evidence, index, request, passing)
        find: Callable[[int], search.Matches] = partial(_found, searches, index, mask, progress)
        if isinstance(index, Joined):
            unwanted = [e.rows for e in evidence if not e.wanted]
            find = partial(once, find, index, np.concatenate([NO_ROWS, *unwanted]))
        if request.filters.want_different:
            matches = diversity.best(find, request.k, index, request.filters, progress)
        else:
            matches = find(min(request.k, index.rows))
        return Hits(
            request=request,
            index_name=index.about.name,
            bits=index.bits,
            hits=ranking_of(index, matches, bits.pack(np.stack([e.signs for e in evidence]))),
            asked=tuple(one.asked for one in evidence),
            searched=index.rows if passing is None else int(np.count_nonzero(passing)),
            reading=", ".join(dict.fromkeys(e.reading for e in evidence if e.reading)),
            notice=" ".join(dict.fromkeys(e.notice for e in evidence if e.notice)),
            seconds=time.perf_counter() - start,
            looks_offset=any(e.looks_offset for e in evidence),
        )

    def everywhere(
        self, request: QueryRequest, view: Box | None = None, progress: Progress = None
    ) -> Everywhere:
        """Say how similar each patch is that passes the filters, those of the query too.

        Parameters
        ----------
        request : QueryRequest
        view : (west, south, east, north), optional
            As `Filters.box`: what the map shows, where only the patches in view are wanted. There
            may be none.
        progress : callable, optional

        Raises
        ------
        LookalikeError, Cancelled
            As `answer`.
        """
        index, evidence, passing = self._understood(request)
        rows = np.arange(index.rows) if passing is None else np.flatnonzero(passing)
        if not len(rows):
            raise NothingToSearchError(
                name=index.about.name, reason=say("no patch passes the filters")
            )
        if view is not None:
            rows = rows[in_view(index, rows, view)]
        searches = _searches(evidence, index, request.each)
        distances = [search.scores_of(index.words, rows, *one, progress) for one in searches]
        scores = np.min(distances, axis=0)
        if isinstance(index, Joined):
            kept = nearest_of_each(index, rows, scores)
            rows, scores = rows[kept], scores[kept]
        return Everywhere(index, rows, similarity(scores, index.column("pair_distances")))

    def _understood(
        self, request: QueryRequest
    ) -> tuple[Index, list[Evidence], search.Mask | None]:
        """Open what is searched, and look up the examples and which rows pass the filters."""
        index = self._open(request)
        if not index.rows:
            raise NothingToSearchError(name=index.about.name, reason=say("it is empty"))
        evidence = [self._evidence(example, index, request) for example in request.examples]
        return index, evidence, self._passing(request.filters, evidence, index)

    def _open(self, request: QueryRequest) -> Index:
        """Open the indexes, or keep the open ones while their files are the same."""
        found = [Index.open(path) for path in dict.fromkeys(request.indexes)]
        # That was cheap, and has noticed a file that has gone; this notices one that changed.
        stamp = tuple(index.state() for index in found)
        check_unchanged(stamp, request.states)
        if self._index is None or stamp != self._stamp:
            if self._index is not None:
                self._index.close()
            self._index, self._stamp = join(found), stamp
        return self._index

    def _passing(
        self, wanted: Filters, evidence: Sequence[Evidence], index: Index
    ) -> search.Mask | None:
        """Rows that pass the filters; what does not hang on the examples is kept for the next."""
        lasting = wanted.of_patches
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
        wanted = (digest, runtime_wanted())
        if self._model is None or (self._model.digest, self._model.runtime) != wanted:
            path = find_model(digest, folders)
            if path is None:
                raise ModelMissingError(index=index.about.name, wanted=index.about.card["name"])
            self._model = HashModel.open(path)
        return self._model

    def _evidence(self, example: Example, index: Index, request: QueryRequest) -> Evidence:
        if isinstance(example, (RowExample, PlaceExample)):
            return of_patch(example, index)
        most = min(example.most, MOST_EACH) if request.each else example.most
        if isinstance(example, AreaExample):
            return of_area(example, index, most)
        model = self._open_model(index, request.model_folders)
        reader = self._open_raster(example, model)
        drawn = of_drawn(example, reader, model, index, most)
        if model.fell_back:
            drawn = drawn._replace(notice=f"{drawn.notice} {_slower(model)}".strip())
        return drawn._replace(looks_offset=self._looks_offset)

    def _open_raster(self, example: BoxExample, model: HashModel) -> raster.SourceReader:
        """Keep the raster open while queries come from the same file, read the same way."""
        stamp = stamp_of([example.path])  # another one: the file was written anew, or has gone
        read = (example.bands, example.radiometry, example.is_whole)
        drawn = (example.path, stamp, *read, model.digest)
        if self._reader is None or drawn != self._drawn:
            if self._reader is not None:
                self._reader.close()
                self._reader = None
            source = source_from_file(
                example.path,
                wanted=model.card.bands,
                bands=example.bands,
                radiometry=example.radiometry,
                placeless=example.is_whole,
            )
            self._reader, self._drawn = raster.SourceReader(source), drawn
            self._looks_offset = looks_offset(self._reader)
        return self._reader


def _searches(evidence: Sequence[Evidence], index: Index, each: bool) -> list[_Search]:
    """One search from all examples, or one of each wanted patch."""
    wanted = [e for e in evidence if e.wanted]
    unwanted = _rows_of([e.signs for e in evidence if not e.wanted], index.bits)
    groups = [[one] for e in wanted for one in e.each()] if each else [wanted]
    return [_combined(group, unwanted, index) for group in groups]


def _combined(wanted: Sequence[Evidence], unwanted: npt.NDArray[np.bool_], index: Index) -> _Search:
    """One code, and logits where there are any, of several examples."""
    drawn = [e.mean for e in wanted if e.mean is not None]
    query = np.mean(drawn, axis=0) if drawn else None
    patches = _rows_of([e.bits for e in wanted if e.bits is not None], index.bits)
    if query is None and len(patches) == 1 and not len(unwanted):
        return _Search(bits.pack(patches)[0], None)  # one indexed patch: it has no logits
    if query is not None and not len(patches) and not len(unwanted):
        logits = query
    else:
        logits = search.combine(query, patches, unwanted, index.column("ones"))
    return _Search(bits.pack(logits[None, :] > 0)[0], logits)


def _rows_of(codes: Sequence[npt.NDArray[np.bool_]], length: int) -> npt.NDArray[np.bool_]:
    return np.array(codes, bool).reshape(-1, length)


def _found(
    searches: Sequence[_Search], index: Index, mask: search.Mask | None, progress: Progress, k: int
) -> search.Matches:
    """Find the k nearest to any of some codes."""
    return search.union(
        [
            search.nearest(
                index.words, one.code, k, logits=one.logits, mask=mask, progress=progress
            )
            for one in searches
        ],
        k,
    )


def _slower(model: HashModel) -> str:
    provider = model.runtime.provider
    return say("The network runs on the processor: {provider} did not start.", provider=provider)


def _candidates(
    evidence: Sequence[Evidence],
    index: Index,
    request: QueryRequest,
    passing: search.Mask | None,
) -> search.Mask | None:
    """Rows that may be hits, of those that pass the filters; None: all."""
    examples = [e for e in evidence if not (request.keep_overlapping and e.wanted)]
    if not examples:
        return passing
    own = np.ones(index.rows, bool) if request.keep_overlapping else ~_overlapping(evidence, index)
    for one in examples:
        own[one.rows] = False
    return own if passing is None else own & passing


def _overlapping(evidence: Sequence[Evidence], index: Index) -> npt.NDArray[np.bool_]:
    centres = np.concatenate([e.centres for e in evidence])
    return places.overlapping(
        centres, index.column("lon"), index.column("lat"), index.about.patch_metres
    )
