"""Areas, points and whole images as examples; patches that ask together or each for itself."""

from __future__ import annotations

import numpy as np
import pytest

from lookalike.plugin.core import bits, search
from lookalike.plugin.core.errors import NoCrsError, NoPatchHereError, OutsideRasterError
from lookalike.plugin.core.examples import (
    MOST_EACH,
    AreaExample,
    BoxExample,
    QueryRequest,
    RowExample,
)
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.outline import Outline
from lookalike.plugin.core.query import QuerySession
from lookalike.tests.rasters import TRANSFORM, write_raster

pytest.importorskip("onnxruntime", reason="drawn queries need onnxruntime")

X, Y = TRANSFORM[0], TRANSFORM[3]  # top left corner of the scene: west dark, east bright


@pytest.fixture
def ask(built_scene, tiny_model):
    session = QuerySession()

    def ask(*examples, index=built_scene, k=80, **options):
        folders = (str(tiny_model.parent),)
        return session.answer(
            QueryRequest((str(index),), examples, k=k, model_folders=folders, **options)
        )

    yield ask
    session.close()


def square(x, y, side):
    return ((x, y), (x + side, y), (x + side, y - side), (x, y - side))


def around(index, rows):
    """A polygon in degrees around some rows."""
    lon, lat = (Index.open(index).column(name)[rows] for name in ("lon", "lat"))
    west, south, east, north = lon.min(), lat.min(), lon.max(), lat.max()
    ring = ((west, south), (east, south), (east, north), (west, north))
    middle = np.array([(west + east) / 2, (south + north) / 2])
    return tuple(tuple(map(float, middle + 1.02 * (np.array(one) - middle))) for one in ring)


# -- patches of a raster


def test_a_polygon_asks_with_the_patches_that_it_holds(ask, scene):
    outline = Outline(((square(X, Y, 1_920),),))
    [asked] = ask(BoxExample(scene, None, outline=outline)).asked
    assert len(asked.footprints) == 9
    assert asked.whole == 0


def test_a_sampled_polygon_says_how_many_patches_it_has(ask, scene):
    outline = Outline(((square(X, Y, 5_120),),))
    [asked] = ask(BoxExample(scene, None, outline=outline, most=16)).asked
    assert (len(asked.footprints), asked.whole) == (16, 64)


def test_points_ask_with_one_patch_each(ask, scene):
    points = ((X + 1_000, Y - 1_000), (X + 3_000, Y - 1_000), (X - 50_000, Y))
    [asked] = ask(BoxExample(scene, None, outline=Outline(points=points))).asked
    centres = [one.corners.mean(axis=0) for one in asked.footprints]
    assert np.allclose(centres, points[:2], atol=10)


def test_a_polygon_beside_the_raster_is_said(ask, scene):
    with pytest.raises(OutsideRasterError):
        ask(BoxExample(scene, None, outline=Outline(((square(X - 9_000, Y, 100),),))))


def test_a_whole_image_asks_with_all_of_it(ask, scene):
    [asked] = ask(BoxExample(scene, None)).asked
    assert len(asked.footprints) == 80  # its last 100 rows are without data


def test_an_image_without_a_place_finds_what_looks_like_it(ask, tmp_path):
    pixels = np.random.default_rng(0).normal(3_000, 300, (3, 64, 64)).clip(1).astype(np.uint16)
    path = write_raster(
        tmp_path / "a.tif", pixels, transform=None, crs="", descriptions=("B04", "B03", "B02")
    )
    hits = ask(BoxExample(path, None), k=10)
    [asked] = hits.asked
    assert [one.crs for one in asked.footprints] == [""]
    assert np.isnan(asked.lon)
    assert all(hit.footprint[:, 0].min() > X + 2_500 for hit in hits.hits)  # the bright east
    with pytest.raises(NoCrsError):
        ask(BoxExample(path, (0, 0, 1, 1)))


