import json

import pytest

from lookalike.plugin.core.examples import (
    AreaExample,
    BoxExample,
    PlaceExample,
    RowExample,
    from_fields,
    to_fields,
)
from lookalike.plugin.core.outline import Outline

TRIANGLE = Outline(((((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)),),), ((5.0, 5.0),))


@pytest.mark.parametrize(
    "example",
    [
        RowExample(3, wanted=False),
        PlaceExample(9.5, 46.25, 100.0, id="scene@1,2"),
        BoxExample("a.tif", (1.0, 2.0, 3.0, 4.0), {"B04": 1}, "s2", 16, wanted=False),
        BoxExample("a.tif", None, outline=TRIANGLE),
        BoxExample("a.tif", None),
        AreaExample(TRIANGLE, 100.0, wanted=False),
    ],
    ids=["row", "place", "box", "outline", "whole", "area"],
)
def test_an_example_travels_through_json(example):
    assert from_fields(json.loads(json.dumps(to_fields(example)))) == example


@pytest.mark.parametrize(
    "fields",
    [{}, {"kind": "?"}, {"kind": "row"}, {"kind": "row", "row": 1, "more": 2},
     {"kind": "box", "path": "a", "box": [1, 2]}, {"kind": "row", "row": "a"},
     {"kind": "place", "lon": "NaN", "lat": 1, "tolerance": 1}],
)  # fmt: skip
def test_other_fields_are_no_example(fields):
    with pytest.raises(ValueError, match="no example"):
        from_fields(fields)
