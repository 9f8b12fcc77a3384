import os
import shutil

import numpy as np
import pytest

from lookalike.plugin.core import bits, places, raster, search
from lookalike.plugin.core.columns import patch_id
from lookalike.plugin.core.errors import (
    Cancelled,
    FileMissingError,
    IndexChangedError,
    ModelMissingError,
    NoDataError,
    NoPatchHereError,
    OutsideRasterError,
    RowError,
)
from lookalike.plugin.core.examples import BoxExample, PlaceExample, QueryRequest, RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.index_writer import write
from lookalike.plugin.core.query import QuerySession
from lookalike.tests.factories import make_contents
from lookalike.tests.rasters import CRS, TRANSFORM, write_raster

pytest.importorskip("onnxruntime", reason="drawn queries need onnxruntime")

X, Y = TRANSFORM[0], TRANSFORM[3]  # top left corner of the scene


@pytest.fixture
def session():
    one = QuerySession()
    yield one
    one.close()


@pytest.fixture
def ask(session, built, tiny_model):
    def ask(*examples, index=built, k=10, **options):
        folders = (str(tiny_model.parent),)
        return session.answer(
            QueryRequest((str(index),), examples, k=k, model_folders=folders, **options)
        )

    return ask


def test_an_indexed_patch_finds_its_like(ask):
    hits = ask(RowExample(3), k=20)
    assert {hit.label for hit in hits.hits} == {"bright"}
    assert [hit.rank for hit in hits.hits] == list(range(1, 21))
    assert [hit.score for hit in hits.hits] == sorted(hit.score for hit in hits.hits)
    assert (hits.index_name, hits.bits, hits.notice, hits.reading) == ("Plain", 128, "", "")


def test_an_indexed_patch_is_ranked_by_plain_hamming(ask, built):
    index = Index.open(built)
    hits = ask(RowExample(3), k=60, keep_overlapping=True).hits
    expected = search.nearest(index.words, index.code(3), 60)
    assert [hit.row for hit in hits] == expected.rows.tolist()
    assert [hit.distance for hit in hits] == expected.distances.tolist()


def test_the_patch_that_was_asked_with_is_left_out_unless_asked_for(ask):
    assert 3 not in [hit.row for hit in ask(RowExample(3), k=60).hits]
    kept = ask(RowExample(3), k=60, keep_overlapping=True).hits
    assert [hit.distance for hit in kept if hit.row == 3] == [0]


def test_similarity_falls_with_rank_and_stays_a_share(ask):
    shares = [hit.similarity for hit in ask(RowExample(0), k=60).hits]
    assert shares == sorted(shares, reverse=True)
    assert 0 <= min(shares) <= max(shares) <= 1


def test_a_hit_says_where_it_lies_and_what_it_is(ask, built):
    hit = ask(RowExample(3), k=1).hits[0]
    source, window = Index.open(built).place(hit.row)
    assert hit.id == source.name == f"{hit.label}/{source.name.split('/')[1]}"
    assert np.array_equal(hit.footprint, source.footprint(window))
    assert hit.crs == CRS
    assert hit.source.endswith(f"/{source.name}.tif")


def test_a_click_takes_the_nearest_footprint(ask, built):
    index = Index.open(built)
    lon, lat = (float(index.column(name)[8]) for name in ("lon", "lat"))
    hits = ask(PlaceExample(lon + 0.002, lat, tolerance=10))
    assert np.array_equal(hits.query[0].corners, index.place(8)[0].footprint(index.place(8)[1]))


def test_a_click_far_from_every_footprint_says_so(ask):
    with pytest.raises(NoPatchHereError, match="No indexed patch here"):
        ask(PlaceExample(0.0, 0.0, tolerance=500))


def test_a_place_that_is_no_number_is_near_no_footprint(ask):
    with pytest.raises(NoPatchHereError, match="No indexed patch here"):
        ask(PlaceExample(float("nan"), 45.0, tolerance=500))


