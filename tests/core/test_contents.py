"""What an index holds, counted."""

from __future__ import annotations

import shutil
import zipfile

import pytest

from lookalike.plugin.core.contents import contents_of, imagery_of, measured
from lookalike.plugin.core.errors import Cancelled
from lookalike.plugin.core.index import Index


@pytest.fixture
def released(root):
    """The small index of the first format version: 50 patches, three labels, no imagery."""
    return Index.open(root / "tests" / "data" / "index" / "v1.h5")


def test_what_an_index_holds_is_counted(released):
    found = contents_of(released)
    assert (found.rows, found.sources, found.bits) == (50, 5, 128)
    assert found.labels == {"Forest": 17, "Lake": 17, "Town": 16}
    assert found.period == ("2020-06-01", "2020-06-01")
    assert found.size == released.path.stat().st_size
    west, south, east, north = found.extent
    assert (west, south) == pytest.approx((9, 46.95), abs=0.001)
    assert east > west
    assert north >= south


def test_without_labels_and_times_there_are_none(built_scene):
    found = contents_of(Index.open(built_scene))
    assert (found.labels, found.period) == ({}, None)


def test_sources_are_looked_for_on_disk(built, released):
    assert imagery_of(Index.open(built)) == ([], [])
    missing, changed = imagery_of(released)
    assert (missing[0], len(missing), changed) == ("scene_0.tif", 5, [])


def test_a_source_in_a_zip_is_there_with_its_zip(tmp_path, archive, tiny_model):
    pytest.importorskip("onnxruntime", reason="encoding needs onnxruntime")
    from lookalike.plugin.core.build import BuildRequest, encode
    from lookalike.tests.core.conftest import pack_in_child

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as zipped:
        for path in sorted(archive.rglob("*.tif"))[:4]:
            zipped.write(path, f"in/{path.name}")
    request = BuildRequest(str(tmp_path / "a.zip"), str(tmp_path / "a.h5"), str(tiny_model))
    encode(request)
    pack_in_child(request)
    assert imagery_of(Index.open(request.index)) == ([], [])
    shutil.move(tmp_path / "a.zip", tmp_path / "b.zip")
    assert len(imagery_of(Index.open(request.index)).missing) == 4


def test_looking_can_be_stopped(built):
    with pytest.raises(Cancelled):
        imagery_of(Index.open(built), lambda _done, _total: False)


def test_what_a_model_is_worth_is_read_from_its_card():
    figures = {
        "queries": 40,
        "archive": 900,
        "retrieval": {"64": {"hamming": {"P@20": 0.5, "P@100": 0.4}}},
    }
    assert measured({"figures": figures}, 64) == (0.5, 0.4, 40, 900, False)
    assert measured({"figures": figures}, 64, adapted=True) == (0.5, 0.4, 40, 900, False)
    figures["adapted"] = {"64": {"reordered": {"P@20": 0.7, "P@100": 0.6}}}
    assert measured({"figures": figures}, 64, adapted=True) == (0.7, 0.6, 40, 900, True)
    assert measured({"figures": figures}, 64) == (0.5, 0.4, 40, 900, False)
    assert measured({"figures": figures}, 128) is None
    # Adapted codes of another length, which nobody measured.
    figures["retrieval"]["128"] = figures["retrieval"]["64"]
    assert measured({"figures": figures}, 128, adapted=True) == (0.5, 0.4, 40, 900, False)
    assert measured({}, 64) is None
