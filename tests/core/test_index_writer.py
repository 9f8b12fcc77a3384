import dataclasses
import json
import shutil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.plugin.core import bits
from lookalike.plugin.core.errors import (
    DamagedIndexError,
    NewerIndexError,
    NotAnIndexError,
    RowError,
    UnwritableError,
)
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.index_format import LENGTH, MAGIC, VERSION
from lookalike.plugin.core.index_writer import verify, write
from lookalike.tests.factories import make_contents

h5py = pytest.importorskip("h5py", reason="writing an index needs h5py, which QGIS's Python lacks")


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "small.h5"
    write(path, make_contents(rows=50))
    return path


def test_what_was_written_is_read_again(written):
    contents = make_contents(rows=50)
    index = Index.open(written)
    assert (len(index), index.bits, index.source_count) == (50, 128, 5)
    assert all(np.array_equal(a, b) for a, b in zip(index.words, contents.words))
    assert all(np.array_equal(index.column(n), v) for n, v in contents.rows.items())
    assert index.about == contents.about
    assert [index.source(i) for i in range(5)] == list(contents.sources)


def test_any_hdf5_tool_reads_the_same_codes(written):
    with h5py.File(written) as file:
        assert np.array_equal(file["code_0"][:], make_contents(rows=50).words[0])


def test_a_whole_index_verifies(written):
    assert len(verify(written)) == 50


def test_an_empty_index_can_be_written_verified_and_read(tmp_path):
    write(tmp_path / "empty.h5", make_contents(rows=0))
    index = verify(tmp_path / "empty.h5")
    assert (len(index), [len(w) for w in index.words]) == (0, [0, 0])


@given(rows=st.integers(0, 40), words=st.sampled_from([1, 2, 4]))
@settings(deadline=None, max_examples=20)
def test_every_column_begins_where_the_table_says(tmp_path_factory, rows, words):
    path = tmp_path_factory.mktemp("index") / "any.h5"
    write(path, make_contents(rows=rows, bits_=64 * words))
    index = Index.open(path)
    with h5py.File(path) as file:
        for name in index.columns:
            assert np.array_equal(index.column(name), file[name][()]), name
            assert (index.columns[name].offset or 0) % 8 == 0, name


def test_place_label_and_time_of_a_row(written):
    index, contents = Index.open(written), make_contents(rows=50)
    source, window = index.place(7)
    assert source.name == contents.sources[contents.rows["source"][7]].name
    assert window == (int(contents.rows["col"][7]), int(contents.rows["row"][7]), 64, 64)
    assert index.label(7) == contents.about.labels[contents.rows["label"][7]]
    assert index.time(7) == "2020-06-01T10:00:07"


def test_an_index_carries_its_own_hash_layer(tmp_path):
    layer = (np.ones((8, 128), np.float32), np.zeros(128, np.float32))
    write(tmp_path / "own.h5", dataclasses.replace(make_contents(rows=3), layer=layer))
    assert np.array_equal(verify(tmp_path / "own.h5").column("layer_weights"), layer[0])


def test_long_columns_are_mapped_and_short_ones_read(written, monkeypatch):
    monkeypatch.setattr("lookalike.plugin.core.index.IN_MEMORY", 300)
    index = Index.open(written)
    assert isinstance(index.column("code_0"), np.memmap)
    assert not isinstance(index.column("lon"), np.memmap)
    assert np.array_equal(index.words[1], make_contents(rows=50).words[1])


@pytest.mark.parametrize("row", [-1, 50])
def test_a_row_that_is_not_there_is_said(written, row):
    with pytest.raises(RowError, match="it holds 50"):
        Index.open(written).place(row)


@pytest.mark.parametrize("size", [10, 5_000, 9_000])
def test_on_a_full_disk_nothing_is_left_and_what_was_there_stays(tmp_path, size, no_file_over):
    target = tmp_path / "old.h5"
    target.write_bytes(b"what was there before")
    with no_file_over(size), pytest.raises(UnwritableError, match=r"old\.h5"):
        write(target, make_contents(rows=300))
    assert [p.name for p in tmp_path.iterdir()] == ["old.h5"]
    assert target.read_bytes() == b"what was there before"


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UnwritableError, match="Choose a folder"):
        write(tmp_path / "nowhere" / "a.h5", make_contents(rows=3))


# -- bad files ---------------------------------------------------------------------------------


def edit_table(path, change):
    """Rewrite the table of contents in place, as a broken or hostile writer might."""
    content = bytearray(path.read_bytes())
    (length,) = LENGTH.unpack_from(content, len(MAGIC))
    start = len(MAGIC) + LENGTH.size
    table = json.loads(content[start : start + length])
    change(table)
    text = json.dumps(table, separators=(",", ":")).encode()
    content[len(MAGIC) : start + len(text)] = LENGTH.pack(len(text)) + text
    path.write_bytes(content)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89HDF\r\n\x1a\n" + bytes(600), MAGIC])
def test_a_file_that_is_no_index_is_said(tmp_path, content):
    (tmp_path / "a.h5").write_bytes(content)
    with pytest.raises(NotAnIndexError, match="not a Lookalike index"):
        Index.open(tmp_path / "a.h5")


def test_a_folder_is_no_index(tmp_path):
    with pytest.raises(NotAnIndexError):
        Index.open(tmp_path)


