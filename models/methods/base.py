"""What every hashing method can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from torch import nn

from ..config import Config
from ..data import Patches
from ..encoding import encode
from ..networks import HashingNetwork
from ..parsing import build


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
    nested: ClassVar[bool] = False
    """Whether the first 64 bits of a longer code are a good code of their own."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.settings: Any = build(self.Settings, config.method.settings, "method.settings")
        self.network: nn.Module | None = None

    @abstractmethod
    def fit(self, patches: Patches, run: Run) -> Method:
        """Learn from training patches (label −1 = not labelled); returns self."""

    def encode(self, patches: Patches) -> tuple[np.ndarray, np.ndarray]:
        """Encode patches with the fitted network: `encode(self.network, patches)`."""
        if self.network is None:
            raise RuntimeError("encode() before fit()")
        return encode(self.network, patches)

    @classmethod
    def rebuild(cls, config: Config, state: Mapping[str, Any]) -> nn.Module:
        """Make the fitted network again from its configuration and its numbers."""
        network = HashingNetwork.build(config)
        network.load_state_dict(state)
        return network
