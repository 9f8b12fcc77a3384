"""What can run a network beside the processor, tried before it is trusted."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from .errors import ProviderError
from .model import HashModel
from .saying import say

#: Execution providers of ONNX Runtime on this machine, by what people call them. Others send
#: patches elsewhere (Azure), or compile for minutes (TensorRT).
TITLES = {
    "CUDAExecutionProvider": "NVIDIA GPU (CUDA)",
    "ROCMExecutionProvider": "AMD GPU (ROCm)",
    "MIGraphXExecutionProvider": "AMD GPU (MIGraphX)",
    "DmlExecutionProvider": "GPU (DirectML)",
    "CoreMLExecutionProvider": "Apple (Core ML)",
    "OpenVINOExecutionProvider": "Intel (OpenVINO)",
}
PATCHES = 32  # of noise, encoded twice
ALIKE = 0.999  # cosine of the embeddings of one patch


class Rates(NamedTuple):
    """Patches a second."""

    provider: float
    processor: float


def offered(available: Iterable[str]) -> list[str]:
    """Return those of the providers that an installed runtime offers, in our order."""
    there = set(available)
    return [name for name in TITLES if name in there]


def try_out(model: str | os.PathLike[str], provider: str) -> Rates:
    """Encode the same patches by a provider and by the processor.

    Raises
    ------
    ProviderError
        If it does not start, or gives other embeddings.
    LookalikeError
        As `HashModel.open`.
    """
    trial = HashModel.open(model, provider=provider)
    if trial.fell_back:
        raise ProviderError(provider=provider, problem=say("ONNX Runtime does not start it"))
    plain = HashModel.open(model, provider="")
    size = plain.card.patch_size
    shape = (PATCHES, len(plain.card.bands), size, size)
    noise = np.random.default_rng(0).uniform(0, 0.4, shape)
    patches = noise.astype(np.float32)
    (ours, seconds), (theirs, others) = _timed(trial, patches), _timed(plain, patches)
    if not (np.sum(ours * theirs, axis=1) > ALIKE).all():
        raise ProviderError(
            provider=provider, problem=say("its embeddings are not the processor's")
        )
    return Rates(PATCHES / seconds, PATCHES / others)


def _timed(model: HashModel, patches: np.ndarray) -> tuple[np.ndarray, float]:
    model.encode(patches)  # the first time it also allocates
    start = time.perf_counter()
    embeddings = model.encode(patches).embeddings
    return embeddings, time.perf_counter() - start