def test_a_newer_format_asks_for_a_newer_plugin(written):
    edit_table(written, lambda table: table.update(version=VERSION + 1))
    with pytest.raises(NewerIndexError, match="Update the plugin"):
        Index.open(written)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_index_is_noticed_when_opened(written, share):
    content = written.read_bytes()
    written.write_bytes(content[: int(len(content) * share)])
    with pytest.raises((DamagedIndexError, NotAnIndexError)):
        Index.open(written)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t["columns"]["code_0"].update(offset=1 << 40),
        lambda t: t["columns"]["code_0"].update(offset=-8),
        lambda t: t["columns"]["code_0"].update(offset=0),
        lambda t: t["columns"]["code_0"].update(shape=[1 << 60]),
        lambda t: t["columns"]["code_0"].update(shape=[-1]),
        lambda t: t["columns"]["about"].update(shape=[1 << 32, 1 << 32]),
        lambda t: t["columns"]["about"].update(shape=[1 << 40, 1 << 40]),
        lambda t: t["columns"]["code_0"].update(dtype="|O"),
        lambda t: t["columns"]["lon"].update(dtype="<f8"),
        lambda t: t["columns"]["lon"].update(shape=[49]),
        lambda t: t["columns"].pop("code_1"),
        lambda t: t["columns"].pop("about"),
        lambda t: t["columns"]["window_size"].update(shape=[2, 2]),
        lambda t: t["columns"]["window_size"].update(shape=[10]),
        lambda t: t["columns"]["source_offsets"].update(shape=[]),
        lambda t: t["columns"]["source_offsets"].update(shape=[5]),
        lambda t: t.update(rows=51),
        lambda t: t.update(bits=96),
        lambda t: t.update(columns=[]),
        lambda t: t.pop("rows"),
    ],
)
def test_a_table_that_is_not_true_is_refused_before_a_column_is_read(written, change):
    edit_table(written, change)
    with pytest.raises(DamagedIndexError, match=r"small\.h5 is damaged"):
        Index.open(written)


def test_a_table_that_disagrees_with_hdf5_does_not_verify(written):
    def swap(table):
        columns = table["columns"]
        columns["lon"], columns["lat"] = columns["lat"], columns["lon"]

    edit_table(written, swap)
    Index.open(written)  # every bound is fine
    with pytest.raises(DamagedIndexError, match="HDF5 disagree on l"):
        verify(written)


@pytest.mark.parametrize("column", ["lon", "source", "label", "source_offsets"])
def test_impossible_values_do_not_verify(written, column):
    with h5py.File(written, "r+") as file:
        file[column][1] = 60_000 if column != "source_offsets" else 10**9
    with pytest.raises(DamagedIndexError, match=column):
        verify(written)


@pytest.mark.parametrize("column", ["code_1", "lat", "ones", "window_size"])
def test_a_single_bit_that_changed_does_not_verify(written, column):
    offset = Index.open(written).columns[column].offset
    content = bytearray(written.read_bytes())
    content[offset] ^= 1
    written.write_bytes(content)
    Index.open(written)
    with pytest.raises(DamagedIndexError, match=f"column {column} is not as it was written"):
        verify(written)


def test_an_index_of_before_there_were_checksums_verifies(written):
    def without(table):
        for column in table["columns"].values():
            del column["crc32"]

    edit_table(written, without)
    assert len(verify(written)) == 50


@pytest.mark.parametrize("column", ["source", "label"])
def test_numbers_that_count_beyond_what_there_is_are_damage_when_they_are_read(written, column):
    with h5py.File(written, "r+") as file:
        file[column][7] = 60_000
    index = Index.open(written)
    with pytest.raises(DamagedIndexError, match=rf"small\.h5 is damaged: column {column}"):
        index.column(column)


def test_a_model_card_without_the_size_of_a_patch_is_damage(written):
    content = written.read_bytes()
    written.write_bytes(content.replace(b'"patch_size"', b'"patch_sizf"'))
    with pytest.raises(DamagedIndexError, match="description is unreadable"):
        _ = Index.open(written).about


def test_a_column_that_is_no_data_set_any_more_does_not_verify(written):
    with h5py.File(written, "r+") as file:
        del file["time"]
        file["time"] = np.dtype("<i8")
    with pytest.raises(DamagedIndexError, match="disagree on time"):
        verify(written)


def test_a_column_whose_name_was_damaged_does_not_verify(written):
    content = written.read_bytes()
    table = content.index(b"\0", 24)
    written.write_bytes(content[:table] + content[table:].replace(b"source\0", b"sour\xffe\0"))
    with pytest.raises(DamagedIndexError, match="disagree on"):
        verify(written)


def test_an_index_that_was_replaced_is_not_mixed_with_the_old_one(written):
    index = Index.open(written)
    first = index.words[0].copy()
    write(written.with_name("other.h5"), make_contents(rows=20, seed=9))
    shutil.move(written.with_name("other.h5"), written)
    assert np.array_equal(index.words[0], first)
    assert len(Index.open(written)) == 20


def test_codes_beyond_one_file_block_stay_aligned_for_their_dtype(tmp_path):
    write(tmp_path / "a.h5", make_contents(rows=1_001))
    index = Index.open(tmp_path / "a.h5")
    assert all(index.columns[f"code_{w}"].offset % 64 == 0 for w in range(2))
    assert bits.popcount(index.words[0]).sum() == bits.popcount(make_contents(1_001).words[0]).sum()
