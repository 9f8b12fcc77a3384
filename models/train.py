"""Train a hashing model: `python -m lookalike.models.train CONFIG [--out FOLDER]`.

Or a model of one's own, from the shipped one and imagery without labels: `--archive FOLDER`. A run
that was stopped goes on when the same command is given again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch

from ..plugin.core.radiometry import RADIOMETRIES
from . import config as configuration
from . import data, loop, own
from .config import RUNS
from .errors import CAUSES, run, sentence
from .methods import METHODS
from .methods.base import Run


def train(config: configuration.Config, folder: Path, path: str | None = None) -> Path:
    """Train a configuration in a folder, on data at another path where one is given.

    Returns
    -------
    pathlib.Path
        The finished checkpoint.
    """
    checkpoint = folder / loop.CHECKPOINT
    if checkpoint.exists():  # before anything is read: else it could be taken for this one's
        loop.refuse_other(checkpoint, loop.load_checkpoint(checkpoint), config)
    patches = data.read(config.data, path)
    if patches.classes:
        training, validation = data.split(patches, configuration.resolve(config.data.split))
        training = data.for_training(training, config.data)
        print(f"{len(training)} training patches, {len(validation)} held out")
    else:  # nothing to measure with: all of it trains
        training, validation = patches, None
        print(f"{len(training)} training patches without labels")
    method = METHODS[config.method.name](config)
    folder.mkdir(parents=True, exist_ok=True)  # what cannot be written to is said now
    method.fit(training, Run(folder, validation, RUNS / "cache"))
    if not checkpoint.exists():  # a method without epochs leaves none
        content = {"config": config.to_json(), "history": []}
        torch.save({**content, "network": method.network.state_dict()}, checkpoint)
    return checkpoint


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.train", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("config", nargs="?", help="configuration file (JSON)")
    what.add_argument(
        "--archive", type=Path, help="folder, zip or raster without labels: train the start further"
    )
    parser.add_argument("--out", type=Path, help="run folder; default models/runs/NAME")
    parser.add_argument("--data", help="path of the training data, instead of the configured one")
    further = parser.add_argument_group("with --archive")
    further.add_argument("--start", help="ONNX model; default the shipped one")
    further.add_argument(
        "--radiometry",
        choices=["auto", *RADIOMETRIES],
        help="what the archive's numbers mean; default what the files say",
    )
    further.add_argument("--name", help="of the model; default that of the archive")
    further.add_argument("--epochs", type=int, help=f"default {own.EPOCHS}")
    arguments = parser.parse_args(argv)
    own_only = ("start", "radiometry", "name", "epochs")
    for name in ("data",) if arguments.archive else own_only:
        if getattr(arguments, name) is not None:
            one = "--archive" if arguments.archive else "a configuration"
            parser.error(f"--{name} does not go with {one}")
    try:
        if arguments.archive:
            config = own.configuration(
                arguments.archive,
                arguments.start or own.START,
                arguments.radiometry or "auto",
                name=arguments.name,
                epochs=arguments.epochs,
            )
        else:
            config = configuration.load(arguments.config)
        imagery = arguments.archive and str(arguments.archive)
        path = train(config, arguments.out or RUNS / config.name, imagery or arguments.data)
        model = own.write(path, arguments.archive) if arguments.archive else None
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    print(f"checkpoint: {path}")
    if model:
        print(f"model: {model}")
    return 0


if __name__ == "__main__":
    raise SystemExit(run(main))