def test_a_drawn_box_finds_the_same_ground(ask, built_scene, scene):
    east = BoxExample(scene, (X + 4_480, Y - 1_920, X + 5_760, Y - 640))
    hits = ask(east, index=built_scene, k=30)
    assert len(hits.query) == 4
    assert all(hit.lon > np.mean([h.lon for h in hits.hits]) - 0.06 for hit in hits.hits)
    lefts = [hit.footprint[0, 0] for hit in hits.hits]
    assert min(lefts) >= X + 3_200 - 640  # the bright half


def test_patches_under_the_drawn_box_are_left_out_unless_asked_for(ask, built_scene, scene):
    box = BoxExample(scene, (X + 4_480, Y - 1_920, X + 5_760, Y - 640))

    def inside(hits):
        corners = np.array([hit.footprint for hit in hits.hits])
        overlap_x = (corners[:, 1, 0] > X + 4_490) & (corners[:, 0, 0] < X + 5_750)
        overlap_y = (corners[:, 0, 1] > Y - 1_910) & (corners[:, 2, 1] < Y - 650)
        return int((overlap_x & overlap_y).sum())

    assert inside(ask(box, index=built_scene, k=80)) == 0
    assert inside(ask(box, index=built_scene, k=80, keep_overlapping=True)) == 4


def test_a_point_is_one_patch_centred_there(ask, built_scene, scene):
    hits = ask(BoxExample(scene, (X + 1_000, Y - 1_000) * 2), index=built_scene)
    [one] = hits.query
    assert one.corners.mean(axis=0) == pytest.approx([X + 1_000, Y - 1_000], abs=10)


def test_a_drawn_patch_is_ranked_by_its_logits(ask, built_scene, scene, tiny_model):
    hits = ask(BoxExample(scene, (X + 1_000, Y - 1_000) * 2), index=built_scene, k=80)
    assert any(hit.score != hit.distance for hit in hits.hits)
    assert [hit.score for hit in hits.hits] == sorted(hit.score for hit in hits.hits)


def test_unwanted_examples_push_hits_away_from_them(ask, built_scene, scene):
    box = BoxExample(scene, (X + 3_200, Y - 1_000) * 2)  # on the border of dark and bright
    index = Index.open(built_scene)
    alone = ask(box, index=built_scene, k=10)
    unwanted = [hit.row for hit in alone.hits[:4]]
    marked = ask(box, *[RowExample(row, wanted=False) for row in unwanted], index=built_scene, k=10)

    def nearness(hits):
        codes = [index.code(hit.row) for hit in hits.hits]
        pairs = [index.code(row) ^ code for row in unwanted for code in codes]
        return bits.popcount(np.array(pairs)).sum(axis=1).mean()

    assert nearness(marked) > nearness(alone)


def test_several_wanted_rows_are_one_query_by_the_formula(ask, built):
    index = Index.open(built)
    wanted = bits.unpack(bits.take(index.words, np.array([1, 2])))
    logits = search.combine(None, wanted, wanted[:0], index.column("ones"))
    expected = search.nearest(index.words, bits.pack(logits[None] > 0)[0], 60, logits=logits)
    hits = ask(RowExample(1), RowExample(2), k=60, keep_overlapping=True).hits
    assert [hit.row for hit in hits] == expected.rows.tolist()


def test_numbers_read_otherwise_than_the_index_were_are_said(ask, built_scene, scene):
    point = (X + 1_000, Y - 1_000) * 2
    assert ask(BoxExample(scene, point), index=built_scene).notice == ""
    hits = ask(BoxExample(scene, point, radiometry="s2-offset"), index=built_scene)
    assert "“s2-offset”" in hits.notice
    assert "“s2”" in hits.notice
    assert hits.reading == "s2-offset"


def test_k_larger_than_the_index_gives_all_of_it(ask):
    assert len(ask(RowExample(0), k=10_000).hits) == 59


def test_a_box_outside_the_raster_is_said(ask, scene, built_scene):
    with pytest.raises(OutsideRasterError, match=r"lies outside .*scene\.tif"):
        ask(BoxExample(scene, (X - 9_000, Y, X - 8_000, Y + 1_000)), index=built_scene)


def test_a_box_over_nodata_is_said(ask, scene, built_scene):
    with pytest.raises(NoDataError, match="no data at this place"):
        ask(BoxExample(scene, (X + 2_000, Y - 6_080) * 2), index=built_scene)


