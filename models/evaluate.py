"""Measure a model: `python -m lookalike.models.evaluate MODEL.onnx [--data PATH] [--json FILE]`.

Held-out patches are searched among the training patches, through ONNX Runtime and the search that
the plugin uses: what is measured is what serves.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from ..plugin.core import bits, search
from ..plugin.core.errors import LookalikeError
from ..plugin.core.model import Encoded, HashModel
from . import agreement, data, metrics
from .config import Config, parse, resolve
from .data import Patches
from .errors import DataError

DEPTH = 100
Figures = dict[str, float]


def evaluate(
    model: HashModel, training: Patches, validation: Patches, nested: Sequence[int]
) -> dict[str, Any]:
    """Measure retrieval and speed.

    Parameters
    ----------
    model
        The model, as the plugin loads it.
    training, validation
        The archive and the queries.
    nested
        Code lengths to measure at, each a multiple of 64.

    Returns
    -------
    dict
        `retrieval` by code length, for Hamming distance alone and re-ordered; `float` for the exact
        cosine scan of the embeddings; encode speed.
    """
    archive, archive_seconds = encode(model, training, "encoding the archive")
    queries, query_seconds = encode(model, validation, "encoding the queries")
    retrieval = {}
    for length in nested:
        relevant = ranked(queries.logits[:, :length], archive.logits[:, :length])
        retrieval[str(length)] = {
            name: figures(training.labels[rows] == validation.labels[:, None], validation.labels)
            for name, rows in relevant.items()
        }
    rows = cosine_ranked(queries.embeddings, archive.embeddings)
    exact = figures(training.labels[rows] == validation.labels[:, None], validation.labels)
    count = len(training) + len(validation)
    return {
        "queries": len(validation),
        "archive": len(training),
        "retrieval": retrieval,
        "float": exact,
        "encode_patches_per_second": round(count / (archive_seconds + query_seconds)),
        "encode_one_ms": round(one_patch(model, validation), 2),
    }


def encode(model: HashModel, patches: Patches, title: str) -> tuple[Encoded, float]:
    """Encode in blocks that fit in memory; also give the seconds spent in the model alone."""
    parts, seconds = [], 0.0
    with tqdm(total=len(patches), desc=title, unit=" patches", leave=False) as bar:
        for start in range(0, len(patches), 1024):
            block = patches.reflectance(slice(start, start + 1024))
            began = time.perf_counter()
            parts.append(model.encode(block))
            seconds += time.perf_counter() - began
            bar.update(len(block))
    embeddings, logits = zip(*parts)
    return Encoded(np.concatenate(embeddings), np.concatenate(logits)), seconds


def ranked(queries: np.ndarray, archive: np.ndarray, depth: int = DEPTH) -> dict[str, np.ndarray]:
    """Rank an archive for each query, both ways.

    Parameters
    ----------
    queries, archive
        float (n, K) logits, K a multiple of 64.
    depth
        Ranks to give.

    Returns
    -------
    dict
        `hamming` and `reordered`, each int64 (queries, depth) of archive rows.
    """
    words = bits.columns(bits.pack(archive > 0))
    codes = bits.pack(queries > 0)
    depth = min(depth, len(archive))
    out = {name: np.empty((len(queries), depth), np.int64) for name in ("hamming", "reordered")}
    title = f"searching {queries.shape[1]} bits"
    for i in tqdm(range(len(queries)), title, unit=" queries", leave=False):
        out["hamming"][i] = search.nearest(words, codes[i], depth).rows
        out["reordered"][i] = search.nearest(words, codes[i], depth, logits=queries[i]).rows
    return out


def cosine_ranked(queries: np.ndarray, archive: np.ndarray, depth: int = DEPTH) -> np.ndarray:
    """Rank by the exact cosine of embeddings, what hashing replaces: int64 (queries, depth)."""
    depth = min(depth, len(archive))
    out = np.empty((len(queries), depth), np.int64)
    for start in range(0, len(queries), 512):
        cosine = queries[start : start + 512] @ archive.T
        out[start : start + 512] = np.argsort(-cosine, axis=1, kind="stable")[:, :depth]
    return out


def figures(relevant: np.ndarray, labels: np.ndarray) -> Figures:
    """mAP@20, P@20 and P@100, each the mean of the classes' means."""
    parts: dict[str, Callable[[], np.ndarray]] = {
        "mAP@20": lambda: metrics.average_precision(relevant, 20),
        "P@20": lambda: metrics.precision(relevant, 20),
        "P@100": lambda: metrics.precision(relevant, 100),
    }
    return {name: round(metrics.macro(values(), labels), 4) for name, values in parts.items()}


def one_patch(model: HashModel, patches: Patches, times: int = 50) -> float:
    """Median milliseconds to encode a single patch."""
    patch = patches.reflectance(slice(0, 1))
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        model.encode(patch)
        spent.append(time.perf_counter() - began)
    return float(np.median(spent) * 1000)


def table(measured: dict[str, Any]) -> str:
    """Lay the figures out for people."""
    lines = [f"{'':<22}{'mAP@20':>8}{'P@20':>8}{'P@100':>8}"]
    rows = {
        f"{length} bits, {name}": values
        for length, ways in measured["retrieval"].items()
        for name, values in ways.items()
    }
    rows["embedding, cosine"] = measured["float"]
    for name, values in rows.items():
        lines.append(f"{name:<22}" + "".join(f"{v:>8.4f}" for v in values.values()))
    lines.append(
        f"{measured['queries']} queries among {measured['archive']}; encoding "
        f"{measured['encode_patches_per_second']} patches/s, one in {measured['encode_one_ms']} ms"
    )
    pairs = measured.get("jpeg_against_reflectance")
    if pairs:
        for length, values in pairs["differing_bits"].items():
            lines.append(
                f"JPEG against reflectance, {pairs['pairs']} pairs, {length} bits: median "
                f"{values['same']:g} differ (90 %: {values['same_90']:g}), of different patches "
                f"{values['different']:g}"
            )
    return "\n".join(lines)


def _config(model: HashModel) -> Config:
    if "config" not in model.card.text:
        raise DataError(f"The card of {model.path} has no configuration; it names no test data.")
    return parse(model.card.text["config"])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.evaluate", description=__doc__)
    parser.add_argument("model", type=Path, help="ONNX model with a card")
    parser.add_argument("--data", help="patches, instead of those that the card names")
    parser.add_argument(
        "--pairs",
        default=agreement.DEFAULT_PAIRS,
        help="folder of multispectral GeoTIFFs of the same patches, to compare codes with",
    )
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args(argv)
    try:
        model = HashModel.open(arguments.model)
        config = _config(model)
        patches = data.read(config.data, arguments.data)
        training, validation = data.split(patches, resolve(config.data.split))
        measured = evaluate(model, training, validation, config.network.nested)
        pairs = agreement.measure(model, patches, resolve(arguments.pairs), config.network.nested)
    except LookalikeError as error:
        print(error, file=sys.stderr)
        return 1
    if pairs:
        measured["jpeg_against_reflectance"] = pairs
    else:
        print(f"No pairs in {arguments.pairs}: JPEG and reflectance were not compared.")
    measured["how"] = (
        "lookalike.models.evaluate: held-out patches as queries among the training patches, "
        "ONNX Runtime on the CPU, exact search, ties by row hash; AP@20 divided by the hits found, "
        f"macro over classes; re-ordered = the best {search.reorder_depth(DEPTH)} by the query's "
        "logits"
    )
    print(table(measured))
    if arguments.json:
        arguments.json.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
