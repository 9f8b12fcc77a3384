"""The share of the levels can be chosen after training."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from lookalike.models import adapting
from lookalike.models.config import parse
from lookalike.models.networks import HashingNetwork


@pytest.fixture
def config(values):
    values["network"] |= {"frozen": 3, "levels": [2, 5], "level_share": 0.4, "embedding": 32}
    return parse(values)


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_a_share_chosen_afterwards_is_that_of_a_network_built_with_it(config, share):
    def embeddings(level_share):
        network = dataclasses.replace(config.network, level_share=level_share)
        torch.manual_seed(3)
        made = HashingNetwork.build(dataclasses.replace(config, network=network)).eval()
        torch.manual_seed(4)
        return made(torch.rand(5, 3, 64, 64) * 0.2)[0].detach().numpy()

    changed = adapting.with_level_share(embeddings(0.4), config.network, share)
    np.testing.assert_allclose(changed, embeddings(share), atol=1e-6)


def test_the_curve_fits_a_layer_at_each_share_of_levels_there_are(config):
    rows = np.random.default_rng(1).normal(size=(200, 90)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    curve = list(adapting.by_level_share(rows, rows[:7], config.network, (0.2, 0.6)))
    assert [share for share, *_ in curve] == [0.2, 0.6]
    for _, archive, queries in curve:
        assert archive.shape == (200, config.network.bits)
        np.testing.assert_allclose(archive[:7], queries, atol=1e-5)
    assert not np.array_equal(curve[0][1], curve[1][1])
    without = dataclasses.replace(config.network, level_share=0.0)
    assert list(adapting.by_level_share(rows, rows, without)) == []
