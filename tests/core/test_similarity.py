import numpy as np
import pytest

from lookalike.plugin.core import bits
from lookalike.plugin.core.similarity import ones_share, pair_distances, similarity


@pytest.fixture
def words():
    return bits.columns(bits.pack(np.random.default_rng(0).random((2_000, 128)) > 0.5))


def test_random_codes_of_128_bits_lie_64_apart(words):
    counts = pair_distances(words)
    mean = (counts * np.arange(129)).sum() / counts.sum()
    assert mean == pytest.approx(64, abs=0.3)
    assert counts[0] == 0  # no patch is paired with itself


def test_statistics_of_the_same_codes_are_the_same_again(words):
    assert np.array_equal(pair_distances(words), pair_distances(words))


@pytest.mark.parametrize("rows", [0, 1])
def test_less_than_two_patches_have_no_pairs(rows):
    assert pair_distances((np.zeros(rows, np.uint64),)).sum() == 0


def test_similarity_is_the_share_of_pairs_that_lie_further_apart():
    counts = np.zeros(65, np.int64)
    counts[[10, 20, 30, 40]] = 25
    assert similarity(np.array([0, 15, 25, 35, 64]), counts).tolist() == [1, 0.75, 0.5, 0.25, 0]


def test_similarity_falls_with_distance(words):
    shares = similarity(np.linspace(0, 128, 500), pair_distances(words))
    assert (np.diff(shares) <= 0).all()
    assert shares[0] == 1
    assert shares[-1] == 0


def test_without_pairs_similarity_falls_evenly():
    assert similarity(np.array([0.0, 32, 64]), np.zeros(65, np.int64)).tolist() == [1, 0.5, 0]


def test_share_of_ones_is_the_mean_of_the_bits():
    code_bits = np.random.default_rng(0).random((1_000, 128)) < np.linspace(0, 1, 128)
    found = ones_share(bits.columns(bits.pack(code_bits)))
    assert np.allclose(found, code_bits.mean(axis=0))
