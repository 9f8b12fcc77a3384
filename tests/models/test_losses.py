"""Each loss against its formula in slow loops."""

from __future__ import annotations

import math

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from lookalike.models import losses  # noqa: E402

N, K = 9, 64
LABELS = [0, 0, 1, 1, 1, -1, -1, 2, 0]


@pytest.fixture(params=[torch.float32, torch.float64], ids=["float32", "float64"])
def codes(request):
    generator = torch.Generator().manual_seed(1)
    logits = torch.randn(N, K, generator=generator, dtype=request.param)
    return torch.tanh(logits).requires_grad_()


def cosines(x):
    x = x.detach().double().numpy()
    x = x / np.linalg.norm(x, axis=1, keepdims=True)
    return x @ x.T


def test_supervised_contrast_is_its_formula(codes):
    s, t, per_patch = cosines(codes), 0.2, []
    labelled = [i for i in range(N) if LABELS[i] >= 0]
    for i in labelled:
        positives = [p for p in labelled if p != i and LABELS[p] == LABELS[i]]
        if not positives:
            continue
        below = sum(math.exp(s[i, a] / t) for a in labelled if a != i)
        terms = [math.log(math.exp(s[i, p] / t) / below) for p in positives]
        per_patch.append(-sum(terms) / len(positives))
    found = losses.supervised_contrast(codes, torch.tensor(LABELS), t)
    assert found.item() == pytest.approx(np.mean(per_patch), rel=1e-5)


def test_neighbourhood_distillation_is_its_formula(codes):
    generator = torch.Generator().manual_seed(2)
    teacher = torch.nn.functional.normalize(torch.randn(N, 7, generator=generator), dim=1)
    teacher = teacher.to(codes.dtype)
    s, x, per_patch = cosines(codes), cosines(teacher), []
    for i in range(N):
        allowed = [
            j
            for j in range(N)
            if j != i and not (min(LABELS[i], LABELS[j]) >= 0 and LABELS[i] != LABELS[j])
        ]
        q = np.exp([x[i, j] / 0.05 for j in allowed])
        p = np.exp([s[i, j] / 0.1 for j in allowed])
        per_patch.append(-(q / q.sum() * np.log(p / p.sum())).sum())
    found = losses.neighbourhood_distillation(codes, torch.tensor(LABELS), teacher, 0.05, 0.1)
    assert found.item() == pytest.approx(np.mean(per_patch), rel=1e-4)


def test_quantisation_is_the_mean_distance_from_one(codes):
    z = codes.detach().numpy()
    expected = sum(1 - abs(z[i, k]) for i in range(N) for k in range(K)) / (N * K)
    assert losses.quantisation(codes).item() == pytest.approx(expected, rel=1e-5)


def test_decorrelation_sums_the_squares_off_the_diagonal(codes):
    z = codes.detach().double().numpy()
    expected = sum(
        (sum(z[i, k] * z[i, m] for i in range(N)) / N) ** 2
        for k in range(K)
        for m in range(K)
        if k != m
    )
    assert losses.decorrelation(codes).item() == pytest.approx(expected / K, rel=1e-4)


def test_feature_keeping_is_one_minus_the_cosine():
    a, b = torch.tensor([[3.0, 4.0], [1.0, 0.0]]), torch.tensor([[4.0, 3.0], [0.0, 2.0]])
    assert float(losses.feature_keeping(a, b)) == pytest.approx((1 - 24 / 25 + 1) / 2)


@pytest.mark.parametrize("labels", [[-1] * N, list(range(N))], ids=["no label", "all different"])
def test_losses_without_a_usable_pair_are_finite_and_give_finite_gradients(codes, labels):
    y = torch.tensor(labels)
    teacher = torch.nn.functional.normalize(codes.detach()[:, :5], dim=1)
    loss = losses.supervised_contrast(codes, y, 0.2)
    loss = loss + losses.neighbourhood_distillation(codes, y, teacher, 0.05, 0.1)
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(codes.grad).all()


def test_a_patch_alone_with_its_label_does_not_spoil_the_gradient(codes):
    teacher = torch.nn.functional.normalize(codes.detach()[:, :5], dim=1)
    labels = torch.tensor([0, 1, 1, 1, 1, 1, 1, 1, 1])
    losses.neighbourhood_distillation(codes, labels, teacher, 0.05, 0.1).backward()
    assert torch.isfinite(codes.grad).all()