def test_a_model_that_is_not_at_hand_is_said_and_rows_still_work(session, built, scene):
    with pytest.raises(ModelMissingError, match="Searching from an indexed patch still works"):
        session.answer(QueryRequest((str(built),), (BoxExample(scene, (X + 99, Y - 99) * 2),)))
    assert session.answer(QueryRequest((str(built),), (RowExample(0),))).hits


def test_an_index_of_another_model_is_not_searched_with_this_one(
    session, built, scene, tiny_model, tmp_path
):
    other = tmp_path / "other.onnx"
    other.write_bytes(tiny_model.read_bytes() + b"\0")  # another file is another model
    request = QueryRequest(
        (str(built),), (BoxExample(scene, (X + 99, Y - 99) * 2),), model_folders=(str(tmp_path),)
    )
    with pytest.raises(ModelMissingError, match="made by the model tiny"):
        session.answer(request)


def test_a_raster_that_vanished_is_said(ask, tmp_path):
    with pytest.raises(FileMissingError, match=r"gone\.tif"):
        ask(BoxExample(str(tmp_path / "gone.tif"), (X, Y) * 2))


def test_an_index_that_vanished_between_queries_is_said(session, built, tmp_path):
    copy = tmp_path / "copy.h5"
    copy.write_bytes(built.read_bytes())
    request = QueryRequest((str(copy),), (RowExample(0),))
    session.answer(request)
    copy.unlink()
    with pytest.raises(FileMissingError, match=r"copy\.h5"):
        session.answer(request)


def test_an_index_that_was_replaced_is_read_anew(session, built, built_scene, tmp_path):
    copy = tmp_path / "copy.h5"
    copy.write_bytes(built.read_bytes())
    request = QueryRequest((str(copy),), (RowExample(0),), k=1000)
    assert len(session.answer(request).hits) == 59
    copy.write_bytes(built_scene.read_bytes())
    assert len(session.answer(request).hits) == 79


def test_rows_are_not_looked_up_in_another_file_than_the_one_they_are_of(session, built, tmp_path):
    copy = tmp_path / "copy.h5"
    copy.write_bytes(built.read_bytes())
    states = (Index.open(copy).state(),)
    request = QueryRequest((str(copy),), (RowExample(0),), states=states)
    assert session.answer(request).hits
    os.utime(copy, (0, 0))
    with pytest.raises(IndexChangedError, match=r"copy\.h5 has changed"):
        session.answer(request)


def test_a_row_that_is_not_there_is_said(ask):
    with pytest.raises(RowError, match="no patch 60"):
        ask(RowExample(60))


def test_a_query_can_be_stopped(session, built):
    with pytest.raises(Cancelled):
        session.answer(QueryRequest((str(built),), (RowExample(0),)), lambda *_: False)


def test_a_raster_that_was_written_anew_is_read_anew(ask, scene, built_scene, tmp_path):
    path = tmp_path / "scene.tif"
    shutil.copy(scene, path)
    place = (X + 1_000, Y - 1_000)
    before = ask(BoxExample(str(path), place * 2), index=built_scene)
    with raster.open_raster(scene) as opened:
        pixels = np.stack([opened.read(number)[:, ::-1] for number in (1, 2, 3)])
    write_raster(path, pixels, descriptions=("B04", "B03", "B02"), nodata=0)
    after = ask(BoxExample(str(path), place * 2), index=built_scene)
    assert [hit.row for hit in before.hits] != [hit.row for hit in after.hits]
    path.unlink()
    with pytest.raises(FileMissingError, match=r"scene\.tif"):
        ask(BoxExample(str(path), place * 2), index=built_scene)


def test_files_stay_open_between_queries_of_the_same_raster(ask, scene, built_scene, monkeypatch):
    opened = []
    real = raster.open_raster
    monkeypatch.setattr(raster, "open_raster", lambda *a, **k: opened.append(a) or real(*a, **k))
    counts = []
    for step in (0, 100, 200):
        ask(BoxExample(scene, (X + 1_000 + step, Y - 1_000) * 2), index=built_scene)
        counts.append(len(opened))
    assert counts == [counts[0]] * 3


