"""Train a hashing model: `python -m lookalike.models.train CONFIG [--out FOLDER]`.

A run that was stopped goes on when the same command is given again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from ..plugin.core.errors import LookalikeError
from . import config as configuration
from . import data, loop
from .methods import METHODS
from .methods.base import Run

RUNS = configuration.ROOT / "models" / "runs"


def train(config: configuration.Config, folder: Path, path: str | None = None) -> Path:
    """Train a configuration in a folder, on data at another path where one is given.

    Returns
    -------
    pathlib.Path
        The finished checkpoint.
    """
    patches = data.read(config.data, path)
    training, validation = data.split(patches, configuration.resolve(config.data.split))
    training = data.for_training(training, config.data)
    print(f"{len(training)} training patches, {len(validation)} held out")
    method = METHODS[config.method.name](config)
    method.fit(training, Run(folder, validation, RUNS / "cache"))
    checkpoint = folder / loop.CHECKPOINT
    if not checkpoint.exists():  # a method without epochs leaves none
        content = {"config": config.to_json(), "history": []}
        folder.mkdir(parents=True, exist_ok=True)
        torch.save({**content, "network": method.network.state_dict()}, checkpoint)
    return checkpoint


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.train", description=__doc__)
    parser.add_argument("config", help="configuration file (JSON)")
    parser.add_argument("--out", type=Path, help="run folder; default models/runs/NAME")
    parser.add_argument("--data", help="path of the training data, instead of the configured one")
    arguments = parser.parse_args(argv)
    try:
        config = configuration.load(arguments.config)
        path = train(config, arguments.out or RUNS / config.name, arguments.data)
    except LookalikeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"checkpoint: {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
