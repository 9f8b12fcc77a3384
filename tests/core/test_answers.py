"""Whole answers against slow loops: filters, differing hits, several files, several examples."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from lookalike.plugin.core import bits, search
from lookalike.plugin.core.examples import QueryRequest, RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.index_writer import write
from lookalike.plugin.core.joined import open_together
from lookalike.plugin.core.query import QuerySession
from lookalike.tests.factories import make_contents, make_source

pytest.importorskip("h5py", reason="writing needs h5py, which QGIS's Python lacks")

PLACES = 40  # on a line, 0.05° apart: two indexes of them share many patches


def contents(seed):
    """Thirty patches of a line of places; few codes, so that many tie; some without label, time."""
    random = np.random.default_rng(seed)
    place = random.permutation(PLACES)[:30]
    made = make_contents(rows=30, archive="/archive")
    few = random.integers(0, 2, (4, 128)).astype(bool)
    noise = random.random((30, 128)) < 0.03
    made.rows.update(
        source=(place % 5).astype("<u4"),
        col=(place // 5 * 64).astype("<i4"),
        row=np.zeros(30, "<i4"),
        lon=(179 + place * 0.05).astype("<f4"),
        lat=np.full(30, 10, "<f4"),
        label=random.choice([0, 1, 2, 0xFFFF], 30).astype("<u2"),
        time=random.choice([np.iinfo(np.int64).min, 1_590_000_000, 1_600_000_000], 30),
    )
    made.rows["lon"][made.rows["lon"] > 180] -= 360
    words = bits.columns(bits.pack(few[random.integers(0, 4, 30)] ^ noise))
    clouds = [None, 0.0, 20.0, 20.5, 90.0]
    sources = [make_source(number, cloud=cloud) for number, cloud in enumerate(clouds)]
    return dataclasses.replace(made, words=words, sources=sources)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("answers")
    for seed in range(4):
        write(folder / f"{seed}.h5", contents(seed))
    return [str(folder / f"{seed}.h5") for seed in range(4)]


FILTERS = some.builds(
    Filters,
    box=some.sampled_from([None, (179.22, 0, -179.52, 20), (178, 0, 179.62, 20), (0, 0, 1, 1)]),
    since=some.sampled_from(["", "2020-05-20", "2020-05-21"]),
    until=some.sampled_from(["", "2020-05-20", "2021-01-01"]),
    labels=some.sampled_from([(), ("Forest",), ("Lake", "Town"), ("Nowhere",)]),
    cloud=some.sampled_from([None, 0.0, 20.0, 100.0]),
    without_sources=some.sampled_from([(), ("scene_1",), ("scene_0", "scene_4", "none")]),
    kilometres=some.sampled_from([0.0, 12.0]),
    one_a_source=some.booleans(),
    one_a_cluster=some.booleans(),
    apart=some.sampled_from([0.0, 7.0, 30.0]),
)


def kilometres(index, one, other):
    lon, lat = (np.radians(index.column(n)[[one, other]].astype(float)) for n in ("lon", "lat"))
    half = np.sin((lat[1] - lat[0]) / 2) ** 2
    half += np.cos(lat[0]) * np.cos(lat[1]) * np.sin((lon[1] - lon[0]) / 2) ** 2
    return 2 * 6_371.0088 * np.arcsin(np.sqrt(half))


def passes(index, row, filters, examples):
    source, _ = index.place(row)
    lon, lat, time = (
        float(index.column("lon")[row]),
        float(index.column("lat")[row]),
        index.time(row),
    )
    if filters.box:
        west, south, east, north = filters.box
        inside = lon >= west or lon <= east if west > east else west <= lon <= east
        if not (inside and south <= lat <= north):
            return False
    if (filters.since or filters.until) and not time:
        return False
    if (filters.since and time[:10] < filters.since) or (
        filters.until and time[:10] > filters.until
    ):
        return False
    if filters.labels and index.label(row) not in filters.labels:
        return False
    if filters.cloud is not None and (source.cloud is None or source.cloud > filters.cloud):
        return False
    if source.name in filters.without_sources:
        return False
    return not any(kilometres(index, row, one) < filters.kilometres for one in examples)


def patch_of(index, row):
    source, window = index.place(row)
    return source.path, window


def is_alike(index, row, kept, filters):
    of_source = filters.one_a_source and int(index.column("source")[row]) == int(
        index.column("source")[kept]
    )
    differing = int(bits.popcount(index.code(row) ^ index.code(kept)).sum())
    of_cluster = filters.one_a_cluster and differing < index.bits / 8
    near = filters.apart and kilometres(index, row, kept) < filters.apart
    return of_source or of_cluster or near


def expected(index, wanted, unwanted, filters, k):
    signs = [bits.unpack(np.stack([index.code(row) for row in rows] or [index.code(0)])) for rows in
             (wanted, unwanted)]  # fmt: skip
    code, logits = index.code(wanted[0]), None
    if len(wanted) > 1 or unwanted:
        signs[1] = signs[1][: len(unwanted)]
        logits = search.combine(None, *signs, index.column("ones"))
        code = bits.pack(logits[None] > 0)[0]
    rows = np.array(
        [r for r in range(index.rows) if passes(index, r, filters, [*wanted, *unwanted])]
    )
    bad = {patch_of(index, row) for row in unwanted}
    rows = np.array([row for row in rows.tolist() if patch_of(index, row) not in bad], np.int64)
    if not len(rows):
        return []
    distances = bits.hamming([word[rows] for word in index.words], code).astype(int)
    scores = search.scores_of(index.words, rows, code, logits)
    order = sorted(
        range(len(rows)),
        key=lambda n: (scores[n], distances[n], int(search.row_hash(rows[n : n + 1])[0])),
    )
    found, seen = [], set()
    for row in rows[order].tolist():
        patch = patch_of(index, row)
        if patch not in seen and not any(is_alike(index, row, one, filters) for one in found):
            found.append(row)
        seen.add(patch)  # its nearest row stands for it
    return found[:k]


@settings(max_examples=150, deadline=None)
@given(
    which=some.lists(some.integers(0, 3), min_size=1, max_size=3, unique=True),
    filters=FILTERS,
    wanted=some.lists(some.integers(0, 29), min_size=1, max_size=3, unique=True),
    unwanted=some.lists(some.integers(0, 29), max_size=2, unique=True),
    k=some.sampled_from([1, 5, 30, 500]),
)
def test_an_answer_is_what_a_slow_loop_finds(files, which, filters, wanted, unwanted, k):
    unwanted = [row for row in unwanted if row not in wanted]
    paths = tuple(files[number] for number in which)
    request = QueryRequest(
        indexes=paths,
        examples=(
            *(RowExample(row) for row in wanted),
            *(RowExample(row, wanted=False) for row in unwanted),
        ),
        k=k,
        filters=filters,
        keep_overlapping=True,
    )
    hits = QuerySession().answer(request).hits
    index = open_together(paths)
    assert [hit.row for hit in hits] == expected(index, wanted, unwanted, filters, k)
    assert all(0 <= hit.similarity <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted(hit.score for hit in hits)
