"""Measure a configuration on land that training never named, or never saw.

`python -m lookalike.models.sisters CONFIG [--regimes seen-T1 named-T1 …]`

The shipped model has seen all classes, so it cannot be asked. Its sisters can: models of the same
configuration, trained without the images of three classes (`seen`), or with their images but not
their labels (`named`). A sister that was stopped goes on when the same command is given again, and
one that is measured is not trained again.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from . import adapting, data, errors, protocols
from . import config as configuration
from .config import RUNS, Config, NetworkConfig
from .data import Patches
from .errors import CAUSES, ConfigError, DataError, sentence
from .material import LEFT_OUT
from .methods import METHODS
from .methods.base import Run
from .parsing import output_file, write_text
from .protocols import LeftOut
from .ranking import Archive

REGIMES = tuple(f"{kind}-{triple}" for triple in ("T1", "T2", "T3") for kind in ("seen", "named"))
FIGURES = "figures.json"
THINNED = 3
"""Every third query clicks for all."""


def training_patches(config: Config, regime: str, training: Patches, left_out: LeftOut) -> Patches:
    """Give what a sister may learn from, unlabelled imagery included.

    Parameters
    ----------
    config
        Its `data` says which unlabelled imagery.
    regime
        seen-T1: without the images of that triple. named-T1: without their labels, and without
        those of a random half of the others.
    training
        All labelled training patches.
    left_out
        Triples and hidden half.
    """
    kind, triple = regime.split("-")
    if kind == "seen":
        without = dataclasses.replace(config.data, without=left_out.triples[triple])
        return data.for_training(training, without)
    labels = left_out.named(triple, training.labels, training.names, training.classes)
    return data.for_training(dataclasses.replace(training, labels=labels), config.data)


def measure(
    archive: tuple[np.ndarray, np.ndarray],
    labels: np.ndarray,
    queries: tuple[np.ndarray, np.ndarray],
    query_labels: np.ndarray,
    left_out: np.ndarray,
    network: NetworkConfig,
) -> dict[str, Any]:
    """Measure a sister's own layer, one that is fitted to the archive, and that by level share.

    Parameters
    ----------
    archive, queries
        Embeddings float32 (n, D) and logits float32 (n, K), as `encoding.encode` gives them.
    labels, query_labels
        Classes of the rows, those of the triple too.
    left_out
        Queries of the triple: bool (q,).
    network
        Of the sister: the lengths to measure at, and what its embedding is made of.

    Returns
    -------
    dict
        For `own` and `adapted` layer and each length: `left out` and `others` as
        `protocols.retrieval` gives them, and `clicks` by share of wrong marks; the first two also
        for `adapted at SHARE`, an adapted layer with another share of the levels.
    """
    layers = {
        "own": (archive[1], queries[1]),
        "adapted": adapting.adapted(archive[0], queries[0], network.bits),
    }
    curve = {
        f"adapted at {share:g}": pair
        for share, *pair in adapting.by_level_share(archive[0], queries[0], network)
    }
    clicking = np.flatnonzero(left_out)[::THINNED]
    out: dict[str, Any] = {}
    for name, (codes, asked) in (layers | curve).items():
        for length in network.nested:
            rows = Archive(codes[:, :length])
            asked_with = asked[:, :length]
            figures: dict[str, Any] = {
                part: protocols.retrieval(rows, labels, asked_with[mask], query_labels[mask])
                for part, mask in (("left out", left_out), ("others", ~left_out))
            }
            if name in layers:
                figures["clicks"] = {
                    f"{wrong:.0%} wrong": protocols.clicks(
                        rows, labels, asked_with[clicking], query_labels[clicking], wrong=wrong
                    )
                    for wrong in (0.0, 0.1)
                }
            out[f"{name} {length}"] = figures
    return out


def run(
    config: Config, regime: str, patches: Patches, left_out: LeftOut, folder: Path
) -> dict[str, Any]:
    """Train and measure one sister in a folder, or read what was measured there.

    Raises
    ------
    ConfigError
        If another configuration was trained or measured there.
    """
    path = folder / FIGURES
    if path.exists():
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            made_by, figures = stored["config"], dict(stored["figures"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataError(f"{path} cannot be read ({error}). Remove it, and go on.") from error
        if made_by != config.to_json():
            raise ConfigError(
                f"{path} was measured with another configuration. Choose another --runs, "
                "or remove its folder."
            )
        return figures
    training, queries = data.split(patches, configuration.resolve(config.data.split))
    sister = training_patches(config, regime, training, left_out)
    method = METHODS[config.method.name](config)
    method.fit(sister, Run(folder, None, folder.parent / "cache"))
    figures = measure(
        method.encode(training),
        training.labels,
        method.encode(queries),
        queries.labels,
        left_out.rows(regime.split("-")[1], queries.labels, queries.classes),
        config.network,
    )
    folder.mkdir(parents=True, exist_ok=True)
    content = {"config": config.to_json(), "figures": figures}
    write_text(path, json.dumps(content, indent=1))
    return figures


def table(measured: dict[str, dict[str, Any]]) -> str:
    """Lay the figures of each regime out for people, and their mean over the triples."""
    lines = [
        f"{'':<30}{'left out':>16}{'others':>16}{'clicks, P@100':>30}",
        f"{'':<30}{'mAP@20 of Hamming / re-ordered':>32}{'after 0, 1, 3 rounds; 10 % wrong':>36}",
    ]
    for kind in ("seen", "named"):
        of_kind = {name: f for name, f in measured.items() if name.startswith(kind)}
        for name, figures in of_kind.items():
            lines += [_line(f"{name} {layer}", [values]) for layer, values in figures.items()]
        if len(of_kind) > 1:
            first = next(iter(of_kind.values()))
            lines += [
                _line(f"{kind} mean {layer}", [f[layer] for f in of_kind.values()])
                for layer in first
            ]
    return "\n".join(lines)


def brief(measured: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Give what a card says of land that the model's sisters never named or saw.

    Returns
    -------
    dict
        By `never seen` and `never named`: the triples, and for each layer and length the means over
        them: mAP@20 of queries `left out` and of `others`, re-ordered, and by `hamming`; P@100
        after 0, 1, 2, 3 rounds of `clicks`, and of clicks of which a tenth is wrong, where they
        were measured.
    """
    out: dict[str, Any] = {}
    for kind in ("seen", "named"):
        names = [name for name in measured if name.startswith(kind)]
        if names:
            layers = {
                layer: _means([measured[name][layer] for name in names])
                for layer in measured[names[0]]
            }
            out[f"never {kind}"] = {"triples": [n.partition("-")[2] for n in names], **layers}
    return out


