"""Figures: formulas by hand, ranking through the engine, the command."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import onnx
import pytest

from lookalike.models import (
    agreement,
    card,
    data,
    evaluate,
    export,
    metrics,
    protocols,
    train,
)
from lookalike.models.config import parse
from lookalike.models.ranking import Archive


def test_average_precision_divides_by_the_hits_found():
    relevant = np.array([[1, 0, 1, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1]], bool)
    expected = [(1 + 2 / 3) / 2, 0, 1, 0.25]
    np.testing.assert_allclose(metrics.average_precision(relevant, 4), expected)


def test_precision_divides_by_the_depth():
    relevant = np.array([[1, 0, 1, 0], [0, 0, 0, 0]], bool)
    np.testing.assert_allclose(metrics.precision(relevant, 4), [0.5, 0])


def test_class_shares_count_pairs_at_each_distance():
    rng = np.random.default_rng(2)
    queries, archive = rng.normal(size=(7, 8)), rng.normal(size=(30, 8))
    labels, others = rng.integers(0, 2, 7), rng.integers(0, 2, 30)
    pairs = [
        (int(((q > 0) != (a > 0)).sum()), one == other)
        for q, one in zip(queries, labels)
        for a, other in zip(archive, others)
    ]
    found = metrics.class_shares(queries, labels, archive, others)
    assert len(found) == 5
    for distance, share in enumerate(found):
        alike = [same for at, same in pairs if at == distance]
        assert share == (pytest.approx(np.mean(alike), abs=1e-4) if alike else None)


def test_macro_counts_classes_alike():
    assert metrics.macro(np.array([1.0, 1, 1, 0]), np.array([0, 0, 0, 1])) == 0.5


def test_the_look_while_training_agrees_with_the_engine():
    rng = np.random.default_rng(1)
    labels = rng.integers(0, 3, 400)
    logits = rng.normal(size=(400, 128)) + 0.4 * rng.normal(size=(3, 128))[labels]
    found = metrics.map_of_codes(logits[:60], labels[:60], logits[60:], labels[60:])
    archive = Archive(logits[60:])
    wanted = protocols.retrieval(archive, labels[60:], logits[:60], labels[:60])
    assert found == pytest.approx(wanted["hamming"]["mAP@20"], abs=0.02)


@pytest.fixture
def model(values, tmp_path):
    values["method"] = {"name": "itq"}
    checkpoint = train.train(parse(values), tmp_path / "run")
    assert export.main([str(checkpoint), str(tmp_path / "m.onnx")]) == 0
    return tmp_path / "m.onnx"


def test_the_command_prints_a_table_and_writes_the_figures(model, tmp_path, capsys):
    target = tmp_path / "figures.json"
    arguments = [str(model), "--pairs", str(tmp_path / "none"), "--json", str(target)]
    assert evaluate.main(arguments) == 0
    out = capsys.readouterr().out
    assert "128 bits, reordered" in out
    assert "were not compared" in out
    measured = json.loads(target.read_text())
    assert (measured["queries"], measured["archive"]) == (9, 33)
    assert set(measured["retrieval"]) == {"64", "128"}
    assert measured["retrieval"]["64"]["hamming"]["mAP@20"] > 0.8
    assert set(measured["untrained_archive"]) == {"64", "128"}
    assert 0 < measured["bit_balance"]["64"]["entropy"] <= 1
    assert measured["classes"] == {"Field": 3, "Forest": 3, "Lake": 3}
    assert len(measured["class_shares"]["128"]) == 65


def test_another_split_is_measured_with_a_warning(model, tmp_path, capsys):
    held_out = [f"{name}_{i}" for name in ("Field", "Forest", "Lake") for i in (2, 3)]
    (tmp_path / "east.json").write_text(json.dumps({"validation": held_out}))
    arguments = ["--split", str(tmp_path / "east.json"), "--pairs", str(tmp_path / "none")]
    assert evaluate.main([str(model), *arguments, "--json", str(tmp_path / "f.json")]) == 0
    assert "then these figures flatter it" in capsys.readouterr().out
    measured = json.loads((tmp_path / "f.json").read_text())
    assert (measured["queries"], measured["archive"]) == (6, 36)
    assert measured["split"] == "east.json"


def test_what_was_measured_elsewhere_stands_in_the_figures(model, tmp_path):
    ways = {"hamming": {"mAP@20": 0.61234, "P@20": 0.5, "P@100": 0.4}}
    measured = {"scene": "s.tif", "patches": 9, "chance": 0.12345, "rows": {"adapted": ways}}
    (tmp_path / "foreign.json").write_text(json.dumps(measured))
    arguments = ["--pairs", str(tmp_path / "none"), "--foreign", str(tmp_path / "foreign.json")]
    assert evaluate.main([str(model), *arguments, "--json", str(tmp_path / "f.json")]) == 0
    found = json.loads((tmp_path / "f.json").read_text())["foreign"]
    rows = {"adapted": {"hamming": {"mAP@20": 0.612, "P@20": 0.5}}}
    assert found == {"scene": "s.tif", "patches": 9, "chance": 0.123, "rows": rows}


@pytest.mark.parametrize("name", ["sisters", "foreign"])
def test_figures_of_others_that_cannot_be_read_are_refused(model, tmp_path, capsys, name):
    (tmp_path / "other.json").write_text('{"seen-T1": {"own 64": 1}}')
    pairs = ["--pairs", str(tmp_path / "none")]
    assert evaluate.main([str(model), *pairs, f"--{name}", str(tmp_path / "other.json")]) == 1
    assert "other.json" in capsys.readouterr().err


@pytest.mark.parametrize("target", [".", "none/figures.json"])
def test_figures_that_cannot_be_written_are_refused_before_the_work(tmp_path, capsys, target):
    with pytest.raises(SystemExit):
        evaluate.main([str(tmp_path / "m.onnx"), "--json", str(tmp_path / target)])
    assert "folder" in capsys.readouterr().err


def test_what_has_no_labels_is_not_measured_by_classes(model, tmp_path, capsys, monkeypatch):
    read = data.read

    def without_labels(*arguments):
        patches = read(*arguments)
        return dataclasses.replace(patches, labels=np.full(len(patches), -1))

    monkeypatch.setattr(data, "read", without_labels)
    assert evaluate.main([str(model)]) == 1
    assert "have no labels" in capsys.readouterr().err


def test_a_model_of_imagery_without_labels_is_sent_elsewhere(tiny_model, tmp_path, capsys):
    content = onnx.load(tiny_model)
    props = {p.key: p.value for p in content.metadata_props}
    made = json.loads(props[card.CARD_KEY])
    made["config"]["data"]["reader"] = "archive"
    onnx.helper.set_model_props(content, {card.CARD_KEY: json.dumps(made)})
    onnx.save(content, tmp_path / "own.onnx")
    assert evaluate.main([str(tmp_path / "own.onnx")]) == 1
    assert "lookalike.models.foreign" in capsys.readouterr().err


def test_a_query_does_not_find_itself_among_few_held_out_patches(model, tmp_path):
    target = tmp_path / "f.json"
    arguments = ["--pairs", str(tmp_path / "none"), "--json", str(target)]
    assert evaluate.main([str(model), *arguments]) == 0
    measured = json.loads(target.read_text())
    # Three of each class: a query has two others to find.
    for figures in measured["untrained_archive"]["128"].values():
        assert figures["P@100"] == 0.02


def test_the_command_says_what_is_wrong_with_a_model(tmp_path, capsys):
    (tmp_path / "m.onnx").write_bytes(b"no model")
    assert evaluate.main([str(tmp_path / "m.onnx")]) == 1
    assert "not a usable hashing model" in capsys.readouterr().err


def test_reflectance_is_read_in_the_order_of_the_card(tmp_path):
    rasterio = pytest.importorskip("rasterio")
    numbers = np.arange(13, dtype=np.uint16)[:, None, None] * 100 + np.zeros((1, 8, 8), np.uint16)
    path = tmp_path / "p.tif"
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=8,
        height=8,
        count=13,
        dtype="uint16",
        transform=rasterio.Affine(10, 0, 500_000, 0, -10, 5_000_000),
    ) as raster:
        raster.write(numbers)
    found = agreement.read_reflectance(path, ("B04", "B03", "B8A"))
    np.testing.assert_allclose(found[:, 0, 0], [0.03, 0.02, 0.12], rtol=1e-6)
