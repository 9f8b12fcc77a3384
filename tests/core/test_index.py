"""Indexes of every released format open, with numpy alone (this runs where h5py is not)."""

import subprocess
import sys

import numpy as np
import pytest

from lookalike.plugin.core import index_format
from lookalike.plugin.core.errors import FileMissingError, IndexChangedError
from lookalike.plugin.core.index import Index


@pytest.fixture
def released(root):
    """Every tiny index that a released version wrote; they stay for ever."""
    return sorted((root / "tests" / "data" / "index").glob("*.h5"))


def test_indexes_of_every_released_version_open(released):
    assert len(released) == index_format.VERSION
    for path in released:
        index = Index.open(path)
        assert (len(index), index.bits, index.source_count) == (50, 128, 5)
        assert index.words[0][:2].tolist() == [9373861534033467377, 13375633273521862460]
        source, window = index.place(49)
        assert (source.name, tuple(window)) == ("scene_4", (576, 0, 64, 64))
        assert (index.label(49), index.time(49)) == ("Lake", "2020-06-01T10:00:49")
        assert index.about.card["bands"] == ["B04", "B03", "B02"]


def test_reading_an_index_imports_numpy_alone(released):
    """A child process, so that what other tests have imported does not count."""
    script = (
        "import sys\n"
        "from lookalike.plugin.core.index import Index\n"
        f"print(Index.open({str(released[0])!r}).words[0].sum())\n"
        "heavy = {'h5py', 'osgeo', 'rasterio', 'onnxruntime', 'qgis', 'torch'} & set(sys.modules)\n"
        "sys.exit(','.join(heavy) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_missing_index_is_said(tmp_path):
    with pytest.raises(FileMissingError, match="does not exist"):
        Index.open(tmp_path / "gone.h5")


def test_an_index_that_vanishes_after_it_was_opened_is_said(released, tmp_path):
    copy = tmp_path / "copy.h5"
    copy.write_bytes(released[0].read_bytes())
    index = Index.open(copy)
    copy.unlink()
    with pytest.raises(FileMissingError, match=r"copy\.h5"):
        _ = index.words


def test_no_column_is_read_from_what_replaced_an_index(released, root, tmp_path):
    """The columns of another file lie elsewhere: there would be numbers, but wrong ones."""
    copy = tmp_path / "copy.h5"
    copy.write_bytes(released[0].read_bytes())
    index = Index.open(copy)
    read = index.column("lon")
    copy.write_bytes((root / "resources" / "sample" / "europe.h5").read_bytes())
    with pytest.raises(IndexChangedError, match=r"copy\.h5"):
        index.column("lat")
    assert index.column("lon") is read


def test_columns_that_were_read_need_the_file_no_more(released, tmp_path):
    copy = tmp_path / "copy.h5"
    copy.write_bytes(released[0].read_bytes())
    index = Index.open(copy)
    before = index.words[1]
    copy.unlink()
    assert np.array_equal(index.words[1], before)
