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

from ..plugin.core.model import Encoded, HashModel
from . import adapting, agreement, card, data, foreign, metrics, protocols, sisters
from .config import NetworkConfig, resolve
from .data import Patches
from .encoding import encode_by_onnx
from .errors import CAUSES, DataError, run, sentence
from .parsing import output_file, write_text
from .ranking import Archive

Figures = dict[str, float]
MOST_QUERIES = 5000
"""Held-out patches that ask; more say little new, and each ranks the whole archive."""
BESIDE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "sisters": sisters.brief,
    "foreign": foreign.brief,
}
"""What other commands measured, by the option that names their file and the card's word for it."""


def evaluate(
    model: HashModel, training: Patches, validation: Patches, network: NetworkConfig
) -> dict[str, Any]:
    """Measure retrieval and speed.

    Parameters
    ----------
    model
        The model, as the plugin loads it.
    training, validation
        The archive and the queries.
    network
        Of the model's configuration: the code lengths to measure at, and what the embedding is of.

    Returns
    -------
    dict
        `retrieval` by code length, for Hamming distance alone and re-ordered; `adapted`, the same
        of a layer fitted to the archive without labels, and where the embedding has levels
        `level_share`, the same by the share that they could have;
        `untrained_archive` the same among the held-out patches alone; `bit_balance`;
        `class_shares`, the share of pairs of one class at Hamming distances 0, 1, 2 …, and
        `classes`, the queries of each class: what the figures were measured on; `float` for the
        exact cosine scan of the embeddings; encode speed.
    """
    archive, archive_seconds = encode_by_onnx(model, training, "encoding the archive")
    held_out, query_seconds = encode_by_onnx(model, validation, "encoding the queries")
    asking = _asking(validation)
    queries = Encoded(held_out.embeddings[asking], held_out.logits[asking])
    query_labels = validation.labels[asking]
    retrieval, untrained, balance, shares = {}, {}, {}, {}
    for length in tqdm(network.nested, "searching", unit=" lengths", leave=False):
        codes, asked = archive.logits[:, :length], queries.logits[:, :length]
        pair = (Archive(codes), training.labels, asked, query_labels)
        found = protocols.retrieval(*pair, full=True)
        retrieval[str(length)] = _brief(found)
        among = (Archive(held_out.logits[:, :length]), validation.labels, asked, query_labels)
        itself = _Itself(asking, len(validation))
        untrained[str(length)] = _brief(protocols.retrieval(*among, hidden=itself))
        balance[str(length)] = metrics.bit_balance(codes > 0)
        shares[str(length)] = metrics.class_shares(asked, query_labels, codes, training.labels)
    embeddings = (archive.embeddings, queries.embeddings)
    labels = (training.labels, query_labels)
    by_share = {
        f"{share:g}": _searched(*pair, *labels, network.nested)
        for share, *pair in adapting.by_level_share(*embeddings, network)
    }
    scanned = (archive.embeddings, training.labels, queries.embeddings, query_labels)
    exact = _brief({"exact": protocols.float_retrieval(*scanned, full=True)})["exact"]
    count = len(training) + len(validation)
    return {
        "queries": len(asking),
        "archive": len(training),
        "retrieval": retrieval,
        "adapted": _searched(*adapting.adapted(*embeddings, network.bits), *labels, network.nested),
        "level_share": by_share,
        "untrained_archive": untrained,
        "bit_balance": balance,
        "class_shares": shares,
        "classes": {
            name: int(validation.having([i])[asking].sum())
            for i, name in enumerate(validation.classes)
        },
        "float": exact,
        "encode_patches_per_second": round(count / (archive_seconds + query_seconds)),
        "encode_one_ms": round(one_patch(model, validation), 2),
    }


def _asking(validation: Patches) -> np.ndarray:
    """Rows of the queries: all held-out patches that have a label, or so many of them."""
    rows = np.flatnonzero(validation.labelled)
    if len(rows) > MOST_QUERIES:
        rows = np.sort(np.random.default_rng(0).permutation(rows)[:MOST_QUERIES])
    return rows


class _Itself:
    """What a query must not find among the patches it is one of; a matrix of all is not made."""

    def __init__(self, own: np.ndarray, count: int) -> None:
        self.own, self.count = own, count

    def __getitem__(self, block: slice) -> np.ndarray:
        return self.own[block, None] == np.arange(self.count)


