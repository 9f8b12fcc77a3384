"""Examples of one index found again in another, or on a raster."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from lookalike.plugin.core import raster
from lookalike.plugin.core.examples import AreaExample, BoxExample, PlaceExample
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.outline import Outline
from lookalike.plugin.core.relocation import Kept, relocate
from lookalike.tests.rasters import CRS, TRANSFORM

HERE = TRANSFORM[0] + 1_000, TRANSFORM[3] - 1_000  # in the scene


@pytest.fixture
def index(built_scene):
    return Index.open(built_scene)


@pytest.fixture
def elsewhere(root):
    """An index that covers no part of the scene."""
    return Index.open(root / "tests" / "data" / "index" / "v1.h5")


def kept(example, x=HERE[0], y=HERE[1]):
    [(lon, lat)] = raster.lonlat(CRS, np.array([(x, y)])).tolist()
    return Kept(example, "one", "", lon, lat)


def place(x=HERE[0], y=HERE[1], wanted=True):
    one = kept(None, x, y)
    return one._replace(example=PlaceExample(one.lon, one.lat, 100.0, wanted, "one"))


def test_a_place_that_an_index_has_stays_a_place(index):
    found, lost = relocate([place(wanted=False)], index, ())
    assert found == (place(wanted=False).example,)
    assert lost == ()


def test_a_place_that_it_lacks_is_read_from_a_raster_that_shows_it(elsewhere, scene):
    [found], lost = relocate([place(wanted=False)], elsewhere, ("no.tif", scene))
    assert (found.path, found.wanted, lost) == (scene, False, ())
    assert found.box == pytest.approx(HERE * 2, abs=0.1)


def test_where_the_raster_has_no_data_it_is_lost(elsewhere, scene):
    bottom = place(y=TRANSFORM[3] - 6_000)
    assert relocate([bottom], elsewhere, (scene,)) == ((), (bottom,))


def test_a_drawn_example_stays_as_it_was_drawn_while_its_raster_is_there(elsewhere, scene):
    drawn = BoxExample(scene, HERE * 2, radiometry="s2")
    assert relocate([kept(drawn)], elsewhere, ()).found == (drawn,)


@pytest.mark.parametrize("path", ["gone.tif", "/vsicurl/http://localhost/scene.tif"])
def test_a_drawn_example_without_its_raster_is_found_by_place(index, path):
    [found], _ = relocate([kept(BoxExample(path, HERE * 2, wanted=False))], index, ())
    assert isinstance(found, PlaceExample)
    assert not found.wanted


def test_an_area_stays_one_in_an_index_and_becomes_an_outline_on_a_raster(index, elsewhere, scene):
    x, y = HERE
    ring = ((x - 900, y - 900), (x + 900, y - 900), (x + 900, y + 900), (x - 900, y + 900))
    area = AreaExample(Outline(((ring,),)).moved(lambda points: raster.lonlat(CRS, points)))
    assert relocate([kept(area)], index, ()).found == (area,)
    [found], _ = relocate([kept(area)], elsewhere, (scene,))
    assert np.allclose(found.outline.corners, ring, atol=0.1)


def test_what_has_no_place_is_lost_without_its_file(index):
    nowhere = dataclasses.replace(BoxExample("gone.png", None), wanted=True)
    one = Kept(nowhere, "photo", "", np.nan, np.nan)
    assert relocate([one], index, ()).lost == (one,)
