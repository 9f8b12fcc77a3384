"""Sisters of a model: what they may learn from, and that they are measured on the rest."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from lookalike.models import data, sisters
from lookalike.models.config import parse, resolve
from lookalike.models.errors import ConfigError, DataError
from lookalike.models.protocols import LeftOut


@pytest.fixture
def config(values):
    return parse(values)


@pytest.fixture
def patches(config):
    return data.read(config.data)


@pytest.fixture
def left_out(patches):
    half = {name for name, label in zip(patches.names, patches.labels) if label == 1}
    return LeftOut({"T1": ("Lake",)}, frozenset(sorted(half)[::2]))


def test_a_sister_that_has_not_seen_a_class_learns_from_none_of_its_images(
    config, patches, left_out
):
    training, _ = data.split(patches, resolve(config.data.split))
    sister = sisters.training_patches(config, "seen-T1", training, left_out)
    lake = {name for name in training.names if name.startswith("Lake")}
    assert len(lake) > 0
    assert not lake & set(sister.names)
    assert set(training.names) - lake == set(sister.names)


def test_a_sister_that_has_no_name_for_a_class_has_its_images_without_labels(
    config, patches, left_out
):
    training, _ = data.split(patches, resolve(config.data.split))
    sister = sisters.training_patches(config, "named-T1", training, left_out)
    assert sister.names == training.names
    for name, label in zip(sister.names, sister.labels):
        hidden = name.startswith("Lake") or name in left_out.half
        assert (label == -1) == hidden, name


def test_a_sister_is_trained_once_and_measured_on_what_was_left_out(
    config, patches, left_out, tmp_path, capsys
):
    folder = tmp_path / "sister"
    figures = sisters.run(config, "seen-T1", patches, left_out, folder)
    assert set(figures) == {f"{layer} {bits}" for layer in ("own", "adapted") for bits in (64, 128)}
    for values in figures.values():
        assert values["left out"]["hamming"]["classes"] == [patches.classes.index("Lake")]
        assert len(values["clicks"]["10% wrong"]) == 4
    capsys.readouterr()
    assert sisters.run(config, "seen-T1", patches, left_out, folder) == figures
    assert "epoch" not in capsys.readouterr().out
    mean = figures["own 64"]["left out"]["reordered"]["mAP@20"]
    assert f"{mean:.3f}" in sisters.table({"seen-T1": figures})


def test_figures_of_another_configuration_are_not_taken_for_its_own(
    config, patches, left_out, tmp_path
):
    sisters.run(config, "seen-T1", patches, left_out, tmp_path)
    other = dataclasses.replace(config, seed=config.seed + 1)
    with pytest.raises(ConfigError, match="another configuration"):
        sisters.run(other, "seen-T1", patches, left_out, tmp_path)


@pytest.mark.parametrize("content", ["", "[]", '{"config": {}}'])
def test_figures_that_cannot_be_read_say_which_file_to_remove(
    config, patches, left_out, tmp_path, content
):
    (tmp_path / sisters.FIGURES).write_text(content)
    with pytest.raises(DataError, match=r"figures\.json cannot be read .* Remove it"):
        sisters.run(config, "seen-T1", patches, left_out, tmp_path)


def test_the_mean_is_over_the_triples():
    def figures(value):
        found = {way: {"mAP@20": value} for way in ("hamming", "reordered")}
        clicks = {f"{share} wrong": [value] * 4 for share in ("0%", "10%")}
        return {"own 64": {"left out": found, "others": found, "clicks": clicks}}

    measured = {"seen-T1": figures(0.5), "seen-T2": figures(0.75)}
    on_the_card = sisters.brief(measured)["never seen"]
    assert on_the_card["triples"] == ["T1", "T2"]
    assert on_the_card["own 64"]["left out"] == 0.625
    assert on_the_card["own 64"]["clicks, 10% wrong"] == [0.625] * 4
    lines = sisters.table(measured).splitlines()
    (mean,) = (line for line in lines if line.startswith("seen mean"))
    assert np.count_nonzero([cell == "0.625" for cell in mean.replace(";", " ").split()]) == 8
