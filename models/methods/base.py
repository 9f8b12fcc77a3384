"""What every hashing method can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from tqdm import tqdm

from ..config import Config, build
from ..data import Patches
from ..networks import HashingNetwork


@dataclass(frozen=True)
class Run:
    """Where a fit works and what it may measure with.

    Attributes
    ----------
    folder
        For checkpoints; a fit that finds one of its own there goes on from it.
    validation
        Held-out patches, for figures while training; never trained on.
    cache
        For frozen features, shared by runs.
    """

    folder: Path
    validation: Patches | None = None
    cache: Path | None = field(default=None)


class Method(ABC):
    """A way to make codes: construct, `fit`, then `encode` or export `network`.

    The constructor only stores. `fit` leaves a `HashingNetwork` (or another module of its contract)
    in `network`; all else is common to all methods.
    """

    Settings: ClassVar[type]
    title: ClassVar[str]
    """One sentence for the model card."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.settings: Any = build(self.Settings, config.method.settings, "method.settings")
        self.network: HashingNetwork | None = None

    @abstractmethod
    def fit(self, patches: Patches, run: Run) -> Method:
        """Learn from training patches (label −1 = not labelled); returns self."""

    def encode(self, patches: Patches) -> tuple[np.ndarray, np.ndarray]:
        """Encode patches with the fitted network: `encode(self.network, patches)`."""
        if self.network is None:
            raise RuntimeError("encode() before fit()")
        return encode(self.network, patches)


@torch.no_grad()
def encode(
    network: torch.nn.Module,
    patches: Patches,
    *,
    bfloat16: bool = False,
    batch: int = 256,
    progress: bool = True,
) -> tuple[np.ndarray, np.ndarray]:
    """Embeddings float32 (n, D) and logits float32 (n, K) of patches, the network as it is."""
    training = network.training
    network.eval()
    embeddings, logits = [], []
    steps = range(0, len(patches), batch)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16):
        for start in tqdm(steps, "encoding", unit=" batches", leave=False, disable=not progress):
            x = torch.from_numpy(patches.reflectance(slice(start, start + batch)))
            outputs = network(x)
            embeddings.append(outputs[0].float().numpy())
            logits.append(outputs[1].float().numpy())
    network.train(training)
    return np.concatenate(embeddings), np.concatenate(logits)
