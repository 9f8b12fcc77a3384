"""The models that ship: small enough, digests true, cards complete, figures as promised."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import onnx
import pytest

from lookalike.models import config
from lookalike.plugin.core.model import HashModel

ZOO = Path(config.ROOT) / "models" / "zoo"
MODELS = sorted(ZOO.glob("*.onnx"))
SHIPPED = ZOO / "s2rgb-128.onnx"


def test_the_shipped_model_is_there():
    assert SHIPPED in MODELS


def test_every_model_has_its_true_digest_and_no_other_is_listed():
    listed = dict(reversed(line.split()) for line in (ZOO / "SHA256SUMS").read_text().splitlines())
    assert listed == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in MODELS}


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_shipped_model_keeps_the_contract(path):
    assert path.stat().st_size <= 12e6
    graph = onnx.load(path)
    assert graph.ir_version <= 8
    assert max(entry.version for entry in graph.opset_import) <= 17
    card = HashModel.open(path).card
    assert card.name == path.stem
    assert config.parse(card.text["config"]).name == path.stem


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_a_card_names_no_place_on_the_machine_that_trained_it(path):
    text = json.dumps(HashModel.open(path).card.text)
    assert not re.search(r'"(/|[A-Za-z]:\\\\|~)', text)


def test_the_shipped_model_is_that_of_its_configuration_with_its_figures():
    card = HashModel.open(SHIPPED).card.text
    assert config.parse(card["config"]) == config.load(ZOO.parent / "configs" / "rgb128.json")
    retrieval = card["figures"]["retrieval"]
    assert retrieval["64"]["reordered"]["mAP@20"] >= 0.977
    assert retrieval["128"]["reordered"]["mAP@20"] >= 0.977
    pairs = card["figures"]["jpeg_against_reflectance"]["differing_bits"]["64"]
    assert pairs["same"] <= 3 < pairs["different"]