@pytest.mark.parametrize(
    ("added", "profile", "doubted"),
    [(0, None, False), (1_000, None, True), (1_000, "s2-offset", False), (1_000, "s2", False)],
)
def test_an_offset_that_nobody_stated_is_told_with_the_hits(ask, tmp_path, added, profile, doubted):
    pixels = np.random.default_rng(0).uniform(300, 4_000, (3, 200, 200)) + added
    pixels[:, :60] = 0  # without data
    path = tmp_path / "a.tif"
    write_raster(path, pixels.astype(np.uint16), descriptions=("B04", "B03", "B02"), nodata=0)
    place = (X + 1_000, Y - 1_500) * 2
    assert ask(BoxExample(str(path), place, radiometry=profile)).looks_offset is doubted


# -- indexed patches


def test_an_area_asks_with_the_indexed_patches_in_it(ask, built_scene):
    ring = around(built_scene, np.array([0, 1, 10, 11]))
    hits = ask(AreaExample(Outline(((ring,),))))
    assert len(hits.asked[0].footprints) == 4
    assert not {0, 1, 10, 11} & {hit.row for hit in hits.hits}
    kept = ask(AreaExample(Outline(((ring,),))), keep_overlapping=True)
    assert {0, 1, 10, 11} <= {hit.row for hit in kept.hits}


def test_one_patch_as_an_area_is_ranked_as_that_patch(ask, built_scene):
    index = Index.open(built_scene)
    point = tuple(float(index.column(name)[7]) for name in ("lon", "lat"))
    area = ask(AreaExample(Outline(points=(point,)), 10.0), keep_overlapping=True).hits
    row = ask(RowExample(7), keep_overlapping=True).hits
    assert [hit.row for hit in area] == [hit.row for hit in row]
    assert [hit.score for hit in area] == pytest.approx([hit.score for hit in row])


def test_a_large_area_is_sampled_and_no_patch_of_it_is_a_hit(ask, built_scene):
    ring = around(built_scene, np.arange(40))
    hits = ask(AreaExample(Outline(((ring,),)), most=8))
    assert (len(hits.asked[0].footprints), hits.asked[0].whole) == (8, 40)
    assert min(hit.row for hit in hits.hits) >= 40


def test_an_area_without_any_patch_is_said(ask):
    with pytest.raises(NoPatchHereError):
        ask(AreaExample(Outline(((square(100.0, 0.0, 1.0),),))))


# -- together, or each for itself


def test_each_patch_asks_for_itself_and_the_hits_are_the_union(ask, built_scene):
    index = Index.open(built_scene)
    hits = ask(RowExample(0), RowExample(9), each=True, keep_overlapping=True).hits
    codes = bits.take(index.words, np.array([0, 9]))
    distances = [bits.hamming(index.words, code) for code in codes]
    assert [hit.score for hit in hits] == np.sort(np.minimum(*distances)).tolist()
    assert len({hit.row for hit in hits}) == len(hits) == 80


def test_a_dark_and_a_bright_patch_each_find_their_like(ask, scene):
    points = ((X + 1_000, Y - 1_000), (X + 5_000, Y - 1_000))
    example = BoxExample(scene, None, outline=Outline(points=points))
    places = [hit.footprint[0, 0] - X for hit in ask(example, k=10, each=True).hits]
    assert min(places) < 3_200 <= max(places)


def test_fewer_patches_ask_where_each_asks_for_itself(ask, scene):
    [asked] = ask(BoxExample(scene, None), each=True).asked
    assert len(asked.footprints) <= MOST_EACH < asked.whole


def test_a_row_that_several_searches_found_is_listed_once_at_its_nearest():
    one = search.Matches(np.array([4, 2]), np.array([1, 3]), np.array([1.0, 3.0]))
    other = search.Matches(np.array([2, 9]), np.array([2, 5]), np.array([2.0, 5.0]))
    both = search.union([one, other], 3)
    assert both.rows.tolist() == [4, 2, 9]
    assert both.scores.tolist() == [1.0, 2.0, 5.0]
