"""What codes cost: seconds to encode and to search, bytes to store."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from ..plugin.core import bits, search
from ..plugin.core.model import HashModel
from . import card, export
from .config import Config
from .data import Patches
from .encoding import encode_by_onnx
from .frozen import changed
from .heads import Head
from .material import CHANGES, Material
from .methods.frozen import FrozenNetwork

MILLION = 1_000_000


def exported(config: Config, head: Head, patches: Patches, count: int = 128) -> dict[str, float]:
    """Export a fitted head behind its backbones, and time it on one thread.

    Returns
    -------
    dict
        `ms_per_patch`, `megabytes` of the file, and the share of `differing_bits` between the ONNX
        model and PyTorch on real patches.
    """
    backbones = tuple(config.method.settings["backbones"])
    network = FrozenNetwork(config, backbones, head).eval()
    for part in network.features:
        part.backbone.load_imagenet()
    real = patches.reflectance(np.linspace(0, len(patches) - 1, count).astype(np.int64))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.onnx"
        made = card.make(config, embedding=export.embedding_of(network, config))
        share = export.export(network, path, made, real)
        return {
            "ms_per_patch": round(ms_per_patch(path, real), 3),
            "megabytes": round(path.stat().st_size / 1e6, 1),
            "differing_bits": share,
        }


def ms_per_patch(path: Path, patches: np.ndarray, batch: int = 64) -> float:
    """Milliseconds of processor time a patch, in batches on one thread; the best of three runs."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    spent = []
    for _ in range(3):
        # Processor time: on one thread it is the time taken, whatever else runs on the machine.
        began = time.process_time()
        for start in range(0, len(patches), batch):
            session.run(["logits"], {"patches": patches[start : start + batch]})
        spent.append(time.process_time() - began)
    return 1000 * min(spent) / len(patches)


def search_times(dimensions: int, quick: bool) -> dict[str, float]:
    """Milliseconds to find the best 100 of a million, by code length; `float` by exact scan.

    Processor time, the best of nine, because other work may run on the machine.

    The codes are random: what a search costs does not depend on what they say. The float scan is
    of 100,000 rows, times ten.
    """
    rng = np.random.default_rng(0)
    rows = MILLION // (10 if quick else 1)
    out = {}
    for length in (64, 128, 256):
        words = [rng.integers(0, 2**64, rows, np.uint64) for _ in range(length // bits.WORD)]
        logits = rng.standard_normal(length)
        code = bits.pack(logits[None] > 0)[0]
        taken = _best(lambda: search.nearest(words, code, 100, logits=logits))  # noqa: B023
        out[str(length)] = round(taken * MILLION / rows, 3)
    out["16"] = out["32"] = out["64"]  # padded to one word
    archive = rng.standard_normal((MILLION // 10, dimensions), dtype=np.float32)
    query = archive[0]
    out["float"] = round(_best(lambda: np.argpartition(-(archive @ query), 99)[:100]) * 10, 3)
    return out


def of_model(
    path: Path, stuff: Material
) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray], dict[str, float]]:
    """Logits of archive, queries and their views by an ONNX model, and its cost."""
    model = HashModel.open(path)
    views = {
        name: encode_by_onnx(model, changed(stuff.queries, change, 11 + i), name)[0].logits
        for i, (name, change) in enumerate(CHANGES.items())
    }
    archive = encode_by_onnx(model, stuff.patches, "encoding the archive")[0].logits
    queries = encode_by_onnx(model, stuff.queries, "encoding the queries")[0].logits
    sample = stuff.queries.reflectance(slice(0, 256))
    cost = {
        "ms_per_patch": round(ms_per_patch(path, sample), 3),
        "megabytes": round(path.stat().st_size / 1e6, 1),
    }
    return archive, queries, views, cost


def _best(call: Any, times: int = 9) -> float:
    spent = []
    for _ in range(times):
        began = time.process_time()
        call()
        spent.append(time.process_time() - began)
    return 1000 * min(spent)
