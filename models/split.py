"""Draw the stored split: `python -m lookalike.models.split CONFIG [--train NAMES]`.

The split is drawn once and committed, so that every figure of every method is measured on the same
held-out patches, whatever version of numpy draws the next one. Drawn at random, held-out patches
have neighbours among the others; `--by longitude` holds out the east instead, the harder test.
"""

from __future__ import annotations

import argparse
import bz2
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from . import config as configuration
from . import data
from .config import Config
from .data import Patches
from .errors import CAUSES, DataError, run, sentence
from .parsing import write_text
from .places import centres


def stratified(labels: np.ndarray, share: float, seed: int) -> np.ndarray:
    """Draw held-out rows, the same share of every class.

    Parameters
    ----------
    labels
        int (n,).
    share
        Of each class, 0 to 1; rounded, but at least one stays on either side.
    seed
        Of the draw.

    Returns
    -------
    numpy.ndarray
        int64 rows, rising.

    Raises
    ------
    DataError
        If a class has a single patch: it cannot be in both halves; or a patch has several labels.
    """
    if labels.ndim == 2:
        raise DataError(
            "Patches with several labels cannot be split by class. Give the official training "
            "patches with --train."
        )
    rng = np.random.default_rng(seed)
    rows = []
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        if len(members) < 2:
            raise DataError(
                "A class has only one patch; it cannot be trained on and measured with. "
                "Leave the class out or add patches to it."
            )
        count = min(max(round(share * len(members)), 1), len(members) - 1)
        rows.append(rng.permutation(members)[:count])
    return np.sort(np.concatenate(rows))


def easternmost(longitudes: np.ndarray, share: float) -> np.ndarray:
    """Rows that lie farthest east, whatever their class: the others are another region.

    Parameters
    ----------
    longitudes
        float (n,), degrees.
    share
        Of all rows, 0 to 1.

    Returns
    -------
    numpy.ndarray
        int64 rows, rising; all that lie on the line are in it.

    Raises
    ------
    DataError
        If a patch has no place, or all lie on one meridian.
    """
    if np.isnan(longitudes).any():
        count = int(np.isnan(longitudes).sum())
        raise DataError(f"{count} patches have no place: they cannot be split by longitude.")
    rows = np.flatnonzero(longitudes >= np.quantile(longitudes, 1 - share))
    if len(rows) == len(longitudes):
        raise DataError("All patches lie on one meridian: they cannot be split by longitude.")
    return rows


def official(patches: Patches, names: Path | None = None) -> np.ndarray | None:
    """Rows that a data set's own split keeps from training: all that it does not train on.

    Parameters
    ----------
    patches
        With `parts` where the data came with a split.
    names
        File of the official training patches, one name a line (the first column of a table), plain
        or `.bz2`, as the package `bigearthnet-common` has them.

    Returns
    -------
    numpy.ndarray or None
        int64 rows; None where there is no official split.

    Raises
    ------
    DataError
        If the file cannot be read, or names none or all of the patches.
    """
    if names is not None:
        opened = bz2.open if names.suffix == ".bz2" else open
        try:
            with opened(names, "rt", encoding="utf-8") as file:
                training = {line.strip().split(",")[0].strip('"') for line in file}
        except (OSError, ValueError) as error:
            raise DataError(f"The official split {names} cannot be read ({error}).") from error
        mask = np.array([name not in training for name in patches.names], dtype=bool)
    elif any(patches.parts):
        return np.flatnonzero(data.not_of_training(patches))
    else:
        return None
    if mask.all() or not mask.any():
        raise DataError("The official split does not belong to this data: none or all held out.")
    return np.flatnonzero(mask)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the split file that a configuration names."""
    parser = argparse.ArgumentParser(prog="lookalike.models.split", description=__doc__)
    parser.add_argument("config", help="configuration file (JSON)")
    parser.add_argument("--share", type=float, default=0.2, help="held out of each class")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--train", type=Path, help="the official training patches, a name a line")
    parser.add_argument("--by", choices=["class", "longitude"], default="class")
    parser.add_argument("--data", help="path of the patches, instead of the configured one")
    parser.add_argument("--out", type=Path, help="file to write; default that of the configuration")
    arguments = parser.parse_args(argv)
    try:
        config = configuration.load(arguments.config)
        if arguments.out is None and config.data.split == data.OFFICIAL:
            raise DataError(
                "data.split of this configuration is the official one, which is no file. "
                "Name the file to write with --out."
            )
        if not 0 < arguments.share < 1:
            raise DataError(f"--share is {arguments.share:g}; it must lie between 0 and 1.")
        if arguments.seed < 0:
            raise DataError(f"--seed is {arguments.seed}; it must not be negative.")
        patches = data.read(config.data, arguments.data)
        rows = _rows(arguments, config, patches)
        path = arguments.out or configuration.resolve(config.data.split)
        _write(path, arguments, [patches.names[i] for i in rows])
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    print(f"{len(rows)} of {len(patches)} patches held out: {path}")
    return 0


def _write(path: Path, arguments: argparse.Namespace, names: Sequence[str]) -> None:
    content = {"by": arguments.by, "seed": arguments.seed, "share": arguments.share}
    text = json.dumps({**content, "validation": names}, indent=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text + "\n")


def _rows(arguments: argparse.Namespace, config: Config, patches: Patches) -> np.ndarray:
    if arguments.by == "longitude":
        source = configuration.resolve(arguments.data or config.data.path)
        places = centres(source, patches.names, config.data.patch_size)
        return easternmost(places[:, 0], arguments.share)
    rows = official(patches, arguments.train)
    return stratified(patches.labels, arguments.share, arguments.seed) if rows is None else rows


if __name__ == "__main__":
    raise SystemExit(run(main))
