"""The device: the same numbers arrive there, and networks come back."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from lookalike.models import augment, config, data, device, loop, precision, teacher, train
from lookalike.models.config import AugmentConfig
from lookalike.models.encoding import encode
from lookalike.models.networks import HashingNetwork
from lookalike.plugin.core import hashing

CPU = torch.device("cpu")


def test_reflectance_on_a_device_is_that_of_numpy():
    pixels = np.random.default_rng(0).integers(0, 256, (3, 8, 8, 5), np.uint8)
    found = device.reflectance(pixels, 0.6, CPU)
    assert found.is_contiguous()
    np.testing.assert_array_equal(found.numpy(), data.to_reflectance(pixels, 0.6))


def test_augmentation_makes_its_patches_on_the_device_that_is_asked_for(monkeypatch):
    # The device "meta" computes nothing, but refuses numbers that are elsewhere.
    monkeypatch.setattr(augment, "_noise", lambda x, _: torch.zeros_like(x))
    pixels = np.zeros((4, 16, 16, 3), np.uint8)
    rng = np.random.default_rng(0)
    x = augment.augment(pixels, 0.275, AugmentConfig(), rng, torch.device("meta"))
    assert (x.device.type, x.shape) == ("meta", (4, 3, 16, 16))


def test_neighbours_on_the_device_are_those_of_the_plugin(monkeypatch):
    x = hashing.unit(np.random.default_rng(1).normal(size=(50, 8)).astype(np.float32))
    monkeypatch.setattr(teacher, "PAIRS", 7 * 50)  # several blocks
    rows, cosines = teacher.nearest(x, 6)
    others, wanted = hashing.nearest(x, 6)
    np.testing.assert_array_equal(np.sort(rows), np.sort(others))
    np.testing.assert_allclose(np.sort(cosines), np.sort(wanted), atol=1e-6)
    np.testing.assert_allclose(teacher.smooth(x, 2), hashing.smooth(x, 2), atol=1e-6)


def test_a_network_is_where_it_was_when_it_has_encoded(tiny_config):
    network = HashingNetwork.build(tiny_config)
    network.train()
    encode(network, data.read(tiny_config.data).take(np.arange(3)), progress=False)
    assert network.training
    assert device.device_of(network) == CPU


def test_single_precision_stays_where_half_is_not_asked_for():
    with precision.mixed(CPU, wanted=False):
        assert not torch.is_autocast_enabled("cpu")
    with precision.mixed(CPU):
        assert torch.is_autocast_enabled("cpu") == precision.half_is_fast(CPU)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no graphics card")
def test_a_run_on_the_graphics_card_learns_and_comes_back(values, tmp_path):
    values["train"] |= {"epochs": 6, "bfloat16": True}
    path = train.train(config.parse(values), tmp_path / "run")
    stored = loop.load_checkpoint(path)
    assert stored["history"][-1]["loss"] < stored["history"][0]["loss"]
    assert stored["history"][-1]["mAP@20/64"] > 0.95