def test_an_unwanted_patch_is_no_hit_even_where_overlapping_ones_are(ask):
    hits = ask(RowExample(3), RowExample(4, wanted=False), k=60, keep_overlapping=True)
    found = [hit.row for hit in hits.hits]
    assert 3 in found
    assert 4 not in found


def test_what_two_indexes_hold_is_one_hit_and_none_where_it_is_unwanted(session, built, tmp_path):
    both = (str(built), str(shutil.copy(built, tmp_path / "twin.h5")))
    examples = (RowExample(3), RowExample(4, wanted=False))
    hits = session.answer(QueryRequest(both, examples, k=200, keep_overlapping=True)).hits
    names = [hit.id for hit in hits]
    assert len(names) == len(set(names)) == 59
    index = Index.open(built)
    assert patch_id(*index.place(3)) in names
    assert patch_id(*index.place(4)) not in names


def test_an_answer_says_how_each_example_was_understood(ask, built):
    index = Index.open(built)
    lon, lat = (float(index.column(name)[8]) for name in ("lon", "lat"))
    hits = ask(RowExample(3), PlaceExample(lon, lat, tolerance=10, wanted=False))
    assert [(one.row, one.example.wanted) for one in hits.asked] == [(3, True), (8, False)]
    assert hits.asked[1].id == index.place(8)[0].name
    assert hits.asked[1].by_row == RowExample(8, wanted=False)


def test_what_is_kept_by_place_means_the_same_patches(ask):
    asked = ask(RowExample(3), RowExample(40, wanted=False)).asked
    again = ask(*(one.by_place for one in asked)).asked
    assert [(one.row, one.example.wanted) for one in again] == [(3, True), (40, False)]


def test_of_several_images_of_one_place_the_id_says_which(ask, tmp_path, built):
    pytest.importorskip("h5py")
    contents = make_contents(rows=20)
    contents.rows["lon"][:] = 9.0
    path = tmp_path / "stack.h5"
    write(path, contents)
    index = Index.open(path)
    source, window = index.place(12)
    place = PlaceExample(9.0, 46.95, 10, id=patch_id(source, window))
    assert ask(place, index=path, keep_overlapping=True).asked[0].row == 12


def test_filters_restrict_before_the_ranking(ask):
    alone = ask(RowExample(3), k=60)
    hits = ask(RowExample(3), k=5, filters=Filters(labels=("dark",)))
    assert {hit.label for hit in hits.hits} == {"dark"}
    assert [hit.row for hit in hits.hits] == [h.row for h in alone.hits if h.label == "dark"][:5]
    assert (alone.searched, hits.searched) == (60, 30)


def test_another_filter_is_not_answered_with_the_last_ones_mask(ask):
    for label in ("dark", "bright", "dark"):
        hits = ask(RowExample(3), filters=Filters(labels=(label,)))
        assert {hit.label for hit in hits.hits} == {label}


def test_hits_lie_so_far_from_every_example(ask, built):
    index = Index.open(built)
    hits = ask(RowExample(3), RowExample(40, wanted=False), k=60, filters=Filters(kilometres=12))
    for row in (3, 40):
        lon, lat = (float(index.column(name)[row]) for name in ("lon", "lat"))
        distances = places.great_circle(lon, lat, *np.array([(h.lon, h.lat) for h in hits.hits]).T)
        assert distances.min() >= 12_000
    assert 0 < len(hits.hits) == hits.searched < 58


def test_one_hit_a_source_still_fills_the_list(ask, built_scene, tmp_path):
    pytest.importorskip("h5py")
    contents = make_contents(rows=300)
    path = tmp_path / "five.h5"
    write(path, contents)
    hits = ask(RowExample(0), index=path, k=4, filters=Filters(one_a_source=True))
    assert len({hit.source for hit in hits.hits}) == len(hits.hits) == 4
    assert [hit.rank for hit in hits.hits] == [1, 2, 3, 4]


def test_filters_that_nothing_passes_give_no_hits(ask):
    hits = ask(RowExample(3), filters=Filters(box=(100.0, 0.0, 101.0, 1.0)))
    assert (len(hits.hits), hits.searched) == (0, 0)
    nothing = ask(RowExample(3), filters=Filters(months=(5,), one_a_source=True))
    assert len(nothing.hits) == 0
