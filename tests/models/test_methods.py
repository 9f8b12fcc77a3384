"""What the methods compute, each by its own definition."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from lookalike.models import benchmark, data
from lookalike.models.config import parse, resolve
from lookalike.models.errors import ConfigError, DataError
from lookalike.models.frozen import Frozen
from lookalike.models.methods import METHODS, milan_tuned
from lookalike.models.methods.base import Run
from lookalike.models.teacher import principal
from lookalike.plugin.core.hashing import principal_axes, rotation, smooth, unit


@pytest.fixture
def training(tiny_config):
    return data.split(data.read(tiny_config.data), resolve(tiny_config.data.split))[0]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_equal_configurations_fit_equal_codes_that_tell_classes_apart(
    name, values_of, training, tmp_path
):
    config = parse(values_of(name))
    methods = [METHODS[name](config) for _ in range(2)]
    assert [m.fit(training, Run(tmp_path / str(i))) for i, m in enumerate(methods)] == methods
    one, two = (method.encode(training) for method in methods)
    np.testing.assert_array_equal(one[1], two[1])
    assert one[0].shape[0] == 33
    assert one[0].shape[1] <= 512
    assert one[1].shape == (33, 128)
    # 33 patches have no 128 eigenvectors: the later ones of self-taught hashing are noise.
    enough = 0.4 if name == "sth" else 0.6
    assert neighbours_of_a_class(one[1], training.labels) > enough
    if METHODS[name].nested:
        assert neighbours_of_a_class(one[1][:, :64], training.labels) > enough


def neighbours_of_a_class(logits, labels) -> float:
    """Share of a patch's 5 nearest by Hamming distance that have its label; by chance 0.31."""
    signs = np.where(logits > 0, 1.0, -1.0)
    similarity = signs @ signs.T
    np.fill_diagonal(similarity, -np.inf)
    return float((labels[np.argsort(-similarity, axis=1)[:, :5]] == labels[:, None]).mean())


@pytest.mark.parametrize("name", sorted(METHODS))
def test_encoding_before_fitting_is_a_bug(name, values_of, training):
    with pytest.raises(RuntimeError, match=r"before fit"):
        METHODS[name](parse(values_of(name))).encode(training)


@pytest.mark.parametrize("name", benchmark.rows())
@pytest.mark.parametrize("bits", [16, 96])
def test_frozen_methods_learn_codes_of_any_length_with_labels_missing(
    name, bits, values_of, training
):
    rng = np.random.default_rng(0)
    colours = training.pixels.mean(axis=(1, 2)) / 255
    features = np.abs(colours @ rng.normal(size=(3, 120)) + 0.1 * rng.normal(size=(33, 120)))
    labels = np.where(np.arange(33) % 3 == 0, -1, training.labels)
    views = tuple(features + 0.05 * rng.random(features.shape) for _ in range(2))
    frozen = Frozen(
        unit(features).astype(np.float32), labels, 64, tuple(v.astype(np.float32) for v in views)
    )
    values = values_of(name)
    if name in ("itq", "whitened_itq", "pca_rotation"):
        values["method"]["settings"] = {"nest": False}
    head = METHODS[name](parse(values)).learn(frozen, bits, seed=3)
    embedding, logits = head(torch.from_numpy(frozen.features))
    assert logits.shape == (33, bits)
    assert torch.isfinite(logits).all()
    np.testing.assert_allclose(torch.linalg.vector_norm(embedding, dim=1), 1, atol=1e-5)


def test_itq_finds_an_orthogonal_rotation_that_loses_less_at_every_round():
    rng = np.random.default_rng(0)
    v = rng.normal(size=(200, 8)) @ rng.normal(size=(8, 8))
    lost = []
    for rounds in (0, 1, 3, 10, 30):
        r = rotation(v, v.shape[1], np.random.default_rng(1), rounds).astype(np.float64)
        np.testing.assert_allclose(r.T @ r, np.eye(8), atol=1e-5)
        lost.append(np.square(np.sign(v @ r) - v @ r).sum())
    assert np.all(np.diff(lost) < 1e-6)


