"""The methods' formulas, each recomputed by slow loops or by its definition."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from scipy.linalg import eigh, hadamard

from lookalike.models.frozen import Frozen
from lookalike.models.heads import PerceptronHead, TopicHead
from lookalike.models.methods import (
    cdne,
    cibhash,
    classcode,
    crovca,
    csq,
    kslsh,
    kulsh,
    lsh,
    milan,
    plsh,
    sth,
)
from lookalike.models.perceptron import Perceptron, descend, epochs_of


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@pytest.fixture
def frozen(rng):
    labels = np.repeat(np.arange(4), 15)
    features = np.abs(rng.normal(size=(4, 40))[labels] + 0.3 * rng.normal(size=(60, 40)))
    features /= np.linalg.norm(features, axis=1, keepdims=True)
    views = tuple((features + 0.01 * rng.random(features.shape)).astype("f") for _ in range(2))
    return Frozen(features.astype("f"), labels, 24, views)


def unit(v):
    return v / np.linalg.norm(v)


def method(cls, **settings):
    """A method with settings, without a configuration."""
    made = cls.__new__(cls)
    made.settings = cls.Settings(**settings)
    return made


def logits(head, frozen):
    with torch.no_grad():
        return head(torch.from_numpy(frozen.features))[1].numpy()


def test_lsh_differs_in_a_bit_with_the_probability_of_the_angle(frozen):
    head = method(lsh.LSH).learn(frozen, 20_000, 1)
    bits = logits(head, frozen) > 0
    for i, j in ((0, 1), (0, 20), (3, 50)):
        angle = math.acos(np.clip(frozen.x[i] @ frozen.x[j], -1, 1))
        assert (bits[i] != bits[j]).mean() == pytest.approx(angle / math.pi, abs=0.015)


def test_a_shorter_lsh_code_is_a_prefix_of_a_longer_one(frozen):
    long, short = (logits(method(lsh.LSH).learn(frozen, k, 1), frozen) for k in (128, 64))
    np.testing.assert_array_equal(long[:, :64] > 0, short > 0)


def test_kulsh_is_its_sum_over_centred_kernels(frozen):
    head = method(kulsh.KULSH, anchors=20, subset=5).learn(frozen, 8, 2)
    anchors = head.anchors.numpy().astype(float)
    gamma, n = float(head.gamma), len(head.anchors)

    def k(a, b):
        return math.exp(-gamma * sum((p - q) ** 2 for p, q in zip(a, b)))

    gram = np.array([[k(a, b) for b in anchors] for a in anchors])
    centring = np.eye(n) - np.ones((n, n)) / n
    values, vectors = np.linalg.eigh(centring @ gram @ centring)
    kept = values > 1e-8 * values[-1]
    root = vectors[:, kept] @ np.diag(values[kept] ** -0.5) @ vectors[:, kept].T
    subsets = method(kulsh.KULSH, anchors=20, subset=5)
    rng = np.random.default_rng(2)
    rng.choice(len(frozen.x), 20, replace=False)
    chosen = subsets._subsets(20, 8, rng)
    found = logits(head, frozen)
    for i in range(6):
        row = np.array([k(frozen.x[i], a) for a in anchors])
        centred = row - row.mean() - gram.mean(axis=0) + gram.mean()
        for bit in range(8):
            expected = centred @ root @ chosen[:, bit]
            assert (found[i, bit] > 0) == (expected > 0) or abs(expected) < 1e-3


def test_the_first_bit_of_kslsh_starts_at_the_top_generalised_eigenvector(rng):
    kernel = rng.normal(size=(40, 6))
    labels = rng.integers(0, 3, 40)
    s = np.where(labels[:, None] == labels, 1.0, -1.0)
    a = kslsh.greedy(kernel, labels, 1, steps=0)[:, 0]
    squared = kernel.T @ kernel
    top = eigh(kernel.T @ s @ kernel, squared)[1][:, -1]
    assert abs(np.corrcoef(kernel @ a, kernel @ top)[0, 1]) == pytest.approx(1, abs=1e-4)
    assert a @ squared @ a == pytest.approx(40, rel=1e-4)


def test_kslsh_gains_on_its_objective_by_descending_and_with_every_bit(rng):
    labels = np.repeat([0, 1, 2], 20)
    kernel = rng.normal(size=(3, 8))[labels] + rng.normal(size=(60, 8))
    s = np.where(labels[:, None] == labels, 1.0, -1.0)
    lost = []
    for steps in (0, 30):
        h = np.where(kernel @ kslsh.greedy(kernel, labels, 12, steps) > 0, 1.0, -1.0)
        lost.append([np.square(h[:, :k] @ h[:, :k].T / 12 - s).sum() for k in range(1, 13)])
    assert lost[1][-1] <= lost[0][-1] * 1.05
    assert np.all(np.diff(lost[1][:6]) < 0)


def test_the_step_of_kslsh_lowers_minus_phi_r_phi(rng):
    kernel, labels = rng.normal(size=(30, 5)), rng.integers(0, 2, 30)
    r = np.where(labels[:, None] == labels, 1.0, -1.0)

    def value(a):
        phi = 2 / (1 + np.exp(-kernel @ a)) - 1
        return -phi @ r @ phi

    a = rng.normal(size=5)
    found = kslsh.descended(kernel, lambda v: r @ v, a, 50)
    assert value(found) < value(a)
    slope = [value(found + 1e-4 * e) - value(found - 1e-4 * e) for e in np.eye(5)]
    assert np.abs(slope).max() / 2e-4 < 1


def test_plsa_is_expectation_maximisation_by_loops(rng):
    counts = rng.random((7, 9)).astype("f")
    found = plsh.plsa(counts, 3, 4, np.random.default_rng(5))
    start = np.random.default_rng(5).uniform(0.5, 1.5, (9, 3))
    p_w, p_z = start / start.sum(0), np.full((3, 7), 1 / 3)
    for _ in range(4):
        new_w, new_z = np.zeros_like(p_w), np.zeros_like(p_z)
        for d in range(7):
            for w in range(9):
                posterior = p_w[w] * p_z[:, d] / (p_w[w] @ p_z[:, d])
                new_w[w] += counts[d, w] * posterior
                new_z[:, d] += counts[d, w] * posterior
        p_w, p_z = new_w / new_w.sum(0), new_z / new_z.sum(0)
    np.testing.assert_allclose(found, p_w, rtol=1e-4)


def test_plsh_folds_in_by_its_formula_and_cuts_at_the_median(frozen):
    head = method(plsh.PLSH, groups=3).learn(frozen, 16, 1)
    phi = head.topics.numpy().astype(float)
    folded = []
    for n in frozen.features.astype(float):
        p = np.full(16, 1 / 16)
        for _ in range(TopicHead.rounds):
            p = p * (phi.T @ (n / (phi @ p)))
            p /= p.sum()
        folded.append(np.maximum(p, TopicHead.floor))
    tau = np.sort(folded, axis=0)[(len(folded) - 1) // 2]
    wanted, found = np.array(folded) > tau * (1 + 1e-3), logits(head, frozen) > 0
    sure = np.abs(np.log(folded) - np.log(tau)) > 1e-2
    np.testing.assert_array_equal(found[sure], wanted[sure])
    assert (np.abs(found.mean(axis=0) - 0.5) < 0.1).mean() > 0.8


def test_k_means_leaves_no_group_empty(rng):
    x = np.repeat(np.eye(3, dtype="f"), 10, axis=0)
    assert set(plsh.k_means(x, 5, rng)) == set(range(5))


def test_eigenmaps_solve_the_generalised_problem_of_the_graph(frozen):
    weights = sth.graph(frozen.x.copy(), 30)
    dense = weights.toarray()
    np.testing.assert_allclose(dense, dense.T)
    degrees = np.diag(dense.sum(1))
    values = eigh(degrees - dense, degrees)[0]
    found = sth.eigenmaps(weights, 5, 0)
    for i, vector in enumerate(found.T):
        residual = (degrees - dense) @ vector - values[i + 1] * degrees @ vector
        assert np.abs(residual).max() < 1e-2 * np.abs(degrees @ vector).max()


def test_the_machines_of_self_taught_hashing_predict_separable_bits(rng):
    x = rng.normal(size=(80, 5)).astype("f")
    targets = np.where(x @ rng.normal(size=(5, 3)) > 0, 1.0, -1.0)
    weight, bias = sth.machines(x, targets, 1e-4)
    assert (np.sign(x @ weight + bias) == targets).mean() > 0.97


def test_milan_is_its_formula(rng):
    f = rng.random((12, 8))
    triplet = push = balance = 0.0
    for i in range(4):
        a, p, n = unit(f[i]), unit(f[4 + i]), unit(f[8 + i])
        triplet += max(0, ((a - p) ** 2).sum() - ((a - n) ** 2).sum() + 0.2) / 4
    for row in f:
        push += sum((v - 0.5) ** 2 for v in row) / 12
        balance += (row.mean() - 0.5) ** 2 / 12
    expected = triplet - 0.001 / 8 * push + balance
    assert float(milan.milan_loss(torch.tensor(f), 0.2, 0.001)) == pytest.approx(expected)


def test_milan_draws_triplets_of_two_classes_and_never_the_anchor_itself(rng):
    labels = np.array([0, 0, 0, 1, 1, -1, 2, 2])
    for rows in milan.draw(labels, 30, 50, rng):
        anchor, positive, negative = np.split(rows, 3)
        assert len(set(labels[anchor])) == len(set(labels[negative])) == 1
        assert (labels[anchor] == labels[positive]).all()
        assert (labels[anchor] != labels[negative]).all()
        assert (anchor != positive).all()
        assert (labels[rows] >= 0).all()


def test_cdne_is_its_formula(rng):
    h, memory = rng.normal(size=(3, 4)), rng.normal(size=(6, 4))
    memory /= np.linalg.norm(memory, axis=1, keepdims=True)
    rows, y = np.array([4, 0, 2]), np.array([0, 1, 0, 1, 1, 0])
    expected = 0.0
    for code, i in zip(h, rows):
        e = {j: math.exp(unit(code) @ memory[j] / 0.5) for j in range(6) if j != i}
        inside = sum(v for j, v in e.items() if y[j] == y[i])
        expected -= math.log(inside / sum(e.values())) / 3
    args = (torch.tensor(a) for a in (h, rows, memory, y))
    assert float(cdne.neighbourhood(*args, 0.5)) == pytest.approx(expected)


def test_csq_is_its_formula(rng):
    u, c = rng.normal(size=(3, 4)), rng.choice([-1.0, 1.0], (3, 4))
    p, target = (np.tanh(u) + 1) / 2, (c + 1) / 2
    bce = -(target * np.log(p) + (1 - target) * np.log(1 - p)).mean()
    expected = bce + 0.3 * ((np.abs(np.tanh(u)) - 1) ** 2).mean()
    found = csq.csq_loss(torch.tensor(u), torch.tensor(c), 0.3)
    assert float(found) == pytest.approx(expected)


@pytest.mark.parametrize("bits", [16, 64, 128, 256])
@pytest.mark.parametrize("classes", [3, 10, 16])
def test_centres_are_hadamard_rows_that_differ_in_their_first_word(classes, bits, rng):
    found = csq.centres(classes, bits, rng)
    assert {tuple(r) for r in found} <= {tuple(r) for r in hadamard(bits)}
    prefix = found[:, :64]
    distances = (prefix[:, None] != prefix).sum(2)[~np.eye(classes, dtype=bool)]
    assert (distances == min(bits, 64) // 2).all()


def test_more_classes_than_rows_take_negatives_and_then_chance(rng):
    assert len({tuple(r) for r in csq.centres(30, 16, rng)}) == 30
    assert csq.centres(40, 16, rng).shape == (40, 16)


def test_the_centre_of_several_labels_is_their_majority_and_ties_are_fixed():
    centre = np.array([[1, 1, -1], [1, -1, -1], [-1, -1, 1]], np.float32)
    hot = np.array([[1, 1, 1], [1, 1, 0], [1, 1, 0]], bool)
    found = csq.multi_label_centres(centre, hot, 0)
    np.testing.assert_array_equal(found[0], [1, -1, -1])
    np.testing.assert_array_equal(found[1], found[2])
    assert set(found.ravel()) <= {-1, 1}


def test_nt_xent_is_its_formula(rng):
    z, w = rng.normal(size=(3, 5)), rng.normal(size=(3, 5))
    both = [unit(v) for v in (*z, *w)]
    expected = 0.0
    for i in range(6):
        e = {j: math.exp(both[i] @ both[j] / 0.3) for j in range(6) if j != i}
        expected -= math.log(e[(i + 3) % 6] / sum(e.values())) / 6
    assert float(cibhash.nt_xent(torch.tensor(z), torch.tensor(w), 0.3)) == pytest.approx(expected)


def test_the_bottleneck_is_the_symmetric_divergence_of_bits(rng):
    p, q = rng.uniform(0.1, 0.9, (2, 3, 4))
    expected = 0.0
    for a, b in zip(p.ravel(), q.ravel()):
        for s, t in ((a, b), (b, a)):
            expected += s * math.log(s / t) + (1 - s) * math.log((1 - s) / (1 - t))
    found = cibhash.bottleneck(torch.tensor(p), torch.tensor(q))
    assert float(found) == pytest.approx(expected / 2 / 3)


def test_a_straight_through_sign_has_the_gradient_of_its_input():
    p = torch.tensor([0.2, 0.8], requires_grad=True)
    z = cibhash.sign(p)
    np.testing.assert_array_equal(z.detach(), [-1, 1])
    (z * torch.tensor([3.0, 5.0])).sum().backward()
    np.testing.assert_array_equal(p.grad, [3, 5])


def test_the_coding_rate_is_its_formula(rng):
    z = rng.normal(size=(6, 4))
    rows = np.stack([unit(v) for v in z])
    _, logdet = np.linalg.slogdet(np.eye(4) + 4 / (0.05 * 6) * rows.T @ rows)
    expected = -(4 + 6) / (4 * 6) * 0.5 * logdet
    found = crovca.coding_rate(torch.tensor(z, dtype=torch.float32), 0.05)
    assert float(found) == pytest.approx(expected, rel=1e-4)


def test_views_agree_by_cross_entropy_against_each_others_bits(rng):
    u, v = rng.normal(size=(2, 3, 4))
    expected = 0.0
    for a, b in ((u, v), (v, u)):
        p, bit = 1 / (1 + np.exp(-a)), b > 0
        expected -= (bit * np.log(p) + ~bit * np.log(1 - p)).mean() / 2
    assert float(crovca.agreement(torch.tensor(u), torch.tensor(v))) == pytest.approx(expected)


def test_a_folded_batch_norm_changes_no_logit(rng):
    torch.manual_seed(0)
    network, norm = Perceptron((5, 4), 6), torch.nn.BatchNorm1d(6)
    x = torch.from_numpy(rng.normal(size=(50, 5)).astype("f"))
    for _ in range(3):
        norm(network(x)[1])
    norm.eval()
    expected = norm(network(x)[1]).detach()
    crovca.fold(norm, network)
    torch.testing.assert_close(network(x)[1].detach(), expected, atol=1e-4, rtol=1e-4)


def test_a_classifier_gives_one_hadamard_row_a_class(frozen):
    head = method(classcode.ClassCode, epochs=200).learn(frozen, 32, 1)
    found = logits(head, frozen)
    assert {tuple(r) for r in found} <= {tuple(r) for r in hadamard(32).astype(np.float32)}
    for label in range(4):
        assert len({tuple(r) for r in found[frozen.labels == label]}) == 1


def test_a_trained_perceptron_and_its_head_agree(frozen):
    torch.manual_seed(0)
    network = Perceptron((24, 16, 12), 8, slope=0.2)
    x = torch.from_numpy(frozen.x)
    descend(
        [network],
        lambda r: network(x[r])[1].square().mean(),
        epochs_of(np.arange(60), 20, 3, np.random.default_rng(0)),
        1e-3,
    )
    head = network.head(frozen)
    assert isinstance(head, PerceptronHead)
    expected = network(x)[1].detach().numpy()
    # The network trains in half precision; the head that leaves is whole.
    np.testing.assert_allclose(logits(head, frozen), expected, atol=0.05)
