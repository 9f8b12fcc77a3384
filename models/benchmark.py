"""Measure every method alike: `python -m lookalike.models.benchmark [--quick]`.

Each job's figures are kept in a file of its own, so that a run that was stopped goes on; then the
table and the plots are written of what there is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tqdm import tqdm

from ..plugin.core import hashing
from ..plugin.core.model import HashModel
from . import benchmark_speed, errors, material, metrics, protocols, report
from .benchmark_jobs import LENGTHS, REGIMES, SPATIAL, Job, jobs, rows
from .config import ROOT, RUNS, Config, parse
from .errors import CAUSES, DataError, sentence
from .frozen import Frozen
from .material import Material
from .methods import METHODS
from .ranking import Archive
from .report import FLOAT, SHIPPED

HELP = ROOT / "resources" / "help"
MODELS = {
    SHIPPED: ROOT / "models" / "zoo" / "s2rgb-128.onnx",
    "milan_tuned": RUNS / "s2rgb-128-milan" / "s2rgb-128-milan.onnx",
}
"""Networks that are trained and exported beforehand; one that is not there has no row."""
THINNED = 3
"""Every third query stands for all in what is measured beside the main figures."""
OWN_LENGTH = {"nest": False}
"""The papers rotate as many components as a code has bits."""
SETTINGS = {
    "itq": OWN_LENGTH,
    "whitened_itq": OWN_LENGTH,
    "pca_rotation": OWN_LENGTH,
    # 10,000 in the paper: shortened, or this row alone takes a third of the benchmark's time.
    "milan": {"steps": 3000},
}
QUICK = {
    "milan": {"steps": 100},
    "sth": {"sample": 400},
    "kslsh": {"steps": 5},
    **{name: {"epochs": 3} for name in ("cdne", "csq", "cibhash", "distilled", "classcode")},
}


def _detailed(job: Job) -> bool:
    """Whether a job is measured by all protocols: one seed and the two lengths that are used."""
    return job.seed == 1 and job.bits in LENGTHS[:2]


class Bench:
    """Runs jobs on one material."""

    def __init__(self, stuff: Material, quick: bool) -> None:
        self.stuff = stuff
        self.quick = quick
        self._regimes: dict[str, Frozen] = {}
        self._layers: dict[str, dict[str, Any]] = {}
        self._of_models: dict[str, Any] = {}  # encoded once for all code lengths

    def frozen(self, regime: str) -> Frozen:
        """Give what a regime lets a method learn from."""
        kind, _, triple = regime.partition("-")
        stuff = self.stuff
        if kind == "named":
            labels = stuff.left_out.named(
                triple, stuff.patches.labels, stuff.patches.names, stuff.patches.classes
            )
            stuff.frozen.smoothed  # noqa: B018 - computed once for all that share it
            return stuff.frozen.with_labels(labels)
        if kind == "seen":
            if regime not in self._regimes:
                # One at a time: each holds its own statistics and copies of the features.
                out = stuff.left_out.rows(triple, stuff.patches.labels, stuff.patches.classes)
                self._regimes = {regime: stuff.frozen.take(np.flatnonzero(~out))}
            return self._regimes[regime]
        return stuff.frozen

    def run(self, job: Job) -> dict[str, Any]:
        """Fit and measure one job."""
        if job.regime == SPATIAL:
            return Bench(self.stuff.by_longitude, self.quick).measure(job)
        return self.measure(job)

    def measure(self, job: Job) -> dict[str, Any]:
        """Fit and measure one job on this material, whatever its split."""
        if job.row == FLOAT:
            return self._float(job)
        if job.row in MODELS:
            return self._of_model(job)
        config = self._config(job.row)
        frozen = self.frozen(job.regime)
        frozen.x  # noqa: B018 - common to all methods: not part of a fit's time
        began = time.process_time()
        head = METHODS[job.row](config).learn(frozen, job.bits, job.seed)
        seconds = time.process_time() - began
        stuff = self.stuff

        def encode(features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            with torch.no_grad():
                blocks = [head(b) for b in torch.from_numpy(features).split(2048)]
            return tuple(torch.cat(part).numpy() for part in zip(*blocks))

        began = time.process_time()
        embeddings, archive = encode(stuff.frozen.features)
        head_seconds = time.process_time() - began
        query_embeddings, queries = encode(stuff.query_features)
        looked_at = _detailed(job) and job.regime == "all"
        views = {k: encode(f)[1] for k, f in stuff.view_features.items()} if looked_at else {}
        out = self._measure(job, archive, queries, views)
        out |= {"fit_seconds": seconds, "head_us": 1e6 * head_seconds / len(archive)}
        if job.regime.startswith("seen") and job.bits == LENGTHS[1]:
            out["adapted"] = self._adapted(embeddings, query_embeddings)
        if job == Job(job.row, LENGTHS[1], 1, "all"):
            out["onnx"] = benchmark_speed.exported(config, head, stuff.queries)
        return out

    def _config(self, row: str) -> Config:
        chosen = {"backbones": list(material.BACKBONES), **SETTINGS.get(row, {})}
        chosen |= QUICK.get(row, {}) if self.quick else {}
        values = self.stuff.config.to_json()
        return parse({**values, "method": {"name": row, "settings": chosen}})

    def _measure(
        self, job: Job, codes: np.ndarray, queries: np.ndarray, views: dict[str, np.ndarray]
    ) -> dict[str, Any]:
        stuff, archive = self.stuff, Archive(codes)
        labels, query_labels = stuff.patches.labels, stuff.queries.labels
        pair = (archive, labels, queries, query_labels)
        out: dict[str, Any] = {"retrieval": protocols.retrieval(*pair, full=job.regime == "all")}
        out["balance"] = metrics.bit_balance(codes > 0)
        detailed = _detailed(job)
        if detailed and job.regime == "all":
            some = np.arange(0, len(queries), THINNED)
            out["guarded"] = protocols.retrieval(
                archive, labels, queries[some], query_labels[some], hidden=stuff.near[some]
            )
            itself = np.eye(len(queries), dtype=bool)
            out["untrained archive"] = protocols.retrieval(
                Archive(queries), query_labels, queries, query_labels, hidden=itself
            )
            everything = Archive(np.concatenate([codes, queries]))
            out["same place"] = {
                name: protocols.same_place(everything, view[some], len(codes) + some)
                for name, view in views.items()
            }
            out["recall of float"] = protocols.recall_of_float(
                archive, queries[some], stuff.reference[some], (10, 20, 50, 100)
            )
        if job.row in MODELS:
            return out
        blind = not METHODS[job.row].labelled
        if detailed and job.regime == ("all" if blind else "named-T1"):
            out["clicks"] = self._clicks(archive, queries)
        return out

    def _clicks(self, archive: Archive, queries: np.ndarray) -> dict[str, list[float]]:
        stuff = self.stuff
        inside = stuff.left_out.rows("T1", stuff.queries.labels, stuff.queries.classes)
        rows = np.flatnonzero(inside)[::THINNED]
        asked = (archive, stuff.patches.labels, queries[rows], stuff.queries.labels[rows])
        return {f"{wrong:.0%} wrong": protocols.clicks(*asked, wrong=wrong) for wrong in (0.0, 0.1)}

    def _adapted(self, embeddings: np.ndarray, queries: np.ndarray) -> dict[str, Any]:
        """Fit a layer to the archive's rows, no query among them, without labels."""
        # The embedding of all linear methods is one and the same.
        key = hashlib.sha256(np.ascontiguousarray(embeddings).data).hexdigest()
        if key not in self._layers:
            self._layers[key] = self._adapt(embeddings, queries)
        return self._layers[key]

    def _adapt(self, embeddings: np.ndarray, queries: np.ndarray) -> dict[str, Any]:
        layer = hashing.fit(embeddings, LENGTHS[1], seed=1)
        archive, asked = layer.logits(embeddings), layer.logits(queries)
        stuff = self.stuff
        return {
            str(k): protocols.retrieval(
                Archive(archive[:, :k]), stuff.patches.labels, asked[:, :k], stuff.queries.labels
            )
            for k in LENGTHS[:2]
        }

    def _float(self, job: Job) -> dict[str, Any]:
        stuff, frozen = self.stuff, self.frozen(job.regime)
        archive, queries = (
            frozen.project(f) for f in (stuff.frozen.features, stuff.query_features)
        )
        pair = (archive, stuff.patches.labels, queries, stuff.queries.labels)
        out: dict[str, Any] = {
            "retrieval": {"exact": protocols.float_retrieval(*pair, full=job.regime == "all")}
        }
        if job.regime == "all":
            out["guarded"] = {"exact": protocols.float_retrieval(*pair, hidden=stuff.near)}
            itself = np.eye(len(queries), dtype=bool)
            out["untrained archive"] = {
                "exact": protocols.float_retrieval(
                    queries, stuff.queries.labels, queries, stuff.queries.labels, hidden=itself
                )
            }
            everything = np.concatenate([archive, queries])
            some = np.arange(0, len(queries), THINNED)
            own = len(archive) + some
            out["same place"] = {
                name: protocols.same_place_of_float(everything, frozen.project(f[some]), own)
                for name, f in stuff.view_features.items()
            }
            out["speed"] = benchmark_speed.search_times(archive.shape[1], self.quick)
        return out

    def _of_model(self, job: Job) -> dict[str, Any]:
        if job.row not in self._of_models:
            self._of_models[job.row] = benchmark_speed.of_model(MODELS[job.row], self.stuff)
        codes, queries, views, onnx = self._of_models[job.row]
        cut = slice(0, job.bits)
        cut_views = {name: view[:, cut] for name, view in views.items()}
        out = self._measure(job, codes[:, cut], queries[:, cut], cut_views)
        return {**out, "onnx": onnx}


