import importlib.util
import sys

import numpy as np
import pytest

from lookalike.plugin.core import model
from lookalike.plugin.core.errors import (
    Cancelled,
    FileMissingError,
    MissingPackageError,
    ModelFileError,
    PatchShapeError,
)
from lookalike.plugin.core.model import HashModel, find_model

pytest.importorskip("onnxruntime", reason="running a model needs onnxruntime")


@pytest.fixture
def patches():
    return np.random.default_rng(0).random((10, 3, 64, 64), dtype=np.float32) * 0.3


@pytest.fixture
def make(root):
    """The module that makes the tiny model, to make broken ones."""
    pytest.importorskip("onnx", reason="making broken models needs onnx")
    spec = importlib.util.spec_from_file_location("tiny", root / "tests/data/model/tiny.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def save(one, path):
    path.write_bytes(one.SerializeToString())
    return path


def test_a_model_embeds_and_hashes(tiny_model, patches):
    encoded = HashModel.open(tiny_model).encode(patches)
    assert encoded.embeddings.shape == (10, 8)
    assert encoded.logits.shape == (10, 128)
    assert np.allclose(np.linalg.norm(encoded.embeddings, axis=1), 1, atol=1e-5)


def test_batches_of_any_size_give_the_same(tiny_model, patches):
    one = HashModel.open(tiny_model)
    assert np.allclose(one.encode(patches, batch=3).logits, one.encode(patches).logits, atol=1e-5)


def test_no_patches_give_no_codes(tiny_model, patches):
    assert HashModel.open(tiny_model).encode(patches[:0]).logits.shape == (0, 128)


def test_answering_false_to_progress_stops_encoding(tiny_model, patches):
    with pytest.raises(Cancelled):
        HashModel.open(tiny_model).encode(patches, lambda *_: False, batch=2)


def test_a_card_says_what_the_model_wants(tiny_model):
    card = HashModel.open(tiny_model).card
    assert (card.bands, card.patch_size, card.gsd) == (("B04", "B03", "B02"), 64, 10)
    assert card.patch_metres == 640


@pytest.mark.parametrize("shape", [(2, 4, 64, 64), (2, 3, 32, 64), (3, 64, 64)])
def test_patches_that_do_not_fit_are_refused(tiny_model, shape):
    with pytest.raises(PatchShapeError, match="takes patches of shape"):
        HashModel.open(tiny_model).encode(np.zeros(shape, np.float32))


def test_a_missing_model_is_said(tmp_path):
    with pytest.raises(FileMissingError, match="does not exist"):
        HashModel.open(tmp_path / "gone.onnx")


@pytest.mark.parametrize("content", [b"", b"not a model", bytes(5000)])
def test_what_is_no_onnx_is_said(tmp_path, content):
    path = tmp_path / "a.onnx"
    path.write_bytes(content)
    with pytest.raises(ModelFileError, match=r"a\.onnx is not a usable hashing model"):
        HashModel.open(path)


def test_a_model_without_a_card_is_refused(tmp_path, make):
    path = save(make.tiny_model(card=None), tmp_path / "a.onnx")
    with pytest.raises(ModelFileError, match="no model card"):
        HashModel.open(path)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"bands": ["B02"]}, "its card says"),
        ({"patch_size": 120}, "its card says"),
        ({"bits": 64}, "its card says"),
        ({"bits": 96}, "multiple of 64"),
        ({"embedding": 1024}, "1024 numbers"),
        ({"gsd": 0}, "GSD"),
        ({"gsd": "ten"}, "misstates"),
        ({"bands": []}, "no bands"),
    ],
)
def test_a_card_that_does_not_fit_its_model_is_refused(tmp_path, make, change, problem):
    path = save(make.tiny_model(card={**make.CARD, **change}), tmp_path / "a.onnx")
    with pytest.raises(ModelFileError, match=problem):
        HashModel.open(path)


def test_a_card_that_lacks_a_field_is_refused(tmp_path, make):
    card = {name: value for name, value in make.CARD.items() if name != "gsd"}
    path = save(make.tiny_model(card=card), tmp_path / "a.onnx")
    with pytest.raises(ModelFileError, match="'gsd'"):
        HashModel.open(path)


def test_a_model_with_other_outputs_is_refused(tmp_path, make):
    path = save(make.tiny_model(output="scores"), tmp_path / "a.onnx")
    with pytest.raises(ModelFileError, match="`embedding` and `logits`"):
        HashModel.open(path)


def test_a_model_with_data_outside_its_file_is_refused(tmp_path, make):
    import onnx

    path = tmp_path / "a.onnx"
    onnx.save(
        make.tiny_model(), str(path), save_as_external_data=True, size_threshold=0,
        location="a.data",
    )  # fmt: skip
    with pytest.raises(ModelFileError, match="export it as one file"):
        HashModel.open(path)


def test_without_onnxruntime_the_sentence_says_so(tiny_model, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(MissingPackageError, match="onnxruntime, which is not installed"):
        HashModel.open(tiny_model)


def test_a_model_is_found_by_its_digest_wherever_it_lies(tiny_model, tmp_path):
    copy = tmp_path / "renamed.onnx"
    copy.write_bytes(tiny_model.read_bytes())
    digest = HashModel.open(tiny_model).digest
    assert find_model(digest, [tmp_path / "none", tmp_path]) == copy
    assert find_model("0" * 64, [tmp_path]) is None


def test_a_model_that_was_replaced_has_another_digest(tiny_model, tmp_path):
    copy = tmp_path / "model.onnx"
    copy.write_bytes(tiny_model.read_bytes())
    digest = HashModel.open(tiny_model).digest
    assert find_model(digest, [tmp_path])
    copy.write_bytes(tiny_model.read_bytes() + b"\0")
    assert find_model(digest, [tmp_path]) is None
    assert model.CARD_KEY == "lookalike_card"
