import numpy as np
import pytest

from lookalike.plugin.core import bits, hashing
from lookalike.plugin.core.hashing import HashLayer, fit, rotation, smooth, unit


@pytest.fixture
def clusters():
    """Embeddings of 12 kinds of places, 100 of each, in 40 dimensions."""
    random = np.random.default_rng(0)
    centres = random.normal(size=(12, 40))
    kinds = np.repeat(np.arange(12), 100)
    noise = random.normal(size=(1200, 40)) * 1.4
    return unit((centres[kinds] + noise).astype(np.float32)), kinds


def precision_at_10(codes, kinds):
    """Share of the ten nearest codes that are of the same kind."""
    distances = (codes[:, None, :] != codes[None, :, :]).sum(axis=2)
    np.fill_diagonal(distances, 10_000)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :10]
    return (kinds[nearest] == kinds[:, None]).mean()


def test_a_layer_is_a_product_and_a_bias():
    layer = HashLayer(np.eye(3, dtype=np.float32) * 2, np.array([1, 0, -1], np.float32))
    assert layer.logits(np.ones((1, 3), np.float32)).tolist() == [[3, 2, 1]]


def test_layers_with_equal_numbers_have_equal_digests():
    weights, bias = np.ones((2, 64), np.float32), np.zeros(64, np.float32)
    assert HashLayer(weights, bias).digest == HashLayer(weights.copy(), bias.copy()).digest
    assert HashLayer(weights, bias).digest != HashLayer(weights, bias + 1).digest


def test_smoothing_follows_its_formula_in_slow_words():
    x = unit(np.random.default_rng(1).normal(size=(30, 8)).astype(np.float32))
    cosine = np.array([[float(a @ b) for b in x] for a in x])
    matrix = np.zeros((30, 30))
    for row in range(30):
        for other in sorted(range(30), key=lambda j: -cosine[row, j])[:6]:  # itself and five
            matrix[row, other] = max(cosine[row, other], 0) ** 3
        matrix[row] /= matrix[row].sum()
    expected = matrix @ matrix @ x
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    assert np.allclose(smooth(x, rounds=2, neighbours=5), expected, atol=1e-5)


def test_smoothing_in_blocks_is_smoothing_at_once(clusters, monkeypatch):
    x, _ = clusters
    at_once = smooth(x, 2)
    monkeypatch.setattr(hashing, "BLOCK", 7)
    assert np.allclose(smooth(x, 2), at_once, atol=1e-5)


@pytest.mark.parametrize(("width", "length"), [(64, 64), (100, 64), (8, 64)])
def test_a_rotation_keeps_lengths_or_angles(width, length):
    values = np.random.default_rng(0).normal(size=(300, width)).astype(np.float32)
    turned = rotation(values, length, np.random.default_rng(1))
    assert turned.shape == (width, length)
    product = turned @ turned.T if width <= length else turned.T @ turned
    assert np.allclose(product, np.eye(min(width, length)), atol=1e-4)


def test_a_learned_rotation_loses_less_by_taking_signs_than_a_random_one():
    values = np.random.default_rng(0).laplace(size=(500, 64)).astype(np.float32)

    def loss(rounds):
        turned = values @ rotation(values, 64, np.random.default_rng(1), rounds)
        return ((np.sign(turned) - turned) ** 2).sum()

    assert loss(50) < 0.98 * loss(0)


def test_an_adapted_layer_tells_kinds_of_places_apart_without_labels(clusters):
    x, kinds = clusters
    random = np.random.default_rng(2).normal(size=(40, 64))
    adapted = fit(x, 64).logits(x) > 0
    assert precision_at_10(adapted, kinds) > precision_at_10(x @ random > 0, kinds) + 0.1


def test_what_all_places_differ_by_most_does_not_hide_their_kinds(clusters, monkeypatch):
    x, kinds = clusters
    common = np.random.default_rng(3).normal(size=(len(x), 4)) * 0.6  # such as haze or season
    mixed = unit(np.concatenate([x, common.astype(np.float32)], axis=1))
    found = precision_at_10(fit(mixed, 64).logits(mixed) > 0, kinds)
    monkeypatch.setattr(hashing, "LEVELLING", 0.0)
    assert found > precision_at_10(fit(mixed, 64).logits(mixed) > 0, kinds) + 0.05


def test_the_first_word_of_an_adapted_code_is_the_shorter_code(clusters):
    x, _ = clusters
    assert np.allclose(fit(x, 128).logits(x)[:, :64], fit(x, 64).logits(x), atol=1e-4)


def test_the_bits_of_an_adapted_layer_are_balanced_and_not_copies(clusters):
    codes = fit(clusters[0], 128).logits(clusters[0]) > 0
    assert (np.abs(codes.mean(axis=0) - 0.5) < 0.35).all()
    assert len({row.tobytes() for row in codes.T}) > 120


def test_fitting_again_gives_the_same_layer(clusters):
    assert fit(clusters[0], 128).digest == fit(clusters[0], 128).digest
    assert fit(clusters[0], 128, seed=1).digest != fit(clusters[0], 128).digest


@pytest.mark.parametrize("rows", [2, 5, 70])
def test_a_small_archive_gives_a_layer_too(rows):
    x = unit(np.random.default_rng(0).normal(size=(rows, 16)).astype(np.float32))
    layer = fit(x, 128)
    assert np.isfinite(layer.weights).all()
    assert len(np.unique(bits.pack(layer.logits(x) > 0), axis=0)) == rows
