"""Twins are those that a comparison of all with all finds."""

from __future__ import annotations

import numpy as np
import pytest

from lookalike.plugin.core import bits
from lookalike.plugin.core.duplicates import largest_distance, twins
from lookalike.plugin.core.errors import Cancelled, TooManyBitsError


def clustered(rows, code_bits, seed=0):
    """Codes of which many differ in a few bits, as a float of bits and as words."""
    random = np.random.default_rng(seed)
    centres = random.random((rows // 5, code_bits)) > 0.5
    flat = centres[random.integers(0, len(centres), rows)]
    flat ^= random.random((rows, code_bits)) < 0.02
    return flat, bits.columns(bits.pack(flat))


def by_loops(flat, most, group=None):
    """Compare all with all: row -> (other, distance)."""
    found = {}
    for row, code in enumerate(flat):
        distance = (flat ^ code).sum(axis=1)
        distance[row] = 10_000
        if group is not None:
            distance[group == group[row]] = 10_000
        other = int(distance.argmin())  # of several the first
        if distance[other] <= most:
            found[row] = (other, int(distance[other]))
    return found


def as_dict(found):
    return {int(r): (int(o), int(d)) for r, o, d in zip(*found)}


@pytest.mark.parametrize(("code_bits", "most"), [(128, 7), (128, 2), (128, 0), (64, 3)])
def test_twins_are_those_of_comparing_all_with_all(code_bits, most):
    flat, words = clustered(300, code_bits)
    expected = by_loops(flat, most)
    assert expected or most == 0
    assert as_dict(twins(words, most)) == expected


def test_patches_of_one_group_are_no_twins():
    flat, words = clustered(300, 128)
    group = np.arange(300) % 3
    assert as_dict(twins(words, 7, group)) == by_loops(flat, 7, group)


def test_equal_codes_have_the_first_as_their_twin():
    words = bits.columns(bits.pack(np.ones((4, 64), bool)))
    assert as_dict(twins(words, 0)) == {0: (1, 0), 1: (0, 0), 2: (0, 0), 3: (0, 0)}


@pytest.mark.parametrize("rows", [0, 1])
def test_fewer_than_two_have_none(rows):
    words = bits.columns(bits.pack(np.ones((rows, 64), bool)))
    assert as_dict(twins(words, 3)) == {}


@pytest.mark.parametrize("most", [-1, 8])
def test_more_bits_than_bands_are_refused(most):
    _, words = clustered(10, 128)
    assert largest_distance(128) == 7
    with pytest.raises(TooManyBitsError, match="at most 7"):
        twins(words, most)


def test_it_can_be_stopped():
    _, words = clustered(300, 128)
    with pytest.raises(Cancelled):
        twins(words, 7, progress=lambda done, _total: done < 3)
