"""The training loop: epochs, learning rate, checkpoints, resume.

Everything random in an epoch is drawn from (seed, epoch), and a checkpoint is written between
epochs, so a run that was stopped goes on exactly as if it had not been.
"""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn
from tqdm import tqdm

from ..plugin.core.errors import LookalikeError
from .augment import augment
from .config import Config, parse
from .data import Patches
from .device import device, device_of
from .encoding import encode
from .errors import ConfigError, LearningError
from .metrics import map_of_codes
from .networks import HashingNetwork
from .precision import mixed

if TYPE_CHECKING:
    from .methods.base import Run

CHECKPOINT = "checkpoint.pt"
MOST_QUERIES = 6000
"""Validation patches that the look after each epoch searches for."""


class Objective(nn.Module):
    """The loss of a batch (see `train`), and which patches make one.

    Attributes
    ----------
    views
        How often each patch stands in a batch, changed at random each time.
    """

    views = 1

    def batches(self, count: int, size: int, rng: np.random.Generator) -> list[np.ndarray]:
        """Rows of each step of an epoch over so many patches; views one after the other."""
        different = _batches(count, max(size // self.views, 2), rng)
        return [np.tile(rows, self.views) for rows in different]


def train(
    network: HashingNetwork, objective: Objective, config: Config, patches: Patches, run: Run
) -> HashingNetwork:
    """Train a network, going on from the checkpoint in the run's folder where there is one.

    Parameters
    ----------
    network
        Trained in place.
    objective
        (embedding, logits, labels int64 (n,), rows int64 (n,)) → loss. Its own parameters are
        trained too.
    config
        `train`, `augment` and `seed` are used here.
    patches
        Training patches; `rows` above count in them.
    run
        Folder for the checkpoint, and the validation patches.

    Returns
    -------
    HashingNetwork
        The same network, in evaluation mode and on the processor.

    Raises
    ------
    ConfigError
        If the checkpoint in the folder was made by another configuration.
    """
    # Channels last: depthwise convolutions in bfloat16 take half the time.
    network.to(device(), memory_format=torch.channels_last)
    objective.to(device())
    optimiser = _optimiser(network, objective, config)
    state = {"network": network, "objective": objective, "optimiser": optimiser}
    start, history = _resume(run.folder / CHECKPOINT, state, config)
    for epoch in range(start, config.train.epochs):
        loss = _epoch(network, objective, optimiser, config, patches, epoch)
        figures = {"epoch": epoch + 1, "loss": loss, **_validate(network, config, patches, run)}
        history.append(figures)
        _save(run.folder / CHECKPOINT, state, config, history)
        print("  ".join(f"{name} {value:.4g}" for name, value in figures.items()), flush=True)
    return network.eval().cpu()


def rate(step: int, steps: int, warmup: int) -> float:
    """Share of the full learning rate at a step: linear warm-up, then half a cosine to zero."""
    if step < warmup:
        return (step + 1) / warmup
    return 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(steps - warmup, 1)))


def load_checkpoint(path: Path) -> dict[str, Any]:
    """Read a checkpoint file.

    Raises
    ------
    ConfigError
        If it is missing or not one of ours.
    """
    try:
        checkpoint = torch.load(path, map_location="cpu", weights_only=True)
        if not {"config", "network", "history"} <= checkpoint.keys():
            raise ValueError("not a checkpoint")
        parse(checkpoint["config"])
    except (OSError, LookalikeError) as error:
        raise ConfigError(f"{path} is no readable training checkpoint ({error}).") from error
    except Exception as error:  # torch raises many kinds for a broken file, with advice to coders
        raise ConfigError(
            f"{path} is no readable training checkpoint: it is damaged, or something else. Choose "
            "another, or remove it and train again."
        ) from error
    return checkpoint


def refuse_other(path: Path, checkpoint: dict[str, Any], config: Config) -> None:
    """Refuse a checkpoint that another configuration made."""
    # Parsed: a configuration that has got a further key since is still the same one.
    if parse(checkpoint["config"]).to_json() != config.to_json():
        raise ConfigError(
            f"{path} was made by another configuration. Choose another --out, or remove it."
        )


