"""Several indexes into one: all patches, each once, labels and times where they belong."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from lookalike.plugin.core.errors import Cancelled, CodeSpaceError, NothingToMergeError
from lookalike.plugin.core.hits import ranking_of
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.index_writer import verify, write
from lookalike.plugin.core.merge import merge
from lookalike.plugin.core.search import nearest
from lookalike.tests.factories import make_contents, make_source

h5py = pytest.importorskip("h5py", reason="merging needs h5py, which QGIS's Python lacks")


def written(path, sources=None, layer=None, **values):
    """An index file of random codes; `sources` and `layer` replace those of the factory."""
    contents = make_contents(**values)
    changes = {}
    if sources is not None:
        changes["sources"] = sources
    if layer is not None:
        changes["layer"] = layer
    write(path, dataclasses.replace(contents, **changes))
    return path


@pytest.fixture
def two(tmp_path):
    """Two indexes of different imagery in two folders of one archive."""
    return [
        written(tmp_path / f"{name}.h5", rows=rows, seed=seed, name=name, archive=f"/data/{name}")
        for name, rows, seed in (("alps", 50, 0), ("jura", 30, 1))
    ]


def test_all_patches_are_there_in_their_order(two, tmp_path):
    report = merge(two, tmp_path / "both.h5")
    index, (one, other) = verify(tmp_path / "both.h5"), map(Index.open, two)
    assert (report.rows, report.sources) == (len(index), index.source_count) == (80, 10)
    for merged, first, second in zip(index.words, one.words, other.words):
        assert np.array_equal(merged, np.concatenate([first, second]))
    assert [index.label(row) for row in (1, 50, 51)] == [
        one.label(1), other.label(0), other.label(1),
    ]  # fmt: skip
    assert index.time(79) == other.time(29)


def test_every_patch_lies_where_it_lay_and_its_file_is_found(two, tmp_path):
    merge(two, tmp_path / "both.h5")
    index, (one, other) = Index.open(tmp_path / "both.h5"), map(Index.open, two)
    for row, (was, before) in {3: (one, 3), 49: (one, 49), 57: (other, 7)}.items():
        (source, window), (old, old_window) = index.place(row), was.place(before)
        assert window == old_window
        assert source.path == old.path
        assert np.array_equal(source.footprint(window), old.footprint(old_window))


def test_the_archive_is_the_folder_that_all_share(two, tmp_path):
    merge(two, tmp_path / "both.h5")
    about = Index.open(tmp_path / "both.h5").about
    assert about.archive == "/data"
    assert about.looked_in == ("/data/alps", "/data/jura")  # not all that lies in it
    assert about.name == "alps + jura"


def test_without_a_shared_folder_paths_are_whole(tmp_path):
    one = written(tmp_path / "a.h5", archive="/here/a")
    other = written(tmp_path / "b.h5", archive="/there/b", seed=1)
    merge([one, other], tmp_path / "c.h5", "Both")
    index = Index.open(tmp_path / "c.h5")
    assert index.about.name == "Both"
    assert index.place(50)[0].path == "/there/b/scene_0.tif"


def test_names_stay_unique_and_ids_too(two, tmp_path):
    merge(two, tmp_path / "both.h5")
    index = Index.open(tmp_path / "both.h5")
    names = [index.source(number).name for number in range(index.source_count)]
    assert len(set(names)) == 10
    assert names[5] == "jura/scene_0"
    matches = nearest(index.words, index.code(0), 80)
    assert len({hit.id for hit in ranking_of(index, matches, index.code(0)[None])}) == 80


def test_a_patch_of_several_indexes_is_kept_once(tmp_path):
    one = written(tmp_path / "a.h5", rows=50, archive="/data")
    other = written(tmp_path / "b.h5", rows=80, archive="/data", seed=1)
    report = merge([one, other, one], tmp_path / "c.h5")
    assert (report.rows, report.sources) == (80, 5)
    index = verify(tmp_path / "c.h5")
    assert np.array_equal(index.words[0][:50], Index.open(one).words[0])  # the first one's
    assert np.array_equal(index.words[0][50:], Index.open(other).words[0][50:])


def test_files_of_one_path_that_are_not_at_hand_are_not_taken_for_the_same(tmp_path):
    one, other = (written(tmp_path / f"{n}.h5", seed=n, archive="") for n in (0, 1))
    assert merge([one, other], tmp_path / "c.h5").rows == 100


def test_labels_of_both_are_counted_anew(tmp_path):
    one = written(tmp_path / "a.h5", labels=("Forest", "Lake", "Town"))
    other = written(tmp_path / "b.h5", labels=("Bog", "Forest", "Sea"), seed=1)
    merge([one, other], tmp_path / "c.h5")
    index = verify(tmp_path / "c.h5")
    assert index.about.labels == ("Bog", "Forest", "Lake", "Sea", "Town")
    assert [index.label(row) for row in (0, 1, 2, 50, 51, 52)] == [
        "Forest", "Lake", "Town", "Bog", "Forest", "Sea",
    ]  # fmt: skip


def test_labels_and_times_are_empty_where_an_index_has_none(tmp_path):
    contents = make_contents(labels=())
    bare = {n: v for n, v in contents.rows.items() if n not in ("label", "time")}
    write(tmp_path / "a.h5", dataclasses.replace(contents, rows=bare))
    other = written(tmp_path / "b.h5", seed=1)
    merge([tmp_path / "a.h5", other], tmp_path / "c.h5")
    index = verify(tmp_path / "c.h5")
    assert (index.label(0), index.time(0)) == ("", "")
    assert index.label(50) == "Forest"
    assert index.time(50).startswith("2020-06-01")


def test_the_target_may_be_one_of_them(two):
    merge(two, two[0])
    assert len(verify(two[0])) == 80


def test_another_model_is_refused(tmp_path):
    one = written(tmp_path / "a.h5")
    other = written(tmp_path / "b.h5", model_digest="1" * 64)
    with pytest.raises(CodeSpaceError, match=r"different models \(tiny 00000000, tiny 11111111\)"):
        merge([one, other], tmp_path / "c.h5")
    assert not (tmp_path / "c.h5").exists()


def test_another_hash_layer_is_refused(tmp_path):
    one = written(tmp_path / "a.h5")
    other = written(tmp_path / "b.h5", layer_digest="1" * 64)
    with pytest.raises(CodeSpaceError, match="adapted to its own archive"):
        merge([one, other], tmp_path / "c.h5")


def test_a_shared_hash_layer_is_kept(tmp_path):
    layer = (np.ones((8, 128), np.float32), np.zeros(128, np.float32))
    paths = [
        written(tmp_path / f"{n}.h5", seed=n, layer_digest="1" * 64, layer=layer) for n in (0, 1)
    ]
    merge(paths, tmp_path / "c.h5")
    index = verify(tmp_path / "c.h5")
    assert np.array_equal(index.column("layer_weights"), layer[0])
    assert index.about.layer_digest == "1" * 64


def test_a_recipe_is_kept_where_all_have_the_same(tmp_path):
    recipe = {"kind": "scenes", "stride": 32}
    same = [written(tmp_path / f"{n}.h5", seed=n, recipe=recipe) for n in (0, 1)]
    merge(same, tmp_path / "c.h5")
    assert Index.open(tmp_path / "c.h5").about.recipe == recipe
    merge([same[0], written(tmp_path / "2.h5", seed=2)], tmp_path / "c.h5")
    assert Index.open(tmp_path / "c.h5").about.recipe == {}


def test_one_index_alone_is_nothing_to_merge(two, tmp_path):
    with pytest.raises(NothingToMergeError):
        merge(two[:1], tmp_path / "c.h5")


def test_stopping_writes_nothing(two, tmp_path):
    with pytest.raises(Cancelled):
        merge(two, tmp_path / "c.h5", progress=lambda done, total: done < total)
    assert not (tmp_path / "c.h5").exists()


def test_an_imagery_of_several_bands_keeps_its_files(tmp_path):
    sources = [make_source(n, name=f"s{n}") for n in range(5)]
    one = written(tmp_path / "a.h5", archive="/data/a", sources=sources)
    other = written(tmp_path / "b.h5", archive="/data/b", seed=1)
    merge([one, other], tmp_path / "c.h5")
    source, _ = Index.open(tmp_path / "c.h5").place(0)
    assert source.bands["B03"] == ("a/scene_0.tif", 2)
