import dataclasses
import json
from datetime import datetime, timedelta, timezone
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.plugin.core import filtering
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.index_format import NO_LABEL, NO_TIME
from lookalike.plugin.core.outline import Outline
from lookalike.tests.factories import make_contents, make_index, make_source

ROWS = 200
START = datetime(2015, 6, 23, tzinfo=timezone.utc)
CLOUDS = (None, 3.0, 45.5, 80.0, 0.0)


def of_sources(*sources, rows=50):
    contents = make_contents(rows)
    contents.rows["source"] %= len(sources)
    size = np.full((len(sources), 2), 64)
    return make_index(dataclasses.replace(contents, sources=sources, window_size=size))


@cache
def made(seed):
    """An index all over the Earth, of some years, with gaps in what it knows."""
    random = np.random.default_rng(seed)
    contents = make_contents(ROWS, seed=seed)
    contents.rows["lon"] = random.uniform(-180, 180, ROWS).astype("<f4")
    contents.rows["lat"] = random.uniform(-85, 85, ROWS).astype("<f4")
    seconds = int(START.timestamp()) + random.integers(0, 4 * 365 * 86_400, ROWS)
    contents.rows["time"] = np.where(random.random(ROWS) < 0.1, NO_TIME, seconds).astype("<i8")
    label = random.integers(0, 3, ROWS)
    contents.rows["label"] = np.where(random.random(ROWS) < 0.1, NO_LABEL, label).astype("<u2")
    sources = [make_source(number, cloud=cloud) for number, cloud in enumerate(CLOUDS)]
    return make_index(dataclasses.replace(contents, sources=sources))


def passes(filters, index, row):
    """The contract in slow words."""
    source = index.source(int(index.column("source")[row]))
    lon, lat = float(index.column("lon")[row]), float(index.column("lat")[row])
    time = datetime.fromisoformat(index.time(row)) if index.time(row) else None
    if filters.box:
        west, south, east, north = filters.box
        inside = west <= lon <= east if west <= east else lon >= west or lon <= east
        if not (inside and south <= lat <= north):
            return False
    if filters.outline:
        (west, south), (east, north) = (
            end(filters.outline.corners, axis=0) for end in (np.min, np.max)
        )
        here = any(west <= lon + turn < east for turn in (-360, 0, 360))
        if not (here and south <= lat < north):
            return False
    if (filters.since or filters.until or filters.months) and time is None:
        return False
    if filters.since and time < datetime.fromisoformat(filters.since):
        return False
    if filters.until and time >= datetime.fromisoformat(filters.until) + timedelta(days=1):
        return False
    if filters.months and time.month not in filters.months:
        return False
    if filters.labels and index.label(row) not in filters.labels:
        return False
    if filters.cloud is not None and (source.cloud is None or source.cloud > filters.cloud):
        return False
    return source.name not in filters.without_sources


def square(west, south, east, north):
    return Outline((((((west, south), (east, south), (east, north), (west, north))),),))


days = st.dates(START.date(), START.date() + timedelta(days=5 * 365)).map(str)
boxes = st.tuples(st.floats(-180, 180), st.floats(-90, 0), st.floats(-180, 180), st.floats(0, 90))
outlines = st.builds(
    square, st.floats(-200, 0), st.floats(-90, 0), st.floats(1, 200), st.floats(1, 90)
)
some_filters = st.builds(
    Filters,
    outline=st.none() | outlines,
    box=st.none() | boxes,
    since=st.just("") | days,
    until=st.just("") | days,
    months=st.lists(st.integers(1, 12), unique=True).map(tuple),
    labels=st.lists(st.sampled_from(["Forest", "Lake", "Town", "Moon"]), unique=True).map(tuple),
    cloud=st.none() | st.floats(0, 100),
    without_sources=st.lists(st.sampled_from(["scene_0", "scene_3", "scene_9"]), unique=True).map(
        tuple
    ),
)


@given(filters=some_filters, seed=st.integers(0, 5))
def test_the_mask_is_what_slow_words_say(filters, seed):
    index = made(seed)
    found = filtering.mask(filters, index)
    expected = [passes(filters, index, row) for row in range(ROWS)]
    assert (np.ones(ROWS, bool) if found is None else found).tolist() == expected


@given(filters=some_filters)
def test_filters_travel_through_json(filters):
    assert Filters.from_fields(json.loads(json.dumps(filters.to_fields()))) == filters


@given(filters=some_filters, seed=st.integers(0, 5))
def test_without_any_filter_there_is_no_mask(filters, seed):
    assert (filtering.mask(filters, made(seed)) is None) == (filters.active == 0)


def test_no_filter_is_active_at_first_and_a_period_is_one():
    assert Filters().active == 0
    assert Filters(since="2020-01-01", until="2020-02-01", kilometres=5).active == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"moon": 1},
        {"since": "yesterday"},
        {"box": [1, 2, 3]},
        {"box": "here"},
        {"outline": {}},
        {"kilometres": "far"},
        {"cloud": float("nan")},
        {"labels": 3},
    ],
    ids=["unknown", "day", "box", "text", "outline", "distance", "cloud", "labels"],
)
def test_other_fields_are_no_filters(fields):
    with pytest.raises(ValueError, match="no filters"):
        Filters.from_fields(fields)


def test_the_last_day_of_a_period_is_in_it():
    index = made(0)
    row = int(np.flatnonzero(index.column("time") != NO_TIME)[0])
    day = index.time(row)[:10]
    assert filtering.mask(Filters(since=day, until=day), index)[row]


@given(
    seed=st.integers(0, 5),
    kilometres=st.sampled_from([1.0, 300.0, 5_000.0, 30_000.0]),
    row=st.integers(0, ROWS - 1),
)
def test_far_from_is_the_distance_on_the_sphere(seed, kilometres, row):
    index = made(seed)
    lons, lats = (np.radians(index.column(name).astype(float)) for name in ("lon", "lat"))
    towards = np.stack([np.cos(lats) * np.cos(lons), np.cos(lats) * np.sin(lons), np.sin(lats)])
    angle = np.arccos(np.clip(towards.T @ towards[:, row], -1, 1))
    clear = np.abs(angle * 6371.0088 - kilometres) > 0.5  # away from the edge
    centre = np.array([[index.column("lon")[row], index.column("lat")[row]]])
    found = filtering.far_from(centre, index, kilometres)
    assert found[clear].tolist() == (angle * 6371.0088 >= kilometres)[clear].tolist()


def test_cloud_is_read_where_all_sources_share_it():
    index = of_sources(*(make_source(number, cloud=7.5) for number in range(5)))
    assert filtering.clouds(index).tolist() == [7.5] * 5


def test_a_lone_source_is_found_by_its_name():
    index = of_sources(make_source(4))
    assert filtering.source_numbers(["scene_4", "scene_1"], index) == [0]


def test_names_that_contain_one_another_are_told_apart():
    names = ['a"b', "a", "a/b", "ä"]
    index = of_sources(*(make_source(number, name=name) for number, name in enumerate(names)))
    assert filtering.source_numbers(names, index) == [0, 1, 2, 3]
