"""Write a trained network as an ONNX model: `python -m lookalike.models.export CHECKPOINT OUT`.

An ONNX model in the place of the checkpoint gets further figures into its card.

Opset 17 and IR version 8, one file, any number of patches. The written graph is run beside the
network before it gets its name: where the two disagree in more than one bit of a thousand, nothing
is written.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from ..plugin.core.errors import LookalikeError
from ..plugin.core.model import HashModel
from . import card, data, loop
from .config import Config, parse, resolve
from .errors import CAUSES, ConfigError, ExportError, run, sentence
from .methods import METHODS

OPSET = 17
IR_VERSION = 8
TOLERANCE = 1e-3
"""Largest share of bits in which the ONNX model may differ from the network."""


def export(
    network: nn.Module,
    path: Path,
    model_card: Mapping[str, Any],
    patches: np.ndarray | None = None,
) -> float:
    """Write a network as ONNX, checked.

    Parameters
    ----------
    network
        Reflectance float32 (N, C, H, W) → embedding (N, D), logits (N, K).
    path
        Of the ONNX file; replaced as a whole or not at all.
    model_card
        Stored in the metadata.
    patches
        float32 (n, C, H, W) to compare with; invented ones where none are given.

    Returns
    -------
    float
        Share of differing bits, at most `TOLERANCE`.

    Raises
    ------
    ExportError
        If the ONNX model's bits differ from the network's, or the file cannot be written.
    """
    shape = (len(model_card["bands"]), model_card["patch_size"], model_card["patch_size"])
    if patches is None:
        patches = invented_patches(256, shape)
    content = _with_card(_graph(network, shape), model_card)
    share = differing_bits(network, content, patches)
    if not share <= TOLERANCE:
        raise ExportError(
            f"{path} was not written: {share:.2%} of its bits differ from the network's "
            f"({TOLERANCE:.1%} are allowed). Check the export of the layers that were changed last."
        )
    _write(path, content)
    return share


def measured_further(model: Path, path: Path, figures: Mapping[str, Any]) -> None:
    """Write an ONNX model again with further figures in its card, its graph as it is.

    Parameters
    ----------
    model
        Of ours.
    path
        Where to; may be the same.
    figures
        Replace those of the same names; others stay.

    Raises
    ------
    ModelError
        If the file is no model of ours.
    ExportError
        If the new one cannot be written.
    """
    text = HashModel.open(model).card.text
    measured = {**text.get("figures", {}), **figures}
    _write(path, _with_card(model.read_bytes(), {**text, "figures": measured}))


def _write(path: Path, content: bytes) -> None:
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        os.replace(partial, path)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error


def differing_bits(network: nn.Module, content: bytes, patches: np.ndarray) -> float:
    """Share of bits in which an ONNX model and a network differ; NaN-safe: NaN counts as 1."""
    import onnxruntime

    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    network.eval()
    differing = total = 0
    for start in range(0, len(patches), 64):
        block = np.ascontiguousarray(patches[start : start + 64])
        with torch.no_grad():
            wanted = network(torch.from_numpy(block))[1].numpy()
        (found,) = session.run(["logits"], {"patches": block})
        broken = ~np.isfinite(found) | ~np.isfinite(wanted)
        differing += int((((found > 0) != (wanted > 0)) | broken).sum())
        total += found.size
    return differing / max(total, 1)


def invented_patches(count: int, shape: tuple[int, int, int]) -> np.ndarray:
    """Noise of several scales in the range of reflectance: float32 (count, C, H, W), seeded."""
    rng = np.random.default_rng(0)
    out = rng.uniform(0.02, 0.25, (count, shape[0], 1, 1)) + np.zeros((count, *shape))
    for scale in (2, 8, 16):
        cells = [-(-edge // scale) for edge in shape[1:]]
        coarse = rng.normal(0, 0.03, (count, shape[0], *cells))
        fine = coarse.repeat(scale, axis=2).repeat(scale, axis=3)
        out += fine[:, :, : shape[1], : shape[2]]
    return out.clip(0, 1).astype(np.float32)


def network_of(checkpoint: Mapping[str, Any]) -> tuple[nn.Module, Config]:
    """Rebuild the trained network and its configuration from a checkpoint."""
    config = parse(checkpoint["config"])
    try:
        network = METHODS[config.method.name].rebuild(config, checkpoint["network"])
    except (KeyError, RuntimeError) as error:
        raise ConfigError(
            "The checkpoint does not hold the network of its configuration. Train it again."
        ) from error
    return network.eval(), config


@torch.no_grad()
def embedding_of(network: nn.Module, config: Config) -> int:
    """Length of a network's embedding."""
    size = config.data.patch_size
    return int(network.eval()(torch.zeros(1, len(config.data.bands), size, size))[0].shape[1])


def _graph(network: nn.Module, shape: tuple[int, int, int]) -> bytes:
    buffer = io.BytesIO()
    network.eval()
    with warnings.catch_warnings():
        # The older exporter announces its successor; it folds batch norms and needs no onnxscript.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(2, *shape),),
            buffer,
            input_names=["patches"],
            output_names=["embedding", "logits"],
            dynamic_axes={name: {0: "n"} for name in ("patches", "embedding", "logits")},
            opset_version=OPSET,
            dynamo=False,
        )
    return buffer.getvalue()


def _with_card(graph: bytes, model_card: Mapping[str, Any]) -> bytes:
    import onnx

    model = onnx.load_from_string(graph)
    model.ir_version = IR_VERSION
    model.producer_name = "lookalike"
    onnx.helper.set_model_props(
        model, {card.CARD_KEY: json.dumps(model_card, ensure_ascii=False, sort_keys=True)}
    )
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString()


def _held_out(config: Config, path: str | None) -> np.ndarray | None:
    """Give real patches to check with where the data is at hand."""
    try:
        _, validation = data.split(data.read(config.data, path), resolve(config.data.split))
    except LookalikeError:
        return None
    rows = np.linspace(0, len(validation) - 1, min(len(validation), 512)).astype(np.int64)
    return validation.reflectance(rows)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="lookalike.models.export", description=__doc__)
    parser.add_argument(
        "checkpoint",
        type=Path,
        help="checkpoint.pt of a training run, or an ONNX model: its graph stays as it is, and the "
        "figures in its card that --figures names are replaced",
    )
    parser.add_argument("out", type=Path, help="ONNX file to write")
    parser.add_argument("--figures", type=Path, help="JSON of `evaluate --json`, for the card")
    parser.add_argument("--data", help="training data to check with, instead of the configured")
    arguments = parser.parse_args(argv)
    try:
        figures = _figures(arguments.figures)
        if arguments.checkpoint.suffix == ".onnx":
            measured_further(arguments.checkpoint, arguments.out, figures)
            print(f"{arguments.out}: {', '.join(sorted(figures)) or 'nothing'} replaced")
            return 0
        checkpoint = loop.load_checkpoint(arguments.checkpoint)
        network, config = network_of(checkpoint)
        figures["epochs_trained"] = len(checkpoint["history"])
        patches = _held_out(config, arguments.data)
        made = card.make(config, figures, embedding_of(network, config))
        share = export(network, arguments.out, made, patches)
    except CAUSES as error:
        print(sentence(error), file=sys.stderr)
        return 1
    kind = "invented" if patches is None else "held-out"
    size = arguments.out.stat().st_size / 1e6
    print(f"{arguments.out}: {size:.1f} MB, {share:.4%} of bits differ on {kind} patches")
    return 0


def _figures(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ExportError(f"The figures {path} cannot be read ({error}).") from error


if __name__ == "__main__":
    raise SystemExit(run(main))
