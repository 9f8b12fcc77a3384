import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.plugin.core import bits, search
from lookalike.plugin.core.errors import Cancelled


def brute_force(code_bits, query, k, weights, allowed):
    """The ranking contract in slow words: (distance, row hash), then (score, distance, hash)."""
    mixed = [int(h) for h in search.row_hash(np.arange(len(code_bits)))]
    rows = [(int((c != query).sum()), mixed[r], r) for r, c in enumerate(code_bits) if allowed[r]]
    if weights is None:
        return [(float(d), d, r) for d, _, r in sorted(rows)[:k]]
    best = sorted(rows)[: max(200, 4 * k)]
    scored = [(float(weights[code_bits[r] != query].sum()), d, h, r) for d, h, r in best]
    return [(s, d, r) for s, d, _, r in sorted(scored)[:k]]


def make_codes(kind, rows, length, random):
    if kind == "random":
        return random.random((rows, length)) > 0.5
    centres = random.random((3, length)) > 0.5
    codes = centres[random.integers(0, 3, rows)]
    return codes if kind == "tied" else codes ^ (random.random((rows, length)) < 0.05)


@given(
    kind=st.sampled_from(["random", "clustered", "tied"]),
    rows=st.integers(0, 600),
    length=st.sampled_from([64, 128, 256]),
    k=st.integers(1, 90),
    with_logits=st.booleans(),
    share=st.sampled_from([0.0, 0.3, 1.0]),
    seed=st.integers(0, 2**32 - 1),
)
@settings(deadline=None, max_examples=150)
def test_nearest_agrees_with_brute_force(kind, rows, length, k, with_logits, share, seed):
    random = np.random.default_rng(seed)
    code_bits = make_codes(kind, rows, length, random)
    # Sizes that sum to a power of two: the weights are exact, so that ties are ties.
    logits = random.choice([-1.0, 1.0], length) * np.tile([1, 1, 2, 4], length // 4)
    weights = np.abs(logits) / 2
    allowed = random.random(rows) < share
    found = search.nearest(
        bits.columns(bits.pack(code_bits)),
        bits.pack(logits[None] > 0)[0],
        k,
        logits=logits if with_logits else None,
        mask=allowed,
    )
    expected = brute_force(code_bits, logits > 0, k, weights if with_logits else None, allowed)
    assert list(zip(found.scores, found.distances, found.rows)) == expected


@given(seed=st.integers(0, 2**32 - 1), radius=st.integers(-1, 140))
@settings(deadline=None)
def test_within_finds_every_code_in_the_radius_and_no_other(seed, radius):
    random = np.random.default_rng(seed)
    code_bits = make_codes("clustered", 300, 128, random)
    query = code_bits[0]
    found = search.within(bits.columns(bits.pack(code_bits)), bits.pack(query[None])[0], radius)
    distances = (code_bits != query).sum(axis=1)
    assert sorted(found.rows.tolist()) == np.flatnonzero(distances <= radius).tolist()
    assert found.distances.tolist() == sorted(found.distances.tolist())


def test_codes_of_one_row_are_found_at_distance_zero():
    code_bits = np.random.default_rng(0).random((50, 128)) > 0.5
    packed = bits.pack(code_bits)
    found = search.nearest(bits.columns(packed), packed[17], 1)
    assert (found.rows.tolist(), found.distances.tolist()) == ([17], [0])


def test_k_larger_than_the_archive_gives_the_whole_archive():
    packed = bits.pack(np.random.default_rng(0).random((7, 64)) > 0.5)
    assert len(search.nearest(bits.columns(packed), packed[0], 1000).rows) == 7


def test_ties_do_not_come_in_file_order():
    words = (np.zeros(10_000, np.uint64),)
    rows = search.nearest(words, np.zeros(1, np.uint64), 500).rows
    assert abs(np.corrcoef(np.arange(500), rows)[0, 1]) < 0.2
    assert 4_000 < rows.mean() < 6_000


def test_a_folder_sorted_and_a_shuffled_archive_have_the_same_map():
    """With ties in file order, codes that are no more than class numbers look wrong or right."""
    random = np.random.default_rng(3)
    labels = np.repeat(np.arange(10), 300)
    codes = make_codes("random", 10, 64, random)[labels // 2]  # two classes share each code
    queries = random.integers(0, len(labels), 300)

    def mean_average_precision(order):
        words = bits.columns(bits.pack(codes[order]))
        precisions = []
        for query in queries:
            rows = search.nearest(words, bits.pack(codes[query][None])[0], 20).rows
            right = labels[order][rows] == labels[query]
            hits = np.cumsum(right) / np.arange(1, 21)
            precisions.append((hits * right).sum() / max(1, right.sum()))
        return np.mean(precisions)

    values = [mean_average_precision(random.permutation(len(labels))) for _ in range(8)]
    in_order = mean_average_precision(np.arange(len(labels)))
    assert in_order == pytest.approx(np.mean(values), abs=4 * np.std(values) + 0.005)


def test_a_bit_that_the_query_is_sure_of_counts_more():
    query = np.full(64, -0.1)
    query[0] = 8.0
    code_bits = np.zeros((2, 64), bool)  # row 0 misses the sure bit, row 1 ten unsure ones
    code_bits[1, :11] = True
    found = search.nearest(
        bits.columns(bits.pack(code_bits)), bits.pack(query[None] > 0)[0], 2, logits=query
    )
    assert found.rows.tolist() == [1, 0]
    assert found.distances.tolist() == [10, 1]
    assert found.scores.tolist() == sorted(found.scores.tolist())


def test_logits_of_zero_rank_as_plain_hamming_does():
    packed = bits.pack(np.random.default_rng(0).random((300, 64)) > 0.5)
    plain = search.nearest(bits.columns(packed), np.zeros(1, np.uint64), 10)
    zero = search.nearest(bits.columns(packed), np.zeros(1, np.uint64), 10, logits=np.zeros(64))
    assert zero.rows.tolist() == plain.rows.tolist()


def test_answering_false_to_progress_stops_the_search():
    words = (np.zeros(3 * search.PART, np.uint64),)
    calls = []

    def stop_at_second(done, total):
        calls.append((done, total))
        return len(calls) < 2

    with pytest.raises(Cancelled):
        search.nearest(words, np.zeros(1, np.uint64), 5, progress=stop_at_second)
    assert calls == [(search.PART, 3 * search.PART), (2 * search.PART, 3 * search.PART)]


def test_combining_examples_follows_the_formula():
    random = np.random.default_rng(5)
    query, ones = random.normal(size=64), random.uniform(0.2, 0.8, 64)
    wanted, unwanted = random.random((3, 64)) > 0.5, random.random((2, 64)) > 0.5
    found = search.combine(query, wanted, unwanted, ones)
    for bit in range(64):
        sure = 1 / (1 + np.exp(-2 * query[bit] / np.abs(query).mean()))
        likely = (wanted[:, bit].sum() + sure) / (3 + 1)
        unlikely = (0.5 * unwanted[:, bit].sum() + ones[bit]) / (0.5 * 2 + 1)
        expected = np.log(likely / (1 - likely)) - np.log(unlikely / (1 - unlikely))
        assert found[bit] == pytest.approx(expected)


def test_unwanted_examples_push_their_bits_away():
    ones = np.full(64, 0.5)
    wanted = np.zeros((1, 64), bool)
    unwanted = np.ones((5, 64), bool)
    alone = search.combine(None, wanted, unwanted[:0], ones)
    assert (search.combine(None, wanted, unwanted, ones) < alone).all()
