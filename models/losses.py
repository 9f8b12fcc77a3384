"""Losses between the codes of one batch.

All take codes z = tanh(logits), float (n, K), and labels: int (n,), −1 = not labelled, or for
several labels a patch int (n, classes) of zeros and ones, all zero = not labelled. Formulas follow
the names in the docstrings; each is recomputed by slow loops in the tests.
"""

from __future__ import annotations

import torch
from torch.nn import functional


def supervised_contrast(
    codes: torch.Tensor, labels: torch.Tensor, temperature: float
) -> torch.Tensor:
    """Supervised contrast between labelled patches (Khosla et al. 2020, eq. 2).

    −mean_i 1/|P(i)| Σ_{p∈P(i)} log( exp(ẑ_i·ẑ_p/t) / Σ_{a≠i} exp(ẑ_i·ẑ_a/t) ), over labelled i with
    at least one other patch of its label, a over labelled patches. 0 where there is none. With
    several labels the mean over P(i) is weighted by `likeness`.
    """
    labelled = is_labelled(labels)
    z = functional.normalize(codes[labelled], dim=1)
    y = labels[labelled]
    others = ~torch.eye(len(y), dtype=torch.bool, device=y.device)
    weights = likeness(y) * others
    usable = weights.sum(1) > 0
    if not usable.any():
        return codes.sum() * 0
    log_p = _log_softmax(z @ z.T / temperature, others)
    per_patch = (weights * log_p.masked_fill(~others, 0)).sum(1)[usable] / weights.sum(1)[usable]
    return -per_patch.mean()


def is_labelled(labels: torch.Tensor) -> torch.Tensor:
    """Patches that have a label at all: bool (n,)."""
    return labels >= 0 if labels.ndim == 1 else labels.any(dim=1)


def likeness(labels: torch.Tensor) -> torch.Tensor:
    """Likeness of labelled patches, float (n, n): 1 for equal labels, 0 for none in common.

    Of several labels the shared share, |A ∩ B| / |A ∪ B|.
    """
    if labels.ndim == 1:
        return (labels[:, None] == labels[None, :]).float()
    hot = labels.float()
    shared = hot @ hot.T
    counts = hot.sum(1)
    return shared / (counts[:, None] + counts[None, :] - shared).clamp_min(1)


def neighbourhood_distillation(
    codes: torch.Tensor,
    labels: torch.Tensor,
    teacher: torch.Tensor,
    teacher_temperature: float,
    temperature: float,
) -> torch.Tensor:
    """Make a patch's neighbours in code space those of a frozen teacher; needs no labels.

    mean_i −Σ_j q_ij log p_ij, q_i = softmax_j(x_i·x_j/t_x), p_i = softmax_j(ẑ_i·ẑ_j/t), over all
    j ≠ i except pairs of *different labels* (none in common), the distillation form of stochastic
    neighbour embedding (Hinton & Roweis 2002).

    Parameters
    ----------
    teacher
        float (n, T), L2-normalised features of the frozen network.
    """
    z = functional.normalize(codes, dim=1)
    labelled = is_labelled(labels)
    different = (likeness(labels) == 0) & labelled[:, None] & labelled[None, :]
    allowed = ~different & ~torch.eye(len(labels), dtype=torch.bool, device=labels.device)
    usable = allowed.any(dim=1)
    if not usable.any():
        return codes.sum() * 0
    q = _log_softmax(teacher @ teacher.T / teacher_temperature, allowed).exp()
    log_p = _log_softmax(z @ z.T / temperature, allowed)
    cross = (q * log_p).masked_fill(~allowed, 0).sum(1)
    return -cross[usable].mean()


def quantisation(codes: torch.Tensor) -> torch.Tensor:
    """Distance of the codes from ±1: mean(1 − |z|)."""
    return (1 - codes.abs()).mean()


def decorrelation(codes: torch.Tensor) -> torch.Tensor:
    """Bits should not repeat each other: Σ_{k≠l} (zᵀz/n)²_kl / K."""
    n, bits = codes.shape
    correlation = codes.T @ codes / n
    off = correlation - torch.diag(torch.diag(correlation))
    return off.square().sum() / bits


def feature_keeping(read_out: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    """Keep what the frozen network knew: mean(1 − cos(read-out, teacher features))."""
    return (1 - functional.cosine_similarity(read_out, teacher, dim=1)).mean()


def _log_softmax(scores: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """Log-softmax of each row over its allowed entries.

    The others get a huge finite number: −inf would make rows without any entry NaN, and their
    gradient with them.
    """
    return torch.log_softmax(scores.masked_fill(~allowed, -1e9), dim=1)
