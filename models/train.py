"""Train a hashing model: `python -m lookalike.models.train CONFIG [--out FOLDER]`.

A run that was stopped goes on when the same command is given again.
"""

from __future__ import annotations

import argparse
import dataclasses
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


def train(config: configuration.Config, folder: Path) -> Path:
    """Train a configuration in a folder; give the path of the finished checkpoint."""
    training, validation = data.split(data.read(config.data), configuration.resolve(config.data.split))
    print(f"{len(training)} training patches, {len(validation)} held out")
    method = METHODS[config.method.name](config)
    method.fit(training, Run(folder, validation, RUNS / "cache"))
    path = folder / loop.CHECKPOINT
    if not path.exists():  # a method without epochs leaves none
        content = {"config": config.to_json(), "history": [], "network": method.network.state_dict()}
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(content, path)
    return path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.train", description=__doc__)
    parser.add_argument("config", help="configuration file (JSON)")
    parser.add_argument("--out", type=Path, help="run folder; default models/runs/NAME")
    parser.add_argument("--data", help="path of the training data, instead of the configured one")
    arguments = parser.parse_args(argv)
    try:
        config = configuration.load(arguments.config)
        if arguments.data:
            changed = dataclasses.replace(config.data, path=str(Path(arguments.data).resolve()))
            config = dataclasses.replace(config, data=changed)
        path = train(config, arguments.out or RUNS / config.name)
    except LookalikeError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"checkpoint: {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
