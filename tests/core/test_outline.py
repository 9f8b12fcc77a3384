import json

import numpy as np
import pytest

from lookalike.plugin.core.cover import cover_outline
from lookalike.plugin.core.errors import OutsideRasterError
from lookalike.plugin.core.outline import Outline
from lookalike.tests.core.test_grid import corner_source

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
HOLE = ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0))
WHOLE = ((0.0, 0.0), (6400.0, 0.0), (6400.0, -6400.0), (0.0, -6400.0))


def covered(outline, most=1_000):
    return cover_outline(corner_source((640, 640)), outline, 64, 10.0, most)


@pytest.mark.parametrize(
    ("place", "inside"),
    [((1, 1), True), ((5, 5), False), ((11, 5), False), ((5, 7), True), ((-1, 0), False)],
)
def test_a_place_in_a_hole_is_not_in_the_polygon(place, inside):
    assert Outline(((SQUARE, HOLE),)).holds(np.array([place])).tolist() == [inside]


def test_what_a_polygon_holds_is_what_a_slow_count_of_crossings_says():
    random = np.random.default_rng(0)
    angles = np.sort(random.uniform(0, 2 * np.pi, 40))
    reach = random.uniform(1, 5, 40)
    star = tuple(zip((5 + reach * np.cos(angles)).tolist(), (5 + reach * np.sin(angles)).tolist()))
    places = np.round(random.uniform(0, 10, (300, 2)), 1)  # some level with corners
    held = Outline(((star, HOLE),)).holds(places).tolist()
    for (x, y), inside in zip(places.tolist(), held):
        crossings = 0
        for ring in (star, HOLE):
            for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0])):
                if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * ((x1 - x0) / (y1 - y0)):
                    crossings += 1
        assert inside == bool(crossings % 2)


def test_polygons_that_overlap_hold_what_either_holds():
    assert Outline(((SQUARE,), (HOLE,))).holds(np.array([(5, 5)])).all()


def test_a_ring_may_repeat_its_first_point():
    places = np.random.default_rng(0).uniform(-2, 12, (500, 2))
    closed = Outline((((*SQUARE, SQUARE[0]),),))
    assert np.array_equal(closed.holds(places), Outline(((SQUARE,),)).holds(places))


def test_an_outline_travels_through_json():
    outline = Outline(((SQUARE, HOLE),), ((1.5, 2.5),))
    assert Outline.from_fields(json.loads(json.dumps(outline.to_fields()))) == outline


def circle_of(corners):
    """Corners around (190, 50), some beyond the antimeridian."""
    turn = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    ring = np.stack([190 + 20 * np.cos(turn), 50 + 20 * np.sin(turn)], axis=1)
    return tuple(map(tuple, np.round(ring, 6).tolist()))


def test_an_outline_of_many_corners_travels_through_little_json():
    outline = Outline(((circle_of(20_000), HOLE), (SQUARE,)), ((1.5, 2.5),))
    text = json.dumps(outline.to_fields())
    assert Outline.from_fields(json.loads(text)) == outline
    assert len(text) < 8 * 20_000  # numbers as text take 24 a corner


@pytest.mark.parametrize("change", [{"steps": "AAAA"}, {"rings": [[3]]}, {"rings": [[-1, 5]]}])
def test_an_outline_that_was_changed_by_hand_is_none(change):
    fields = {**Outline(((circle_of(2_000),),)).to_fields(), **change}
    with pytest.raises(ValueError, match="no outline"):
        Outline.from_fields(fields)


def test_many_places_beside_many_edges_are_told_in_parts(monkeypatch):
    places = np.random.default_rng(0).uniform((165, 25), (215, 75), (5_000, 2))
    ring = circle_of(999)
    whole = Outline(((ring,),)).holds(places)
    monkeypatch.setattr("lookalike.plugin.core.outline.AT_ONCE", 100)
    assert np.array_equal(Outline(((ring,),)).holds(places), whole)
    near = np.hypot(*(places - (190, 50)).T)
    assert whole[near < 19.9].all()
    assert not whole[near > 20].any()


def test_a_polygon_is_covered_by_the_patches_whose_centres_it_holds():
    triangle = ((0.0, 0.0), (6400.0, 0.0), (0.0, -6400.0))
    cover = covered(Outline(((triangle,),)))
    assert cover.whole == len(cover.windows) == 45  # above the diagonal of a grid of 10 x 10
    assert all(window.col + window.row <= 8 * 64 for window in cover.windows)


def test_a_large_polygon_is_covered_by_a_regular_sample():
    cover = covered(Outline(((WHOLE,),)), most=30)
    assert cover.whole == 100
    steps = np.diff(sorted({window.col for window in cover.windows}))
    assert len(cover.windows) == 25
    assert set(steps.tolist()) == {128}


def test_a_polygon_smaller_than_a_patch_gets_one_centred_on_it():
    small = tuple((3_000 + x, -3_000 - y) for x, y in SQUARE)
    [window] = covered(Outline(((small,),))).windows
    assert (window.col + 32, window.row + 32) == pytest.approx((300.5, 300.5), abs=1)


def test_a_strip_between_the_centres_gets_the_patches_of_its_corners():
    strip = ((640.0, -1_290.0), (1_930.0, -1_290.0), (1_930.0, -2_000.0), (1_920.0, -1_300.0))
    assert covered(Outline(((strip,),))).windows


def test_each_point_is_one_patch_and_those_beside_the_raster_are_none():
    cover = covered(Outline(points=((3_200.0, -3_200.0), (1_000.0, -1_000.0), (-900.0, 0.0))))
    assert [(w.col + 32, w.row + 32) for w in cover.windows] == [(320, 320), (100, 100)]
    with pytest.raises(OutsideRasterError):
        covered(Outline(points=((-900.0, 0.0),)))


def test_many_points_are_thinned_to_a_regular_sample():
    points = tuple((float(x), -3_200.0) for x in range(400, 6_000, 100))
    cover = covered(Outline(points=points), most=7)
    assert (len(cover.windows), cover.whole) == (7, 56)