def run(bench: Bench, listed: Sequence[Job], folder: Path, minutes: float | None = None) -> None:
    """Run the jobs that have no file yet, until the time is up."""
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    todo = [job for job in listed if not (folder / f"{job.name}.json").exists()]
    for row in {j.row for j in todo if j.row in MODELS and not MODELS[j.row].exists()}:
        print(f"{row} is not measured: {MODELS[row]} is not there. Train and export it first.")
        todo = [job for job in todo if job.row != row]
    bar = tqdm(todo, "benchmark", unit=" fits", initial=0)
    for job in bar:
        if minutes is not None and time.monotonic() - began > 60 * minutes:
            print(f"Time is up; {len(todo) - bar.n} of {len(listed)} fits are left.")
            break
        path = folder / f"{job.name}.json"
        if path.exists():  # by another process
            continue
        bar.set_postfix_str(job.name)
        figures = {**vars(job), **bench.run(job)}
        partial = path.with_suffix(f".{os.getpid()}.part")
        partial.write_text(json.dumps(figures), encoding="utf-8")
        os.replace(partial, path)


def adopt(published: Path, folder: Path) -> int:
    """Take the fits of a published table as measured, those that the folder does not have.

    Returns
    -------
    int
        How many.

    Raises
    ------
    DataError
        If the table cannot be read.
    """
    try:
        fits = json.loads(published.read_text(encoding="utf-8"))["fits"]
        named = {Job(fit["row"], fit["bits"], fit["seed"], fit["regime"]).name: fit for fit in fits}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"The figures {published} cannot be read ({error!r}).") from error
    folder.mkdir(parents=True, exist_ok=True)
    new = {name: fit for name, fit in named.items() if not (folder / f"{name}.json").exists()}
    for name, fit in new.items():
        (folder / f"{name}.json").write_text(json.dumps(fit), encoding="utf-8")
    return len(new)