def test_itq_does_not_look_at_labels(values, training, tmp_path):
    values["method"] = {"name": "itq"}
    fit = METHODS["itq"](parse(values)).fit
    labels = np.full_like(training.labels, -1)
    hidden = dataclasses.replace(training, labels=labels)
    one = fit(training, Run(tmp_path)).encode(training)[1]
    np.testing.assert_array_equal(one, fit(hidden, Run(tmp_path)).encode(training)[1])


def test_itq_refuses_an_embedding_smaller_than_a_word(values, training, tmp_path):
    values["method"] = {"name": "itq"}
    values["network"]["embedding"] = 32
    with pytest.raises(ConfigError, match="at least 64"):
        METHODS["itq"](parse(values)).fit(training, Run(tmp_path))


def test_smoothing_is_its_formula():
    rng = np.random.default_rng(0)
    x = unit(rng.normal(size=(30, 6)).astype(np.float32))
    s = np.zeros((30, 30))
    for i in range(30):
        cosine = x @ x[i]
        for j in np.argsort(-cosine)[:6]:
            s[i, j] = max(cosine[j], 0) ** 3
    s /= s.sum(1, keepdims=True)
    np.testing.assert_allclose(smooth(x, 2), unit(s @ s @ x), atol=1e-5)


def test_smoothing_nothing_gives_the_features_back():
    x = unit(np.random.default_rng(0).normal(size=(4, 3)).astype(np.float32))
    assert smooth(x, 0) is x


def test_principal_features_are_centred_orthogonal_and_of_unit_length():
    x = np.random.default_rng(0).normal(2, 1, (50, 10)).astype(np.float32)
    deviations, components, mean = principal_axes(x, 4)
    projected = (x - mean) @ components
    np.testing.assert_allclose(components.T @ components, np.eye(4), atol=1e-5)
    np.testing.assert_allclose(projected.std(0), deviations, rtol=1e-4)
    assert np.all(np.diff(deviations) <= 0)
    np.testing.assert_allclose(np.linalg.norm(principal(x, 4), axis=1), 1, rtol=1e-5)


def test_fewer_features_than_asked_for_are_taken_whole():
    assert principal(np.eye(3, dtype=np.float32), 8).shape == (3, 3)


def test_milan_end_to_end_draws_an_epoch_of_triplets(training):
    objective = milan_tuned.Objective(milan_tuned.Settings(), training.labels)
    batches = objective.batches(len(training), 9, np.random.default_rng(0))
    assert [len(rows) for rows in batches] == [9] * 3
    for rows in batches:
        anchors, positives, negatives = training.labels[rows].reshape(3, 3)
        assert (anchors == positives).all()
        assert (anchors != negatives).all()


def test_batches_of_two_classes_leave_the_batch_statistics_alone(values_of, training, tmp_path):
    config = parse(values_of("milan_tuned"))
    network = METHODS["milan_tuned"](config).fit(training, Run(tmp_path)).network
    start = milan_tuned.SteadyNetwork.build(config)
    found = {name: b for name, b in network.features.named_buffers() if "running" in name}
    assert found
    for name, value in start.features.named_buffers():
        if "running" in name:
            assert torch.equal(found[name], value)


@pytest.mark.parametrize(
    ("labels", "sentence"),
    [(np.zeros(33, np.int64), "two classes"), (np.ones((33, 3), np.int64), "one label a patch")],
)
def test_milan_end_to_end_refuses_what_makes_no_triplets(
    labels, sentence, values_of, training, tmp_path
):
    method = METHODS["milan_tuned"](parse(values_of("milan_tuned")))
    with pytest.raises(DataError, match=sentence):
        method.fit(dataclasses.replace(training, labels=labels), Run(tmp_path))
