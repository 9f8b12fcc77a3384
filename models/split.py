"""Draw the stored split: `python -m lookalike.models.split CONFIG`.

The split is drawn once and committed, so that every figure of every method is measured on the same
held-out patches, whatever version of numpy draws the next one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

import numpy as np

from ..plugin.core.errors import LookalikeError
from . import config as configuration
from . import data
from .errors import DataError


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
        If a class has a single patch: it cannot be in both halves.
    """
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


def main(argv: Sequence[str] | None = None) -> int:
    """Write the split file that a configuration names."""
    parser = argparse.ArgumentParser(prog="lookalike.models.split", description=__doc__)
    parser.add_argument("config", help="configuration file (JSON)")
    parser.add_argument("--share", type=float, default=0.2, help="held out of each class")
    parser.add_argument("--seed", type=int, default=2026)
    arguments = parser.parse_args(argv)
    try:
        config = configuration.load(arguments.config)
        patches = data.read(config.data)
        rows = stratified(patches.labels, arguments.share, arguments.seed)
    except LookalikeError as error:
        print(error, file=sys.stderr)
        return 1
    path = configuration.resolve(config.data.split)
    path.parent.mkdir(parents=True, exist_ok=True)
    names = [patches.names[i] for i in rows]
    content = {"seed": arguments.seed, "share": arguments.share, "validation": names}
    path.write_text(json.dumps(content, indent=0) + "\n", encoding="utf-8")
    print(f"{len(rows)} of {len(patches)} patches held out: {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