def _describe(stuff: Material, folder: Path) -> None:
    """Keep beside the figures what the table has to know of them."""
    software = [f"{name} {metadata.version(name)}" for name in ("torch", "numpy", "onnxruntime")]
    about = {
        "queries": len(stuff.queries),
        "archive": len(stuff.patches),
        "dimensions": stuff.config.network.embedding,
        "classes": stuff.patches.classes,
        "triples": stuff.left_out.triples,
        "blind": [row for row in rows() if not METHODS[row].labelled],
        "sisters": HashModel.open(MODELS[SHIPPED]).card.text["figures"].get("sisters", {}),
        "software": f"Python {platform.python_version()}, {', '.join(software)}",
    }
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.benchmark", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small sample, for a look")
    parser.add_argument("--seeds", type=int, default=3)
    known = [*MODELS, FLOAT, *rows()]
    parser.add_argument("--only", nargs="*", default=[], choices=known, help="methods, by name")
    parser.add_argument("--regimes", nargs="*", default=[], choices=REGIMES)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--minutes", type=float, help="stop after this time; go on by running again"
    )
    parser.add_argument(
        "--published",
        action="store_true",
        help="go on from the fits of the page in resources/help, which another machine measured; "
        "not after a change to what is measured",
    )
    parser.add_argument("--data", help="path of the patches, instead of the configured one")
    parser.add_argument("--runs", type=Path, default=RUNS, help="folder of features and figures")
    parser.add_argument("--out", type=Path, help="folder of the table; default resources/help")
    arguments = parser.parse_args(argv)
    if arguments.seeds < 1 or arguments.threads < 1:
        parser.error("--seeds and --threads must be at least 1")
    torch.set_num_threads(arguments.threads)
    quick = arguments.quick
    folder = arguments.runs / ("benchmark-quick" if quick else "benchmark")
    try:
        config = material.settings(quick)
        stuff = material.prepare(config, arguments.runs / "cache", arguments.data, quick)
        listed = jobs(arguments.seeds, quick, arguments.only)
        listed = [j for j in listed if not arguments.regimes or j.regime in arguments.regimes]
        if arguments.published and not quick:
            print(f"{adopt(HELP / 'models.json', folder)} published fits are taken as they are.")
        run(Bench(stuff, quick), listed, folder, arguments.minutes)
        _describe(stuff, folder)
        written = report.write(folder, arguments.out or (folder if quick else HELP))
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    print("\n".join(str(path) for path in written))
    return 0


if __name__ == "__main__":
    raise SystemExit(errors.run(main))
