"""What a configuration may say, and the sentence where it says something else."""

from __future__ import annotations

import json

import pytest

from lookalike.models import config
from lookalike.models.errors import ConfigError
from lookalike.plugin.core.errors import LookalikeError


def changed(values: dict, key: str, value) -> dict:
    *path, last = key.split(".")
    inside = values
    for step in path:
        inside = inside.setdefault(step, {})
    inside[last] = value
    return values


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("method.name", "magic", "Unknown method 'magic'. Known are cdne, "),
        ("method.settings.tempo", 1, "Unknown key 'tempo' in the section 'method.settings'"),
        ("method.settings.contrast", "x", "'contrast' in the section 'method.settings' is 'x'"),
        ("network.backbone", "resnet", "Unknown backbone 'resnet'"),
        ("data.reader", "tfds", "Unknown reader 'tfds'"),
        ("data.bands", ["B04", "B99"], "Unknown band 'B99'"),
        ("data.bands", [], "names no band"),
        ("data.bands", "B04", "expected was a list"),
        ("data.patch_size", 64.5, "expected was a whole number"),
        ("network.bits", 100, "multiple of 64"),
        ("network.nested", [64], "end with network.bits"),
        ("network.nested", [128, 64], "rising order"),
        ("network.embedding", 1024, "must be 1 to 512"),
        ("network.frozen", -1, "must not be negative"),
        ("train.epochs", 0, "must be greater than 0"),
        ("train.head_rate", float("nan"), "'head_rate' in the section 'train' is nan"),
        ("train.backbone_rate", float("inf"), "expected was a number"),
        ("train.weight_decay", -0.1, "must not be negative"),
        ("train.warmup", -1, "must not be negative"),
        ("network.nested", [0, 128], "must hold multiples of 64"),
        ("network.nested", [-64, 128], "must hold multiples of 64"),
        ("data.unlabelled", ["scenes"], "'unlabelled' in the section 'data' is ['scenes']"),
        ("data.unlabelled", {"scenes": ["s2"]}, "expected was an object with keys and texts"),
        ("method.settings.teacher", ["resnet"], "Unknown backbone 'resnet'"),
        ("method.settings.teacher", [], "names no backbone"),
        ("method.settings.contrast_temperature", 0, "must be greater than 0"),
        ("method.settings.teacher_size", 0, "must be greater than 0"),
        ("method", {"name": "csq", "settings": {"batch": 0}}, "batch is 0"),
        ("method", {"name": "csq", "settings": {"hidden": []}}, "widths greater than 0"),
        ("method", {"name": "cdne", "settings": {"temperature": -1}}, "must not be negative"),
        ("method", {"name": "itq", "settings": {"backbones": ["x"]}}, "Unknown backbone 'x'"),
        ("name", "../elsewhere", "cannot name a folder"),
        ("seed", -1, "seed is -1"),
        ("seed", 1 << 62, "it must be 0 to"),
        ("train.bfloat16", 1, "expected was true or false"),
        ("augment.noise", -0.1, "must not be negative"),
        ("sed", 3, "Unknown key 'sed' in the configuration"),
        ("train", [], "an object with keys was expected"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(values, key, value, sentence):
    with pytest.raises(ConfigError, match=r"\.$") as caught:
        config.parse(changed(values, key, value))
    assert sentence in str(caught.value)


def test_a_configuration_without_a_name_is_refused(values):
    del values["name"]
    with pytest.raises(LookalikeError, match="Missing in the configuration: name"):
        config.parse(values)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(tmp_path / "none.json")


def test_a_file_that_is_no_json_is_refused(tmp_path):
    (tmp_path / "c.json").write_text("name = 'x'")
    with pytest.raises(ConfigError, match="not valid JSON"):
        config.load(tmp_path / "c.json")


def test_a_configuration_survives_the_way_through_json(tiny_config):
    assert config.parse(json.loads(json.dumps(tiny_config.to_json()))) == tiny_config


def test_every_configuration_of_the_repository_is_valid():
    files = sorted((config.ROOT / "models" / "configs").glob("*.json"))
    assert [config.load(file).name for file in files]
