"""Training runs: they learn, they stop and go on, they refuse a foreign checkpoint."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
import torch

from lookalike.models import config, data, errors, export, loop, train
from lookalike.models.backbones import BACKBONES
from lookalike.models.errors import ConfigError, LearningError
from lookalike.models.methods import METHODS
from lookalike.models.methods.base import Run


def weights(path) -> dict[str, torch.Tensor]:
    return loop.load_checkpoint(path)["network"]


def assert_equal(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> None:
    assert one.keys() == other.keys()
    for name, tensor in one.items():
        assert torch.equal(tensor, other[name]), name


def test_a_stopped_and_resumed_run_equals_an_uninterrupted_one(tiny_config, tmp_path, stopped):
    whole = train.train(tiny_config, tmp_path / "whole")
    stopped(train.train, tiny_config, tmp_path / "parts")
    assert len(loop.load_checkpoint(tmp_path / "parts" / loop.CHECKPOINT)["history"]) == 1
    parts = train.train(tiny_config, tmp_path / "parts")

    assert_equal(weights(whole), weights(parts))
    assert loop.load_checkpoint(whole)["history"] == loop.load_checkpoint(parts)["history"]


def test_another_seed_trains_another_network(values, tmp_path):
    one = train.train(config.parse(values), tmp_path / "one")
    other = train.train(config.parse({**values, "seed": 2}), tmp_path / "other")
    assert not torch.equal(weights(one)["project.weight"], weights(other)["project.weight"])


def test_training_lowers_the_loss_and_tells_the_classes_apart(values, tmp_path):
    values["train"]["epochs"] = 6
    path = train.train(config.parse(values), tmp_path / "run")
    history = loop.load_checkpoint(path)["history"]
    assert history[-1]["loss"] < history[0]["loss"]
    assert history[-1]["mAP@20/64"] > 0.95
    assert [entry["epoch"] for entry in history] == [1, 2, 3, 4, 5, 6]


def test_a_run_folder_of_another_configuration_is_refused(values, tmp_path):
    values["train"]["epochs"] = 1
    train.train(config.parse(values), tmp_path / "run")
    values["seed"] = 9
    with pytest.raises(ConfigError, match="another configuration"):
        train.train(config.parse(values), tmp_path / "run")


def test_a_method_without_epochs_is_not_taken_for_what_another_configuration_left(
    values_of, tmp_path
):
    values = values_of("lsh")
    path = train.train(config.parse(values), tmp_path / "run")
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="another configuration"):
        train.train(config.parse({**values, "seed": 9}), tmp_path / "run")
    assert path.read_bytes() == before


def test_training_that_diverges_stops_and_keeps_what_there_was(values, tmp_path, monkeypatch):
    monkeypatch.setattr(loop, "_validate", lambda *_: {})
    rate = loop.rate  # diverges in the second epoch
    monkeypatch.setattr(loop, "rate", lambda *at: math.inf if at[0] >= at[1] // 2 else rate(*at))
    with pytest.raises(LearningError, match="loss of epoch 2 is no longer a number"):
        train.train(config.parse(values), tmp_path / "run")
    assert len(loop.load_checkpoint(tmp_path / "run" / loop.CHECKPOINT)["history"]) == 1


def test_a_method_on_frozen_features_that_diverges_leaves_nothing(values_of, tmp_path):
    values = values_of("cibhash")
    values["method"]["settings"]["temperature"] = 0
    with pytest.raises(LearningError, match="no longer a number"):
        train.train(config.parse(values), tmp_path / "run")
    assert not (tmp_path / "run" / loop.CHECKPOINT).exists()


def test_a_run_folder_that_cannot_be_made_is_said_in_one_line(values, tmp_path, capsys):
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "c.json").write_text(json.dumps(values))
    out = tmp_path / "file" / "run"
    assert train.main([str(tmp_path / "c.json"), "--out", str(out)]) == 1
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert said.startswith(f"{out} cannot be used")


def test_a_checkpoint_that_lacks_what_trains_is_refused(values, tmp_path):
    values["train"]["epochs"] = 1
    path = train.train(config.parse(values), tmp_path / "run")
    whole = torch.load(path, weights_only=True)
    torch.save({key: whole[key] for key in ("config", "network", "history")}, path)
    with pytest.raises(ConfigError, match="cannot go on from"):
        train.train(config.parse(values), tmp_path / "run")


def test_a_checkpoint_of_another_network_is_not_exported(values, tmp_path, capsys):
    values["train"]["epochs"] = 1
    path = train.train(config.parse(values), tmp_path / "run")
    torch.save({**torch.load(path, weights_only=True), "network": {}}, path)
    assert export.main([str(path), str(tmp_path / "m.onnx")]) == 1
    assert "does not hold the network" in capsys.readouterr().err
    assert not (tmp_path / "m.onnx").exists()


def test_a_command_that_is_stopped_says_so_in_a_line(capsys):
    def stopped():
        raise KeyboardInterrupt

    assert errors.run(stopped) == 130
    assert capsys.readouterr().err.strip().splitlines() == [
        "Stopped. The same command goes on with what was kept."
    ]


@pytest.mark.parametrize(
    "arguments", [["c.json", "--epochs", "3"], ["--archive", "a", "--data", "b"]]
)
def test_an_option_that_would_be_ignored_is_refused(arguments, capsys):
    with pytest.raises(SystemExit):
        train.main(arguments)
    assert "does not go with" in capsys.readouterr().err


def test_the_command_trains_and_says_where_the_checkpoint_is(values, tmp_path, capsys):
    values["train"]["epochs"] = 1
    (tmp_path / "c.json").write_text(json.dumps(values))
    assert train.main([str(tmp_path / "c.json"), "--out", str(tmp_path / "run")]) == 0
    out = capsys.readouterr().out
    assert "mAP@20/64" in out
    assert str(tmp_path / "run" / loop.CHECKPOINT) in out


def test_the_command_says_what_is_wrong_in_one_line(values, tmp_path, capsys):
    values["data"]["path"] = "nowhere.zip"
    (tmp_path / "c.json").write_text(json.dumps(values))
    assert train.main([str(tmp_path / "c.json")]) == 1
    assert "nowhere.zip cannot be read" in capsys.readouterr().err


def test_where_the_data_lies_does_not_enter_the_configuration(values, archive, tmp_path):
    values["data"]["path"] = "nowhere.zip"
    values["train"]["epochs"] = 1
    path = train.train(config.parse(values), tmp_path / "run", str(archive))
    assert loop.load_checkpoint(path)["config"]["data"]["path"] == "nowhere.zip"


@pytest.mark.parametrize("content", [b"", b"no checkpoint"])
def test_a_broken_checkpoint_is_refused(tmp_path, content):
    (tmp_path / "c.pt").write_bytes(content)
    with pytest.raises(ConfigError, match="no readable training checkpoint"):
        loop.load_checkpoint(tmp_path / "c.pt")


@pytest.mark.parametrize(("step", "share"), [(0, 0.25), (3, 1.0), (4, 1.0), (54, 0.5), (104, 0)])
def test_the_rate_warms_up_and_falls_to_zero(step, share):
    assert loop.rate(step, 104, 4) == pytest.approx(share)


def test_every_patch_is_in_one_batch_and_a_small_rest_is_left_out():
    rng = np.random.default_rng(0)
    assert [len(b) for b in loop._batches(25, 10, rng)] == [10, 10, 5]
    assert [len(b) for b in loop._batches(24, 10, rng)] == [10, 10]
    assert [len(b) for b in loop._batches(3, 10, rng)] == [3]


def test_frozen_blocks_stay_as_they_were_loaded(values, tmp_path):
    values["network"]["frozen"] = 2  # the first convolution and its batch norm
    trained = weights(train.train(config.parse(values), tmp_path / "run"))
    fresh = BACKBONES["tiny"]()
    fresh.load_imagenet()
    for name, tensor in fresh.state_dict().items():
        same = torch.equal(trained[f"features.backbone.{name}"], tensor)
        assert same == name.startswith(("layers.0.", "layers.1.")), name


@pytest.mark.parametrize("unlabelled", [False, True])
def test_patches_without_labels_train_too(tiny_config, tmp_path, unlabelled):
    training, _ = data.split(data.read(tiny_config.data), config.resolve(tiny_config.data.split))
    training.labels[:: 1 if unlabelled else 2] = -1
    method = METHODS["ours"](tiny_config).fit(training, Run(tmp_path))
    embeddings, logits = method.encode(training)
    assert np.isfinite(embeddings).all()
    assert np.isfinite(logits).all()
