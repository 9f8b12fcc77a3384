"""Several indexes are searched as one; only those whose codes can be compared."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from lookalike.plugin.core import bits, filtering, search
from lookalike.plugin.core.columns import columns_of
from lookalike.plugin.core.errors import CodeSpaceError, DamagedIndexError
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.joined import (
    Chained,
    first_of_each,
    join,
    nearest_of_each,
    once,
    open_together,
)
from lookalike.plugin.core.source import BandFile
from lookalike.tests.factories import make_contents, make_index, make_source

NONE = np.zeros(0, np.int64)


def alps(**about):
    return make_index(make_contents(rows=50, seed=1, name="Alps", **about))


def bog(**about):
    """Other labels, and no times."""
    contents = make_contents(rows=30, seed=2, name="Bog", labels=("Bog", "Lake", "Wood"), **about)
    del contents.rows["time"]
    return make_index(contents)


@pytest.fixture
def both():
    return join([alps(), bog()])


def test_every_row_is_what_it_is_in_its_own_file(both):
    parts = (alps(), bog())
    assert (len(both), both.source_count, both.about.name) == (80, 10, "Alps + Bog")
    numbers, own = both.locate(np.arange(80))
    for row in range(80):
        part, there = parts[numbers[row]], int(own[row])
        assert both.place(row) == part.place(there)
        assert both.code(row).tolist() == part.code(there).tolist()
        assert (both.label(row), both.time(row)) == (part.label(there), part.time(there))
    assert own.tolist() == [*range(50), *range(30)]


def test_a_search_finds_what_searches_of_each_find(both):
    code = both.code(3)
    found = search.nearest(both.words, code, 80)
    apart = [search.nearest(one.words, code, 50).distances.tolist() for one in both.parts]
    assert found.distances.tolist() == sorted(apart[0] + apart[1])
    known = columns_of(both, found.rows)
    assert set(known["index_row"][known["row"] >= 50]) == set(range(30))


def test_filters_reach_into_every_file(both):
    lakes = filtering.mask(Filters(labels=("Lake",)), both)
    assert np.array_equal(lakes, [both.label(row) == "Lake" for row in range(80)])
    dated = filtering.mask(Filters(since="2000-01-01"), both)
    assert np.flatnonzero(dated).tolist() == list(range(50))
    without = filtering.mask(Filters(without_sources=("scene_1",)), both)
    assert not without[both.column("source") % 5 == 1].any()
    assert np.count_nonzero(without) == 64


def test_statistics_are_pooled_by_size(both):
    ones = np.mean([bits.unpack(both.code(row)[None])[0] for row in range(80)], axis=0)
    assert np.allclose(both.column("ones"), ones, atol=1e-6)
    pairs = [one.column("pair_distances") / 1e6 for one in both.parts]
    pooled = both.column("pair_distances") / 1e6
    assert np.allclose(pooled, (50 * pairs[0] + 30 * pairs[1]) / 80, atol=1e-5)


def test_an_empty_index_among_them_changes_nothing():
    with_empty = join([make_index(make_contents(rows=0)), alps()])
    assert with_empty.locate(np.array([0]))[0].tolist() == [1]
    assert np.array_equal(with_empty.column("ones"), alps().column("ones"))


def test_a_source_that_is_in_none_is_said(both):
    with pytest.raises(DamagedIndexError, match="source 5"):
        both.source(10)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"model_digest": "1" * 64}, "different models"),
        ({"layer_digest": "2" * 64}, "adapted to its own archive"),
    ],
)
def test_codes_that_cannot_be_compared_are_not_put_together(other, reason):
    with pytest.raises(CodeSpaceError, match=reason) as refused:
        join([alps(), bog(**other)])
    assert "made.h5" in str(refused.value)


def test_one_file_named_twice_is_itself(built):
    assert len(open_together([built, str(built)])) == len(open_together([built]))


def sharing(archive, changed=0):
    """Two indexes, of which the second has half of the first's patches, some encoded otherwise."""
    one = make_contents(rows=60, seed=1, archive=archive)
    other = make_contents(rows=60, seed=2, archive=archive)
    rows = np.random.default_rng(0).permutation(60)
    for name in ("source", "col", "row", "lon", "lat"):
        other.rows[name] = one.rows[name][rows]
    other.rows["col"][:30] += 6_400  # the first half is its own, the others are copies
    other.rows["lon"][:30] += 1
    words = [word[rows].copy() for word in one.words]
    for word, theirs in zip(words, other.words):
        word[: 30 + changed] = theirs[: 30 + changed]
    return join([make_index(one), make_index(dataclasses.replace(other, words=words))])