def _epoch(
    network: HashingNetwork,
    objective: Objective,
    optimiser: torch.optim.Optimizer,
    config: Config,
    patches: Patches,
    epoch: int,
) -> float:
    where = device_of(network)
    rng = np.random.default_rng([config.seed, epoch])
    torch.manual_seed(config.seed * 10_007 + epoch)
    batches = objective.batches(len(patches), config.train.batch, rng)
    total_steps = len(batches) * config.train.epochs
    network.train()
    losses = []
    bar = tqdm(batches, f"epoch {epoch + 1}/{config.train.epochs}", unit=" batches", leave=False)
    for i, rows in enumerate(bar):
        factor = rate(epoch * len(batches) + i, total_steps, config.train.warmup)
        for group in optimiser.param_groups:
            group["lr"] = group["full_rate"] * factor
        x = augment(patches.pixels[rows], patches.full_scale, config.augment, rng, where)
        labels = torch.from_numpy(patches.labels[rows]).to(where)
        with mixed(where, config.train.bfloat16):
            embedding, logits = network(x.contiguous(memory_format=torch.channels_last))
        loss = objective(embedding, logits, labels, torch.from_numpy(rows).to(where))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        losses.append(float(loss.detach()))
        if not math.isfinite(losses[-1]):
            raise LearningError(
                f"The loss of epoch {epoch + 1} is no longer a number: training has diverged, and "
                "nothing of this epoch is kept. Lower train.head_rate and train.backbone_rate, or "
                "look at the weights and temperatures of method.settings."
            )
        bar.set_postfix(loss=f"{np.mean(losses[-20:]):.3f}")
    return float(np.mean(losses))


def _batches(count: int, size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Shuffled rows in batches; a rest that batch statistics cannot live on is left out."""
    order = rng.permutation(count)
    batches = [order[i : i + size] for i in range(0, count, size)]
    return batches[:-1] if len(batches) > 1 and len(batches[-1]) < size // 2 else batches


def _validate(
    network: HashingNetwork, config: Config, patches: Patches, run: Run
) -> dict[str, float]:
    """mAP@20 by Hamming distance of validation patches among training ones, fixed samples."""
    labelled = np.flatnonzero(patches.labelled)
    asking = run.validation
    if asking is None or not len(labelled):
        return {}
    rng = np.random.default_rng(config.seed)
    archive = rng.permutation(labelled)[: config.train.validation_archive]
    if len(asking) > MOST_QUERIES:
        asking = asking.take(np.sort(rng.permutation(len(asking))[:MOST_QUERIES]))
    fast = config.train.bfloat16
    _, queries = encode(network, asking, bfloat16=fast)
    _, rows = encode(network, patches.take(archive), bfloat16=fast)
    return {
        f"mAP@20/{k}": map_of_codes(
            queries[:, :k], asking.labels, rows[:, :k], patches.labels[archive]
        )
        for k in config.network.nested
    }


def _optimiser(network: HashingNetwork, objective: nn.Module, config: Config) -> torch.optim.AdamW:
    backbone = list(network.features.parameters())
    head = [*network.project.parameters(), *network.hash.parameters(), *objective.parameters()]
    decay = config.train.weight_decay
    groups = []
    for parameters, full_rate in (
        (backbone, config.train.backbone_rate),
        (head, config.train.head_rate),
    ):
        for matrix in (True, False):  # no decay on biases and batch norms
            chosen = [p for p in parameters if p.requires_grad and (p.ndim > 1) == matrix]
            groups.append(
                {"params": chosen, "full_rate": full_rate, "weight_decay": decay if matrix else 0.0}
            )
    return torch.optim.AdamW(groups, lr=config.train.head_rate)


def _save(path: Path, state: dict[str, Any], config: Config, history: list[Any]) -> None:
    """Write beside the final name, then rename: a checkpoint is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {key: part.state_dict() for key, part in state.items()}
    content |= {"config": config.to_json(), "history": history}
    partial = path.with_suffix(".part")
    try:
        torch.save(content, partial)
        os.replace(partial, path)
    except (OSError, RuntimeError) as error:  # torch has the latter for a full disk
        raise LearningError(
            f"The checkpoint {path} cannot be written ({error}). Make room there or choose another "
            "--out: the same command goes on from the last epoch that was kept."
        ) from error


def _resume(path: Path, state: dict[str, Any], config: Config) -> tuple[int, list[Any]]:
    if not path.exists():
        return 0, []
    checkpoint = load_checkpoint(path)
    refuse_other(path, checkpoint, config)
    try:
        for key, part in state.items():
            part.load_state_dict(checkpoint[key])
    except (KeyError, RuntimeError, ValueError) as error:
        raise ConfigError(
            f"Training cannot go on from {path}: it does not hold the network of its "
            "configuration. Choose another --out, or remove it."
        ) from error
    return len(checkpoint["history"]), checkpoint["history"]
