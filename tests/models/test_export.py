"""The ONNX contract, for every method."""

from __future__ import annotations

import json

import numpy as np
import onnx
import pytest
import torch

from lookalike.models import card, export, loop, train
from lookalike.models.config import parse
from lookalike.models.errors import ExportError
from lookalike.models.methods import METHODS
from lookalike.models.networks import HashingNetwork
from lookalike.plugin.core.model import HashModel


@pytest.fixture(params=sorted(METHODS))
def exported(request, values_of, tmp_path):
    """(network, path of its ONNX file) of a method trained on the tiny archive."""
    checkpoint = train.train(parse(values_of(request.param)), tmp_path / "run")
    path = tmp_path / "model.onnx"
    figures = tmp_path / "figures.json"
    figures.write_text(json.dumps({"queries": 9}))
    assert export.main([str(checkpoint), str(path), "--figures", str(figures)]) == 0
    return export.network_of(loop.load_checkpoint(checkpoint))[0], path


@pytest.fixture
def network(tiny_config):
    torch.manual_seed(0)
    return HashingNetwork.build(tiny_config).eval()


@pytest.mark.usefixtures("archive")
def test_every_method_keeps_the_contract(exported):
    network, path = exported
    graph = onnx.load(path)
    assert graph.ir_version <= 8
    assert [entry.version for entry in graph.opset_import] == [17]
    assert not any(tensor.external_data for tensor in graph.graph.initializer)
    outputs = {
        o.name: [d.dim_value for d in o.type.tensor_type.shape.dim] for o in graph.graph.output
    }
    model = HashModel.open(path)
    assert outputs == {"embedding": [0, model.card.embedding], "logits": [0, 128]}
    assert model.card.embedding <= 512
    nested = METHODS[model.card.text["config"]["method"]["name"]].nested
    assert model.card.text["nested"] == ([64, 128] if nested else [128])

    assert model.card.bands == ("B04", "B03", "B02")
    assert model.card.text["figures"]["queries"] == 9
    patches = export.invented_patches(70, (3, 64, 64))
    for count in (1, 3, 70):
        found = model.encode(patches[:count])
        with torch.no_grad():
            embedding, logits = network(torch.from_numpy(patches[:count]))
        np.testing.assert_allclose(found.embeddings, embedding.numpy(), atol=1e-4)
        np.testing.assert_allclose(found.logits, logits.numpy(), atol=2e-3, rtol=1e-3)
        assert ((found.logits > 0) != (logits.numpy() > 0)).mean() <= export.TOLERANCE
        np.testing.assert_allclose(np.linalg.norm(found.embeddings, axis=1), 1, atol=1e-5)


def test_logits_are_the_embedding_times_w_plus_b(network):
    x = torch.from_numpy(export.invented_patches(4, (3, 64, 64)))
    embedding, logits = network(x)
    expected = embedding @ (network.hash.weight * network.hash.scale) + network.hash.bias
    torch.testing.assert_close(logits, expected)


def test_reflectance_above_full_scale_is_cut(network):
    x = torch.full((1, 3, 64, 64), 0.275)
    torch.testing.assert_close(network(x)[1], network(x * 3)[1])


def test_a_card_has_every_key_of_the_contract(tiny_config):
    made = card.make(tiny_config, {"queries": 1})
    assert set(made) == {
        "format", "name", "bands", "patch_size", "gsd", "input", "bits", "nested", "embedding",
        "method", "training_data", "split", "seed", "licence", "config", "software", "figures",
        "limits",
    }  # fmt: skip
    assert parse(made["config"]) == tiny_config
    assert json.loads(json.dumps(made)) == made


def test_a_graph_whose_bits_differ_is_refused_and_nothing_is_written(
    network, tiny_config, tmp_path, monkeypatch
):
    graph = export._graph

    def other(network, shape):
        with torch.no_grad():
            network.hash.bias[0] += 1e6  # one bit of 128 differs on every patch
            content = graph(network, shape)
            network.hash.bias[0] -= 2e6
        return content

    monkeypatch.setattr(export, "_graph", other)
    path = tmp_path / "model.onnx"
    with pytest.raises(ExportError, match=r"0\.78% of its bits differ"):
        export.export(network, path, card.make(tiny_config))
    assert list(tmp_path.iterdir()) == []


def test_a_network_that_gives_no_numbers_is_refused(network, tiny_config, tmp_path):
    with torch.no_grad():
        network.hash.bias[:] = float("nan")
    with pytest.raises(ExportError, match="was not written"):
        export.export(network, tmp_path / "model.onnx", card.make(tiny_config))


def test_a_refused_export_keeps_the_file_that_was_there(network, tiny_config, tmp_path):
    path = tmp_path / "model.onnx"
    path.write_bytes(b"before")
    with torch.no_grad():
        network.hash.bias[:] = float("nan")
    with pytest.raises(ExportError):
        export.export(network, path, card.make(tiny_config))
    assert path.read_bytes() == b"before"


def test_the_command_says_what_is_wrong_with_a_checkpoint(tmp_path, capsys):
    assert export.main([str(tmp_path / "none.pt"), str(tmp_path / "m.onnx")]) == 1
    assert "no readable training checkpoint" in capsys.readouterr().err


def test_figures_that_cannot_be_read_are_refused(tmp_path):
    with pytest.raises(ExportError, match="cannot be read"):
        export._figures(tmp_path / "none.json")


def test_a_model_gets_further_figures_and_stays_the_same_model(tiny_model, tmp_path):
    figures, out = tmp_path / "figures.json", tmp_path / "again.onnx"
    figures.write_text(json.dumps({"queries": 12}))
    assert export.main([str(tiny_model), str(out), "--figures", str(figures)]) == 0
    figures.write_text(json.dumps({"archive": 30}))
    assert export.main([str(out), str(out), "--figures", str(figures)]) == 0
    before, after = HashModel.open(tiny_model), HashModel.open(out)
    assert after.card.text["figures"] == {"queries": 12, "archive": 30}
    assert {**after.card.text, "figures": {}} == {**before.card.text, "figures": {}}
    assert onnx.load(out).graph == onnx.load(tiny_model).graph


def test_a_file_that_is_no_model_gets_no_figures(tmp_path, capsys):
    (tmp_path / "broken.onnx").write_bytes(b"no model")
    assert export.main([str(tmp_path / "broken.onnx"), str(tmp_path / "out.onnx")]) == 1
    assert "broken.onnx" in capsys.readouterr().err
    assert not (tmp_path / "out.onnx").exists()