def _searched(
    codes: np.ndarray,
    asked: np.ndarray,
    labels: np.ndarray,
    query_labels: np.ndarray,
    nested: Sequence[int],
) -> dict[str, dict[str, Figures]]:
    """Search logits (n, K) for those of the queries, by code length."""
    return {
        str(k): _brief(
            protocols.retrieval(Archive(codes[:, :k]), labels, asked[:, :k], query_labels)
        )
        for k in nested
    }


def _brief(found: dict[str, Any]) -> dict[str, Figures]:
    """Leave out what is by class: a card has no room for it."""
    return {
        way: {name: v for name, v in figures.items() if isinstance(v, float)}
        for way, figures in found.items()
    }


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
    columns = ("mAP@20", "mAP@20/20", "P@20", "P@100", "mAP", "P(r≤2)")
    lines = [f"{'':<22}" + "".join(f"{name:>10}" for name in columns)]
    rows = {
        f"{length} bits, {name}": values
        for length, ways in measured["retrieval"].items()
        for name, values in ways.items()
    }
    for length, ways in measured["adapted"].items():
        rows |= {f"{length} adapted, {name}": values for name, values in ways.items()}
    for share, lengths in measured["level_share"].items():
        for length, ways in lengths.items():
            rows[f"{length} adapted at {share}"] = ways["reordered"]
    for length, ways in measured["untrained_archive"].items():
        rows[f"{length}, archive untrained"] = ways["reordered"]
    rows["embedding, cosine"] = measured["float"]
    for name, values in rows.items():
        cells = (f"{values[c]:.4f}" if c in values else "" for c in columns)
        lines.append(f"{name:<22}" + "".join(f"{cell:>10}" for cell in cells))
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


def _beside(arguments: argparse.Namespace) -> dict[str, Any]:
    out = {}
    for name, brief in BESIDE.items():
        path = getattr(arguments, name)
        if path is None:
            continue
        try:
            out[name] = brief(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise DataError(f"The figures {path} of --{name} cannot be read ({error}).") from error
    return out


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.evaluate", description=__doc__)
    parser.add_argument("model", type=Path, help="ONNX model with a card")
    parser.add_argument("--data", help="patches, instead of those that the card names")
    parser.add_argument(
        "--split",
        help="held-out patches, instead of those that the card names; to be believed only of a "
        "model that trained on none of them",
    )
    parser.add_argument(
        "--pairs",
        default=agreement.DEFAULT_PAIRS,
        help="folder of multispectral GeoTIFFs of the same patches, to compare codes with",
    )
    for name in BESIDE:
        parser.add_argument(
            f"--{name}",
            type=Path,
            help=f"what `lookalike.models.{name} --json` wrote: goes into the figures as well",
        )
    parser.add_argument("--json", type=output_file, help="also write the figures to this file")
    arguments = parser.parse_args(argv)
    try:
        measured = _measured(arguments)
        print(table(measured))
        if arguments.json:
            write_text(arguments.json, json.dumps(measured, indent=2) + "\n")
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    return 0


def _measured(arguments: argparse.Namespace) -> dict[str, Any]:
    """Give all figures that the command is to print."""
    model = HashModel.open(arguments.model)
    config = card.config_of(model)
    beside = _beside(arguments)
    if config.data.reader == "archive":
        raise DataError(
            f"{model.path} was trained on imagery without labels: there are no classes to measure "
            "with. Its card says what it gained, and lookalike.models.foreign measures it on a "
            "scene."
        )
    patches = data.read(config.data, arguments.data)
    held_out = arguments.split or config.data.split
    training, validation = data.split(patches, resolve(held_out))
    if not (training.labelled.any() and validation.labelled.any()):
        raise DataError("The patches have no labels: there are no classes to measure with.")
    measured = evaluate(model, training, validation, config.network)
    pairs = None
    if config.data.reader == "eurosat_rgb":  # of the others no patch is a JPEG
        pairs = agreement.measure(model, patches, resolve(arguments.pairs), config.network.nested)
    measured |= beside
    if pairs:
        measured["jpeg_against_reflectance"] = pairs
    else:
        print(f"No pairs in {arguments.pairs}: JPEG and reflectance were not compared.")
    measured["split"] = Path(held_out).name
    if held_out != config.data.split:
        print(
            f"This model was trained by the split {config.data.split}: it may have trained on "
            f"patches that {held_out} holds out, and then these figures flatter it."
        )
    measured["how"] = (
        "lookalike.models.evaluate: held-out patches as queries among the training patches, "
        "ONNX Runtime on the CPU, exact search, ties by row hash; AP@20 divided by the hits found, "
        f"macro over classes; re-ordered = the best {protocols.REORDERED} by the query's "
        "logits"
    )
    return measured


if __name__ == "__main__":
    raise SystemExit(run(main))
