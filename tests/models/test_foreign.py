"""Other land: grouped by what the model does not see, searched without what overlaps."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from lookalike.models import foreign
from lookalike.models.config import Config, resolve
from lookalike.models.errors import DataError

SCENES = resolve("../shared/data/sentinel2_scenes")
needs_scenes = pytest.mark.skipif(not SCENES.exists(), reason="needs the real scenes")


def test_patches_overlap_where_they_share_pixels_of_one_scene():
    boxes = np.array([[0, 0, 0, 4, 4], [0, 2, 2, 4, 4], [0, 4, 0, 4, 4], [1, 0, 0, 4, 4]])
    expected = [[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 1]]
    np.testing.assert_array_equal(foreign.overlapping(boxes), np.array(expected, dtype=bool))


def test_groups_are_found_again_and_part_what_differs():
    rng = np.random.default_rng(2)
    centres = rng.normal(0, 10, (foreign.GROUPS, 6))
    truth = np.repeat(np.arange(foreign.GROUPS), 30)
    found = foreign.groups(centres[truth] + rng.normal(0, 0.01, (len(truth), 6)))
    pairs = {(a, b) for a, b in zip(truth, found)}
    assert len(pairs) == len(set(found)) == foreign.GROUPS


def test_texture_knows_brightness_and_roughness_of_each_band():
    flat, checked = np.full((8, 8), 0.3), np.indices((8, 8)).sum(axis=0) % 2
    np.testing.assert_allclose(foreign.texture(np.stack([flat, checked])), [0.3, 0.5, 0, 0.5, 0, 2])


@needs_scenes
def test_land_is_grouped_by_bands_that_the_model_does_not_see_and_searched():
    config = Config("rgb")
    land = foreign.read(SCENES, config)
    assert land.patches.pixels.shape[1:] == (64, 64, 3)
    assert len(np.unique(land.patches.labels)) == foreign.GROUPS
    # Half a patch apart: a patch shares pixels with its eight neighbours and itself at most.
    assert land.overlapping.sum(axis=1).max() == 9
    # Near infrared groups them: as other codes, those of the groups' own numbers find each other.
    hot = np.eye(64, dtype=np.float32)[land.patches.labels] - 0.5
    found = foreign.among_themselves(hot, land)
    assert found["hamming"]["P@20"] > 0.9
    assert foreign.chance(land) < 0.3


@needs_scenes
def test_a_scene_of_too_few_patches_is_refused():
    data = dataclasses.replace(Config("rgb").data, patch_size=512)
    with pytest.raises(DataError, match="To group them"):
        foreign.read(SCENES, dataclasses.replace(Config("rgb"), data=data))


def test_a_model_that_sees_all_bands_is_refused():
    data = dataclasses.replace(Config("all").data, bands=("B04", *foreign.UNSEEN))
    with pytest.raises(DataError, match="sees all bands"):
        foreign.read(SCENES, dataclasses.replace(Config("all"), data=data))


def test_the_command_says_what_is_wrong_in_one_line(tmp_path, capsys):
    model = str(resolve("models/zoo/s2rgb-128.onnx"))
    assert foreign.main([model, str(tmp_path)]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