def _means(values: Sequence[dict[str, Any]]) -> dict[str, Any]:
    means: dict[str, Any] = {
        "left out": round(_mean(values, "left out", "reordered"), 3),
        "left out, hamming": round(_mean(values, "left out", "hamming"), 3),
        "others": round(_mean(values, "others", "reordered"), 3),
    }
    if "clicks" in values[0]:
        means["clicks"] = [round(r, 3) for r in _clicked(values, "0%")]
        means["clicks, 10% wrong"] = [round(r, 3) for r in _clicked(values, "10%")]
    return means


def _mean(values: Sequence[dict[str, Any]], part: str, way: str) -> float:
    return float(np.mean([v[part][way]["mAP@20"] for v in values]))


def _clicked(values: Sequence[dict[str, Any]], share: str) -> list[float]:
    return np.mean([v["clicks"][f"{share} wrong"] for v in values], axis=0).tolist()


def _line(title: str, values: Sequence[dict[str, Any]]) -> str:
    cells = []
    for part in ("left out", "others"):
        ways = [_mean(values, part, way) for way in ("hamming", "reordered")]
        cells.append(f"{ways[0]:.3f} / {ways[1]:.3f}")
    line = f"{title:<30}{cells[0]:>16}{cells[1]:>16}"
    if "clicks" not in values[0]:
        return line
    right, wrong = (_clicked(values, share) for share in ("0%", "10%"))
    rounds = " ".join(f"{right[i]:.3f}" for i in (0, 1, 3))
    return f"{line}{rounds:>24}; {wrong[3]:.3f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.sisters", description=__doc__)
    parser.add_argument("config", help="configuration file (JSON)")
    parser.add_argument("--regimes", nargs="*", choices=REGIMES, default=REGIMES)
    parser.add_argument("--data", help="path of the training data, instead of the configured one")
    parser.add_argument("--runs", type=Path, default=RUNS, help="folder of the sisters' folders")
    parser.add_argument("--json", type=output_file, help="also write all figures to this file")
    arguments = parser.parse_args(argv)
    measured = {}
    try:
        config = configuration.load(arguments.config)
        patches = data.read(config.data, arguments.data)
        left_out = LeftOut.read(configuration.resolve(LEFT_OUT))
        for regime in arguments.regimes:
            folder = arguments.runs / f"{config.name}-{regime}"
            measured[regime] = run(config, regime, patches, left_out, folder)
            print(table({regime: measured[regime]}), flush=True)
        print(table(measured))
        if arguments.json:
            write_text(arguments.json, json.dumps(measured, indent=1))
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(errors.run(main))
