import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.plugin.core.source import BandFile, Radiometry, Source, Window


def make_source(**changes):
    values = {
        "name": "Forest_1",
        "bands": {"B04": BandFile("Forest/Forest_1.jpg", 1), "B02": BandFile("Forest/b.tif", 3)},
        "crs": "EPSG:32633",
        "transform": (500_000.0, 10.0, 0.0, 5_400_000.0, 0.0, -10.0),
        "size": (64, 64),
        "radiometry": Radiometry("s2", 0.0001, 0.0, stated=True),
        "label": "Wälder",
    }
    return Source(**{**values, **changes})


def test_a_source_survives_json():
    source = make_source(time="2020-06-01T10:00:00", cloud=0.0, nodata=0.0, level="L2A")
    assert Source.from_fields(json.loads(json.dumps(source.to_fields()))) == source


def test_the_root_belongs_to_the_archive_and_is_not_written():
    source = make_source(root="/archives/europe")
    assert "archives" not in json.dumps(source.to_fields())
    assert Source.from_fields(source.to_fields(), root="/data").path == "/data/Forest/Forest_1.jpg"


def test_the_footprint_of_a_window_is_where_its_pixels_are():
    corners = make_source().footprint(Window(2, 3, 10, 20))
    assert corners.tolist() == [
        [500_020, 5_399_970],
        [500_120, 5_399_970],
        [500_120, 5_399_770],
        [500_020, 5_399_770],
    ]


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4)), min_size=1, max_size=5))
def test_pixels_to_map_and_back_is_where_one_was(points):
    source = make_source(transform=(1e5, 9.7, 1.3, 4e6, -0.8, -10.2))  # rotated and sheared
    pixels = np.array(points)
    assert np.allclose(source.to_pixels(source.to_map(pixels)), pixels, atol=1e-6)


@pytest.mark.parametrize("fields", [{}, {"bands": 3}, {"bands": {"a.tif": {}}, "radiometry": {}}])
def test_what_is_no_source_is_refused(fields):
    with pytest.raises(ValueError, match="no source"):
        Source.from_fields(fields)
