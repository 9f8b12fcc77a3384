"""A ranking says of each hit what the index says of its row, however it is asked."""

import numpy as np
import pytest

from lookalike.plugin.core import bits, search
from lookalike.plugin.core.columns import patch_id
from lookalike.plugin.core.hits import NO_HITS, ranking_of
from lookalike.plugin.core.index import Index


@pytest.fixture
def index(root):
    return Index.open(root / "tests" / "data" / "index" / "v1.h5")


@pytest.fixture
def ranking(index):
    return ranking_of(index, search.nearest(index.words, index.code(7), 20), index.code(7)[None])


def test_each_hit_is_what_its_row_is(index, ranking):
    for rank, hit in enumerate(ranking, start=1):
        source, window = index.place(hit.row)
        assert (hit.rank, hit.index, hit.index_row) == (rank, str(index.path), hit.row)
        assert (hit.id, hit.crs, hit.source) == (patch_id(source, window), source.crs, source.path)
        assert (hit.label, hit.time) == (index.label(hit.row), index.time(hit.row))
        assert np.array_equal(hit.footprint, source.footprint(window))
    assert len(ranking) == 20


def test_a_part_of_a_ranking_is_a_ranking_and_keeps_its_ranks(ranking):
    assert list(ranking[5:8]) == list(ranking)[5:8]
    assert [hit.rank for hit in ranking[5:8]] == [6, 7, 8]
    assert ranking[-1].rank == 20


def test_each_hit_knows_the_example_that_it_is_nearest_to(index):
    rows = np.array([3, 12, 30])
    codes = bits.take(index.words, rows)
    ranking = ranking_of(index, search.nearest(index.words, index.code(3), 50), codes)
    for hit in ranking:
        distances = [int(bits.popcount(index.code(hit.row) ^ code).sum()) for code in codes]
        assert hit.example == distances.index(min(distances))


def test_hits_are_plain_values(ranking):
    assert {type(getattr(ranking[0], name)) for name in ("row", "rank", "distance")} == {int}
    assert {type(getattr(ranking[0], name)) for name in ("score", "similarity", "lon")} == {float}


def test_nothing_found_is_an_empty_ranking(index):
    none = ranking_of(index, search.nearest(index.words, index.code(7), 0), index.code(7)[None])
    assert (len(none), list(none), len(none[:5]), len(NO_HITS)) == (0, [], 0, 0)
    with pytest.raises(IndexError):
        none[0]
