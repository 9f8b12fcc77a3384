"""A tiny archive in EuroSAT's layout and a tiny backbone, so that training takes a second."""

from __future__ import annotations

import copy
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

# Before numpy and torch are loaded: on arrays this small, threads only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

torch = pytest.importorskip("torch", reason="models/ needs torch (extra 'train')")

from PIL import Image  # noqa: E402
from torch import nn  # noqa: E402

from lookalike.models import backbones, config  # noqa: E402

COLOURS = {"Field": (150, 140, 60), "Forest": (30, 70, 40), "Lake": (20, 40, 90)}
A_CLASS = 14


class TinyBackbone(nn.Module):
    """Two convolutions with batch norm; its 'pretrained' weights are seeded ones."""

    width = 80
    sequential = True
    mean = (0.5, 0.5, 0.5)
    std = (0.25, 0.25, 0.25)

    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(channels, 12, 5, 4, 2, bias=False),
            nn.BatchNorm2d(12),
            nn.ReLU6(),
            nn.Conv2d(12, self.width, 3, 2, 1, bias=False),
            nn.BatchNorm2d(self.width),
            nn.ReLU6(),
        )

    def blocks(self) -> list[nn.Module]:
        return list(self.layers)

    def forward(self, x):
        return self.layers(x).mean(dim=(2, 3))

    def load_imagenet(self) -> None:
        generator = torch.Generator().manual_seed(5)
        with torch.no_grad():
            for parameter in self.parameters():
                if parameter.ndim > 1:
                    parameter.copy_(0.2 * torch.randn(parameter.shape, generator=generator))


@pytest.fixture(scope="session", autouse=True)
def tiny_backbone():
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(backbones.BACKBONES, "tiny", TinyBackbone)
        yield


@pytest.fixture(autouse=True)
def no_shared_cache(monkeypatch, tmp_path):
    from lookalike.models import train

    monkeypatch.setattr(train, "RUNS", tmp_path / "runs")
    monkeypatch.setattr(config, "RUNS", tmp_path / "runs")


@pytest.fixture(scope="session")
def archive(tmp_path_factory) -> Path:
    """A zip of three classes of coloured noise, as `eurosat_rgb/CLASS/CLASS_n.jpg`."""
    path = tmp_path_factory.mktemp("archive") / "eurosat_rgb.zip"
    rng = np.random.default_rng(3)
    with zipfile.ZipFile(path, "w") as file:
        for name, colour in COLOURS.items():
            for i in range(1, A_CLASS + 1):
                pixels = np.array(colour) + rng.normal(0, 12, (16, 16, 3)).repeat(4, 0).repeat(4, 1)
                buffer = io.BytesIO()
                Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(buffer, "JPEG")
                file.writestr(f"eurosat_rgb/{name}/{name}_{i}.jpg", buffer.getvalue())
    return path


@pytest.fixture(scope="session")
def stored_split(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("split") / "split.json"
    path.write_text(json.dumps({"validation": [f"{c}_{i}" for c in COLOURS for i in (1, 5, 9)]}))
    return path


@pytest.fixture
def values(tiny_values) -> dict:
    """A configuration, as plain values, that trains in a second."""
    return copy.deepcopy(tiny_values)


@pytest.fixture(scope="session")
def tiny_values(archive, stored_split) -> dict:
    """The same for fixtures that live longer than a test; not to be changed."""
    return {
        "name": "tiny-128",
        "data": {"path": str(archive), "split": str(stored_split)},
        "network": {"backbone": "tiny", "input_size": 32, "embedding": 64},
        "method": {
            "name": "ours",
            "settings": {"teacher": ["tiny"], "teacher_size": 32, "teacher_dimensions": 8},
        },
        "train": {"epochs": 2, "batch": 16, "warmup": 2, "bfloat16": False},
    }


QUICK = {
    "ours": {"teacher": ["tiny"], "teacher_size": 32},
    "continued": {"teacher": ["tiny"], "teacher_size": 32},
    "whitened_itq": {"whiten": 0.5},  # 33 patches have noise for most of 64 components
    "sth": {"neighbours": 5},
    "kslsh": {"steps": 5},
    "milan": {"steps": 60},
    "cdne": {"epochs": 4},
    "csq": {"epochs": 8},
    "cibhash": {"epochs": 4},
    "crovca": {"epochs": 4},
    "distilled": {"epochs": 6, "hidden": [64, 64]},
}
"""Settings with which a method fits in a fraction of a second."""


@pytest.fixture
def values_of(values, tiny_model):
    """Give plain values of a quick configuration of a method."""

    def of(name: str) -> dict:
        values["train"]["epochs"] = 1
        settings = {**QUICK.get(name, {})}
        if name == "continued":
            settings["start"] = str(tiny_model)
        return {**values, "method": {"name": name, "settings": settings}}

    return of


@pytest.fixture(scope="session")
def tiny_model(tiny_values, tmp_path_factory) -> Path:
    """An ONNX model of the tiny configuration."""
    from lookalike.models import card, export, loop, train

    folder = tmp_path_factory.mktemp("model")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(train, "RUNS", folder)
        checkpoint = train.train(config.parse(tiny_values), folder / "run")
    network, made_by = export.network_of(loop.load_checkpoint(checkpoint))
    path = folder / "tiny.onnx"
    export.export(network, path, card.make(made_by))
    return path


@pytest.fixture
def tiny_config(values) -> config.Config:
    return config.parse(values)


@pytest.fixture
def stopped(monkeypatch):
    """Call a function that trains, and stop it after the first epoch."""
    from lookalike.models import loop

    epoch = loop._epoch

    def killed(*arguments):
        if arguments[-1] == 1:
            raise KeyboardInterrupt
        return epoch(*arguments)

    def stopped(training, *arguments):
        with monkeypatch.context() as patch:
            patch.setattr(loop, "_epoch", killed)
            with pytest.raises(KeyboardInterrupt):
                training(*arguments)

    return stopped
