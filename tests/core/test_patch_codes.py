"""Codes of a raster's patches are those that its index would have."""

from __future__ import annotations

import numpy as np
import pytest

from lookalike.plugin.core import bits
from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.errors import BandsError, Cancelled, EmptyArchiveError
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.patch_codes import as_hex, codes_of
from lookalike.tests.rasters import write_raster


def test_a_code_is_a_hexadecimal_number_with_its_first_bit_last():
    flat = np.zeros((2, 128), bool)
    flat[0, 0] = flat[1, 127] = True
    one, other = as_hex(bits.pack(flat))
    assert (int(one, 16), len(one)) == (1, 32)
    assert int(other, 16) == 1 << 127


def request(scene, model, **changes):
    return BuildRequest(str(scene), "", str(model), kind="scenes", **changes)


def test_codes_are_those_of_an_index(built_scene, scene, tiny_model):
    pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")
    seen = []
    batches = list(codes_of(request(scene, tiny_model), lambda *p: seen.append(p) or True))
    codes = [code for batch in batches for code in batch.codes]
    windows = [window for batch in batches for window in batch.windows]
    index = Index.open(built_scene)
    assert windows == [index.place(row)[1] for row in range(len(index))]
    stored = np.array([index.code(row) for row in range(len(index))])
    assert codes == as_hex(stored)
    assert seen[-1] == (100, 100)  # those without data are counted too


def test_it_can_be_stopped(scene, tiny_model):
    pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")
    with pytest.raises(Cancelled):
        list(codes_of(request(scene, tiny_model, stride=8), lambda done, total: done < 300))


def test_a_raster_without_the_bands_is_said(tiny_model, tmp_path):
    pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")
    path = write_raster(tmp_path / "a.tif", np.ones((2, 64, 64), np.uint16))
    with pytest.raises((BandsError, EmptyArchiveError), match="lacks or does not name"):
        list(codes_of(request(path, tiny_model)))
