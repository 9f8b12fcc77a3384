"""What the benchmark measures with: features, labels and places of training patches and queries."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from . import config as configuration
from . import data, places
from .config import AugmentConfig, Config
from .data import Patches
from .frozen import Frozen, changed
from .protocols import LeftOut, nearer_than
from .split import stratified
from .teacher import frozen_features

BACKBONES = ("mobilenet_v2", "efficientnet_lite0")
LEFT_OUT = "models/splits/eurosat_left_out.json"
EAST = "models/splits/eurosat_rgb_east.json"
GUARD = 10_000.0
"""Metres around a query in which the guarded archive has nothing."""

CHANGES = {
    "radiometry": AugmentConfig(flips=False, shift=0),
    "all views": AugmentConfig(shift=16),
}
"""Views of "same place". Shifts are mirrored at the edge: single patches have no surroundings."""


@dataclass(frozen=True, eq=False)
class Material:
    """Everything that is computed once, whatever the method.

    Attributes
    ----------
    config
        Data, and size of the backbones' input.
    patches, queries
        Training patches (= the archive) and held-out ones.
    frozen
        Features of the training patches and of two views of them.
    query_features, view_features
        Of the queries, and of the changed queries by `CHANGES`.
    left_out
        Triples, and whose labels are hidden.
    source
        The data's path, for the places.
    """

    config: Config
    patches: Patches
    queries: Patches
    frozen: Frozen
    query_features: np.ndarray
    view_features: dict[str, np.ndarray]
    left_out: LeftOut
    source: Path

    @cached_property
    def near(self) -> np.ndarray:
        """Pairs of query and training patch within the guard's distance: bool (q, n)."""
        size = self.config.data.patch_size
        at = (places.centres(self.source, p.names, size) for p in (self.queries, self.patches))
        return nearer_than(*at, GUARD)

    @cached_property
    def by_longitude(self) -> Material:
        """The same patches split by longitude: the west is the archive, the east asks.

        Without views: those of the queries were never learned from.
        """
        patches = data.joined([self.patches, self.queries])
        features = np.concatenate([self.frozen.features, self.query_features])
        east = data.held_out(patches, configuration.resolve(EAST))
        archive, queries = np.flatnonzero(~east), np.flatnonzero(east)
        return dataclasses.replace(
            self,
            patches=patches.take(archive),
            queries=patches.take(queries),
            frozen=Frozen(features[archive], patches.labels[archive], self.frozen.dimensions),
            query_features=features[queries],
            view_features={},
        )

    @cached_property
    def reference(self) -> np.ndarray:
        """The 10 nearest training patches by exact cosine of the centred features: int (q, 10)."""
        mean = self.frozen.features.mean(axis=0)
        archive = _unit(self.frozen.features - mean)
        rows = np.empty((len(self.queries), 10), np.int64)
        for start in range(0, len(rows), 512):
            block = slice(start, start + 512)
            cosine = _unit(self.query_features[block] - mean) @ archive.T
            best = np.argpartition(-cosine, 9, axis=1)[:, :10]
            rows[block] = best
        return rows


def prepare(config: Config, cache: Path, path: str | None = None, quick: bool = False) -> Material:
    """Read the data and compute, or load, all features.

    Parameters
    ----------
    config
        Data, seed, and the network whose input size the backbones get.
    cache
        Folder that keeps features.
    path
        Of the data, instead of the configured one.
    quick
        A small sample and one backbone, for a look in under a minute.
    """
    patches = data.read(config.data, path)
    training, queries = data.split(patches, configuration.resolve(config.data.split))
    if quick:
        training, queries = (
            p.take(stratified(p.labels, share, config.seed))
            for p, share in ((training, 0.06), (queries, 0.06))
        )
    backbones = BACKBONES[: 1 if quick else 2]
    size = config.network.input_size

    def features(of: Patches) -> np.ndarray:
        return frozen_features(of, backbones, size, None if quick else cache)

    views = tuple(features(changed(training, config.augment, seed)) for seed in (1, 2))
    source = configuration.resolve(path or config.data.path)
    return Material(
        config,
        training,
        queries,
        Frozen(features(training), training.labels, config.network.embedding, views),
        features(queries),
        {
            name: features(changed(queries, change, 11 + i))
            for i, (name, change) in enumerate(CHANGES.items())
        },
        LeftOut.read(configuration.resolve(LEFT_OUT)),
        source,
    )


def settings(quick: bool) -> Config:
    """Give the configuration of the benchmark: both backbones at 128 pixels."""
    base = Config("benchmark")
    network = dataclasses.replace(
        base.network, input_size=64 if quick else 128, embedding=256 if quick else 512
    )
    return dataclasses.replace(base, network=network)


def _unit(x: np.ndarray) -> np.ndarray:
    return x / np.maximum(np.linalg.norm(x, axis=1, keepdims=True), 1e-12)
