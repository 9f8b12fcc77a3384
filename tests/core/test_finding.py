"""Patches by name and label, in archives of patch files and of scenes."""

from __future__ import annotations

import pytest

from lookalike.plugin.core.finding import find_patches
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.joined import open_together


@pytest.fixture(scope="module")
def patches(built):
    return Index.open(built)


@pytest.fixture(scope="module")
def scenes(root):
    return Index.open(root / "tests" / "data" / "index" / "v1.h5")


def ids(index, text, most=50):
    return find_patches(index, text, most)["id"].tolist()


def test_a_file_is_found_by_part_of_its_name_in_any_case(patches):
    assert sorted(ids(patches, "BRIGHT_3")) == [
        f"bright/bright_{number}" for number in range(30, 40)
    ]
    assert ids(patches, "dark_17") == ["dark/dark_17"]


def test_a_label_gives_a_regular_sample_of_its_patches(patches):
    found = find_patches(patches, "bright", most=6)
    assert found["label"].tolist() == ["bright"] * 6
    assert found["row"].max() - found["row"].min() > 20


def test_a_patch_of_a_scene_is_found_by_its_corner(scenes):
    name = ids(scenes, "scene")[7]
    assert ids(scenes, name) == [name]
    assert name in ids(scenes, name.partition("@")[0])


def test_nothing_is_called_nothing(patches):
    assert ids(patches, "") == ids(patches, 'no "such"') == []


def test_several_indexes_are_looked_through_as_one(built, built_scene):
    both = open_together([built, built_scene])
    found = find_patches(both, "scene", most=100)
    assert len(found["row"]) == 80
    assert found["row"].min() >= 60
