"""Of hits that are too much alike the best one stays."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.plugin.core import bits, diversity, places, search
from lookalike.plugin.core.errors import Cancelled
from lookalike.plugin.core.filters import Filters
from lookalike.tests.core.test_filtering import ROWS, made

some = st.builds(
    Filters,
    one_a_source=st.booleans(),
    one_a_cluster=st.booleans(),
    apart=st.sampled_from([0.0, 300.0, 4_000.0]),
)


def alike(index, filters, one, other):
    """The contract in slow words."""
    if filters.one_a_source and index.column("source")[one] == index.column("source")[other]:
        return True
    differing = int(bits.popcount(index.code(one) ^ index.code(other)).sum())
    if filters.one_a_cluster and differing < index.bits / 8:
        return True
    lons, lats = index.column("lon"), index.column("lat")
    here = float(lons[one]), float(lats[one])
    [metres] = places.great_circle(*here, lons[other : other + 1], lats[other : other + 1])
    return metres < 1000 * filters.apart


@given(filters=some, seed=st.integers(0, 3), most=st.sampled_from([3, ROWS]))
def test_a_match_stays_unless_a_better_one_that_stays_is_like_it(filters, seed, most):
    index = made(seed)
    matches = search.nearest(index.words, index.code(0), ROWS)
    kept = []
    for row in matches.rows.tolist():
        if len(kept) < most and not any(alike(index, filters, one, row) for one in kept):
            kept.append(row)
    places_ = diversity.leaders(matches, index, filters, most)
    assert matches.rows[places_].tolist() == kept


def test_it_looks_deeper_until_enough_differ():
    index = made(0)
    asked = []

    def find(k):
        asked.append(k)
        return search.nearest(index.words, index.code(0), k)

    matches = diversity.best(find, 4, index, Filters(apart=3_000.0))
    assert len(matches.rows) == 4
    assert asked == sorted(asked)
    assert asked[0] == 8
    few = diversity.best(find, 100, index, Filters(one_a_source=True))
    assert len(few.rows) == len(np.unique(index.column("source")))


def test_the_pass_stops_for_a_newer_query():
    index, asked = made(0), []

    def go_on(kept, wanted):
        asked.append((kept, wanted))
        return kept < 2

    with pytest.raises(Cancelled):
        diversity.best(
            lambda k: search.nearest(index.words, index.code(0), k),
            ROWS,
            index,
            Filters(apart=0.1),
            go_on,
        )
    assert asked == [(0, ROWS), (1, ROWS), (2, ROWS)]