def patch_of(both, row):
    source, window = both.place(row)
    return source.path, window


@pytest.mark.parametrize("k", [1, 7, 50, 90, 120])
@pytest.mark.parametrize("changed", [0, 5])
def test_a_patch_of_two_files_is_found_once_by_the_row_that_is_nearer(k, changed):
    both = sharing("/archive", changed)
    code = both.code(3)
    expected, seen = [], set()
    for row in search.nearest(both.words, code, 120).rows.tolist():  # a slow loop
        if patch_of(both, row) not in seen:
            expected.append(row)
        seen.add(patch_of(both, row))
    found = once(lambda k: search.nearest(both.words, code, k), both, NONE, k)
    assert found.rows.tolist() == expected[:k]
    assert len(expected) == 90
    without = np.array(expected[:4])
    others = [row for row in expected if row not in without]
    found = once(lambda k: search.nearest(both.words, code, k), both, without, k)
    assert found.rows.tolist() == others[:k]


@pytest.mark.parametrize("changed", [0, 5])
def test_of_a_patch_of_two_files_the_row_with_the_least_score_is_left(changed):
    both = sharing("/archive", changed)
    rows, scores = np.arange(10, 120), np.random.default_rng(5).random(110)
    best = {}
    for place, row in enumerate(rows.tolist()):  # a slow loop
        patch = patch_of(both, row)
        best[patch] = min(best.get(patch, place), place, key=lambda one: scores[one])
    assert nearest_of_each(both, rows, scores).tolist() == sorted(best.values())
    assert len(best) < 110


PATHS = ("a.tif", 'a "b", \\ä.tif', "b/c.tif")


@pytest.mark.parametrize(
    ("archives", "count"),
    [
        (("", ""), 3),
        (("/archive", "/archive"), 3),
        (("C:\\my archive", "C:/my archive/"), 3),
        (("/", "/archive"), 6),
        (("/archive/b", "/archive"), 6),
    ],
)
@pytest.mark.parametrize("alone", [True, False])  # then all of the source is what they share
def test_sources_have_the_same_number_where_their_first_file_is_the_same(archives, count, alone):
    names = ('"bands":{"none.tif"', "plain", "{}")
    sources = [
        make_source(name=name, bands={"B04": BandFile(path, 1), "B03": BandFile("other.tif", 1)})
        for name, path in zip(names, PATHS)
    ]
    groups = [[one] for one in sources] if alone else [sources]
    parts = [
        make_index(
            dataclasses.replace(
                make_contents(rows=0, archive=archive),
                sources=group,
                window_size=np.full((len(group), 2), 64),
            )
        )
        for archive in archives
        for group in groups
    ]
    both = join(parts)
    numbers = both.files(np.arange(6))
    paths = [both.source(number).path for number in range(6)]
    assert len(set(numbers.tolist())) == len(set(paths)) == count
    assert [paths.index(path) for path in paths] == [
        numbers.tolist().index(number) for number in numbers.tolist()
    ]


def test_equal_paths_without_imagery_are_one_patch_only_where_the_codes_are_equal():
    both = sharing("", changed=5)
    assert len(first_of_each(both, np.arange(120), NONE)) == 95


@pytest.mark.parametrize("part", [slice(0, 3), slice(2, 9), slice(4, 4), slice(8, 100)])
def test_a_chain_is_as_one_array(part):
    pieces = [np.arange(5, dtype="<u8"), np.arange(0, dtype="<u8"), np.arange(5, 12, dtype="<u8")]
    chain, whole = Chained(pieces), np.concatenate(pieces)
    assert chain[part].tolist() == whole[part].tolist()
    rows = np.array([11, 0, 5, 4])
    assert chain[rows].tolist() == whole[rows].tolist()
