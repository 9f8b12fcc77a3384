"""Ranking many queries at once is what the plugin's search does one by one."""

from __future__ import annotations

import numpy as np
import pytest

from lookalike.models.ranking import Archive, cosine_blocks, padded
from lookalike.plugin.core import bits, search


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@pytest.mark.parametrize("length", [16, 64, 96, 128, 256])
def test_rows_and_their_order_are_those_of_the_search_that_serves(length, rng):
    logits, queries = rng.normal(size=(700, length)), rng.normal(size=(300, length))
    logits[::2] = logits[0]  # many ties
    archive = Archive(logits)
    words, codes = bits.columns(bits.pack(padded(logits) > 0)), bits.pack(padded(queries) > 0)
    depth = search.reorder_depth(100)
    seen = 0
    for block, rows, distances in archive.blocks(queries):
        again = archive.reordered(queries[block], rows, depth)
        for i, q in enumerate(range(*block.indices(300))):
            wanted = search.nearest(words, codes[q], 700)
            np.testing.assert_array_equal(rows[i], wanted.rows)
            np.testing.assert_array_equal(distances[i], wanted.distances)
            ranked = search.nearest(words, codes[q], 100, logits=padded(queries)[q])
            np.testing.assert_array_equal(again[i, :100], ranked.rows)
            seen += 1
    assert seen == 300


def test_hidden_rows_come_last(rng):
    logits, queries = rng.normal(size=(50, 64)), rng.normal(size=(3, 64))
    hidden = rng.random((3, 50)) < 0.5
    words, codes = bits.columns(bits.pack(logits > 0)), bits.pack(queries > 0)
    archive = Archive(logits)
    (_, rows, _) = next(archive.blocks(queries, hidden))
    again = archive.reordered(queries, rows, 200, hidden)
    for q in range(3):
        wanted = search.nearest(words, codes[q], 50, mask=~hidden[q]).rows[: (~hidden[q]).sum()]
        np.testing.assert_array_equal(rows[q, : len(wanted)], wanted)
        found = search.nearest(words, codes[q], 50, logits=queries[q], mask=~hidden[q]).rows
        np.testing.assert_array_equal(again[q, : len(wanted)], found[: len(wanted)])


def test_padding_changes_no_distance(rng):
    logits = rng.normal(size=(20, 16))
    words = bits.columns(bits.pack(padded(logits) > 0))
    expected = ((logits > 0) != (logits[3] > 0)).sum(axis=1)
    np.testing.assert_array_equal(
        bits.hamming(words, bits.pack(padded(logits[3:4]) > 0)[0]), expected
    )


def test_the_exact_scan_is_by_cosine_and_leaves_out_what_is_hidden(rng):
    archive, queries = rng.normal(size=(30, 5)), rng.normal(size=(4, 5))
    archive /= np.linalg.norm(archive, axis=1, keepdims=True)
    queries /= np.linalg.norm(queries, axis=1, keepdims=True)
    hidden = np.zeros((4, 30), dtype=bool)
    hidden[:, 7] = True
    ((_, rows),) = cosine_blocks(queries, archive, hidden)
    for q in range(4):
        order = [r for r in np.argsort(-(archive @ queries[q])) if r != 7]
        np.testing.assert_array_equal(rows[q, :29], order)
        assert rows[q, 29] == 7
