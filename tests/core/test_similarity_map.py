"""How much every place resembles a query: the values, and the grid that shows them."""

from __future__ import annotations

import dataclasses
import shutil
from contextlib import closing

import numpy as np
import pytest

from lookalike.plugin.core import bits, raster, search, similarity_map
from lookalike.plugin.core.errors import Cancelled, NothingToSearchError
from lookalike.plugin.core.examples import QueryRequest, RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.query import QuerySession
from lookalike.plugin.core.similarity_map import Everywhere, grid_of, is_raster
from lookalike.tests.factories import make_contents, make_index, make_source
from lookalike.tests.rasters import CRS, TRANSFORM

X, Y = TRANSFORM[0], TRANSFORM[3]


@pytest.fixture
def everywhere():
    session = QuerySession()

    def ask(index, *examples, view=None, **options):
        return session.everywhere(QueryRequest((str(index),), examples, **options), view)

    yield ask
    session.close()


def all_of(path, values=None):
    index = Index.open(path)
    rows = np.arange(index.rows)
    return Everywhere(index, rows, rows / 1000 if values is None else values)


def value_at(grid, x, y):
    x0, dx, _, y0, _, dy = grid.transform
    return grid.values[int((y - y0) // dy), int((x - x0) // dx)]


def test_the_distances_of_rows_are_those_that_order_hits():
    random = np.random.default_rng(0)
    codes = bits.pack(random.random((70_000, 128)) < 0.5)
    words, logits = bits.columns(codes), random.normal(size=128)
    code = bits.pack(logits[None, :] > 0)[0]
    rows = np.arange(70_000)
    weighted = search.scores_of(words, rows, code, logits)
    best = search.nearest(words, code, 5, logits=logits)
    assert np.array_equal(weighted[best.rows], best.scores)
    plain = search.scores_of(words, rows[7:16], code)
    assert np.array_equal(plain, bits.unpack(codes[7:16] ^ code).sum(axis=1))
    with pytest.raises(Cancelled):
        search.scores_of(words, rows, code, logits, lambda *_: False)


def test_what_is_like_the_query_is_similar_and_the_query_itself_most(everywhere, built):
    found = everywhere(built, RowExample(3))
    labels = found.index.labels(found.rows)
    assert found.similarity[3] == found.similarity.max()
    bright, dark = (found.similarity[labels == one] for one in ("bright", "dark"))
    assert bright.min() > dark.max()


def test_filters_leave_rows_out(everywhere, built):
    found = everywhere(built, RowExample(3), filters=Filters(labels=("dark",)))
    assert set(found.index.labels(found.rows)) == {"dark"}
    with pytest.raises(NothingToSearchError, match="filters"):
        everywhere(built, RowExample(3), filters=Filters(box=(0, 0, 1, 1)))


def test_a_patch_of_several_indexes_is_there_once(built, tmp_path):
    paths = (str(built), str(shutil.copy(built, tmp_path / "twin.h5")))
    with closing(QuerySession()) as session:
        alone, both = (
            session.everywhere(QueryRequest(indexes, (RowExample(3),)))
            for indexes in (paths[:1], paths)
        )
    assert np.array_equal(both.rows, alone.rows)
    assert np.allclose(both.similarity, alone.similarity)


def test_a_view_has_the_same_values_of_the_patches_in_it(everywhere, built):
    whole = everywhere(built, RowExample(3))
    lons, lats = (whole.index.column(name) for name in ("lon", "lat"))
    middle = float(np.median(lons))
    part = everywhere(built, RowExample(3), view=(-180, -90, middle, 90))
    assert set(np.flatnonzero(lons <= middle)) <= set(part.rows) < set(whole.rows)
    assert np.array_equal(part.similarity, whole.similarity[part.rows])
    west = float(lons.min())
    nowhere = everywhere(built, RowExample(3), view=(west - 2, lats.min(), west - 1, lats.max()))
    assert len(nowhere.rows) == len(nowhere.similarity) == 0


@pytest.mark.parametrize(
    ("view", "seen"),
    [
        ((9, 46, 9.5, 48), [9, 9.5]),
        ((9.2, 46.95, 9.2, 46.95), []),
        ((8.995, 46.9, 8.995, 47), [9]),  # its centre is outside, its edge is not
        ((179, 46, -179, 48), [179.5, -179.5]),
        ((-180, -90, 180, 90), [9, 9.5, 179.5, -179.5]),
        ((9, 47.5, 9.5, 48), []),
    ],
)
def test_what_is_in_view_is_seen_across_the_antimeridian_too(view, seen):
    contents = make_contents(rows=4)
    lons = np.array([9, 9.5, 179.5, -179.5], "<f4")
    contents.rows["lon"] = lons
    found = similarity_map.in_view(make_index(contents), np.arange(4), view)
    assert lons[found].tolist() == seen


def test_a_scene_is_a_raster_and_files_of_one_patch_are_footprints(built, built_scene, monkeypatch):
    assert is_raster(all_of(built_scene))
    assert not is_raster(all_of(built))
    monkeypatch.setattr(similarity_map, "MOST_FOOTPRINTS", 50)
    assert is_raster(all_of(built))


def test_scenes_that_lie_far_apart_are_footprints():
    contents = make_contents()
    near = make_index(contents)
    assert is_raster(Everywhere(near, np.arange(50), np.zeros(50)))
    away = make_source(4, transform=(-3_000_000.0, 10.0, 0.0, -5_200_000.0, 0.0, -10.0))
    far = make_index(dataclasses.replace(contents, sources=[*contents.sources[:4], away]))
    assert not is_raster(Everywhere(far, np.arange(50), np.zeros(50)))


def across_the_antimeridian():
    """Patches of one CRS on both sides, side by side at 47° north."""
    contents = make_contents()
    lon = (np.linspace(179.8, 180.2, 50) + 180) % 360 - 180
    rows = {**contents.rows, "lon": lon.astype("<f4")}
    index = make_index(dataclasses.replace(contents, rows=rows))
    return Everywhere(index, np.arange(50), np.arange(50) / 100)


def test_patches_on_both_sides_of_the_antimeridian_are_footprints_and_a_raster_if_they_are_many(
    monkeypatch,
):
    everywhere = across_the_antimeridian()
    assert not is_raster(everywhere)
    monkeypatch.setattr(similarity_map, "MOST_FOOTPRINTS", 49)
    assert is_raster(everywhere)


def test_the_grid_of_both_sides_of_the_antimeridian_is_one_piece_of_fine_cells():
    everywhere = across_the_antimeridian()
    grid = grid_of(everywhere)
    west, cell = grid.transform[:2]
    assert grid.crs == "EPSG:4326"
    assert grid.values.shape[1] < 60
    assert 360 / cell == pytest.approx(round(360 / cell))  # a whole world of cells
    between = grid.values.shape[1] - grid.beyond
    assert west + cell * between == pytest.approx(180)
    lons = everywhere.index.column("lon")
    for row in (0, 24, 25, 49):
        value = value_at(grid, lons[row] % 360, 46.95)
        assert value == pytest.approx(row, abs=1)  # a cell may show a neighbour, too


def test_a_raster_of_both_sides_of_the_antimeridian_has_them_at_both_ends(tmp_path):
    pytest.importorskip("osgeo")
    from lookalike.plugin.core import geotiff

    everywhere = across_the_antimeridian()
    grid = grid_of(everywhere)
    path = tmp_path / "map.tif"
    geotiff.write(str(path), *grid, "Similarity")
    read = raster.open_raster(str(path))
    width, height, cell = read.width, read.height, read.transform[1]
    assert (read.transform[0], width * cell) == pytest.approx((-180, 360))
    everything = read.block(1, 0, 0, width, height)
    here, there = np.split(grid.values, [-grid.beyond], axis=1)
    assert np.array_equal(everything[:, -here.shape[1] :], here, equal_nan=True)
    assert np.array_equal(everything[:, : grid.beyond], there, equal_nan=True)
    assert np.isnan(everything[:, grid.beyond : -here.shape[1]]).all()
    read.close()
    assert path.stat().st_size < 200_000  # nothing of what is between


def test_a_raster_as_wide_as_the_world_has_larger_cells_where_it_is_high(monkeypatch):
    fine = grid_of(across_the_antimeridian())
    monkeypatch.setattr(similarity_map, "MOST_OF_WORLD", round(360 / fine.transform[1] / 4))
    coarse = grid_of(across_the_antimeridian())
    assert coarse.transform[1] == pytest.approx(2 * fine.transform[1], rel=0.01)
    assert not np.isnan(coarse.values[:, 1:-1]).any()


def test_the_grid_of_a_scene_has_a_cell_for_each_patch_in_its_own_crs(built_scene):
    everywhere = all_of(built_scene)
    grid = grid_of(everywhere)
    assert grid.crs == CRS
    assert grid.transform == (X, 640, 0, Y, 0, -640)
    for row in (0, 7, 50):
        source, window = everywhere.index.place(row)
        x, y = source.footprint(window).mean(axis=0)
        assert value_at(grid, x, y) == pytest.approx(row / 10)


def test_where_patches_overlap_a_cell_holds_their_mean(overlapping_scene):
    everywhere = all_of(overlapping_scene)
    grid = grid_of(everywhere)
    assert grid.transform == (X, 320, 0, Y, 0, -320)
    index = everywhere.index
    expected = {}
    for row in everywhere.rows.tolist():  # a slow loop over pixels
        _, (col, top, width, height) = index.place(row)
        for x in range(col // 32, (col + width) // 32):
            for y in range(top // 32, (top + height) // 32):
                expected.setdefault((y, x), []).append(row / 10)
    for place in np.ndindex(grid.values.shape):
        if place in expected:
            assert grid.values[place] == pytest.approx(np.mean(expected[place]), rel=1e-5)
        else:
            assert np.isnan(grid.values[place])


def test_a_large_area_gets_larger_cells_and_still_shows_every_patch(built_scene, monkeypatch):
    monkeypatch.setattr(similarity_map, "MOST_CELLS", 9)
    grid = grid_of(all_of(built_scene))
    assert grid.values.size <= 16
    assert not np.isnan(grid.values).any()


def test_sources_of_many_zones_share_a_grid_in_degrees(built, monkeypatch):
    monkeypatch.setattr(similarity_map, "MOST_SOURCES", 1)
    everywhere = all_of(built)
    grid = grid_of(everywhere)
    assert grid.crs == "EPSG:4326"
    lon, lat = (everywhere.index.column(name) for name in ("lon", "lat"))
    assert [round(float(value_at(grid, x, y)), 3) for x, y in zip(lon, lat)] == [
        round(row / 10, 3) for row in range(60)
    ]
    assert np.isnan(grid.values).any()  # between them


def test_a_grid_is_written_as_a_tiled_geotiff(built_scene, tmp_path):
    pytest.importorskip("osgeo")
    from lookalike.plugin.core import geotiff

    grid = grid_of(all_of(built_scene))
    path = str(tmp_path / "map.tif")
    geotiff.write(path, *grid, "Similarity")
    read = raster.open_raster(path)
    assert (read.crs, tuple(read.transform)) == (grid.crs, grid.transform)
    height, width = grid.values.shape
    assert np.array_equal(read.block(1, 0, 0, width, height), grid.values, equal_nan=True)
    read.close()
    assert [one.name for one in tmp_path.iterdir()] == ["map.tif"]


def test_a_geotiff_that_cannot_be_written_says_so(tmp_path):
    pytest.importorskip("osgeo")
    from lookalike.plugin.core import geotiff
    from lookalike.plugin.core.errors import UnwritableError

    nothing = np.zeros((1, 1), np.float32)
    with pytest.raises(UnwritableError, match="none"):
        geotiff.write(str(tmp_path / "none" / "map.tif"), nothing, (0, 1, 0, 0, 0, -1), CRS, 0, "")


def test_on_a_full_disk_the_geotiff_of_before_is_still_there(built_scene, tmp_path, no_file_over):
    pytest.importorskip("osgeo")
    from lookalike.plugin.core import geotiff
    from lookalike.plugin.core.errors import UnwritableError

    grid = grid_of(all_of(built_scene))
    path = tmp_path / "map.tif"
    geotiff.write(str(path), *grid, "Similarity")
    before = path.read_bytes()
    for room in (100, len(before) // 2):
        with no_file_over(room), pytest.raises(UnwritableError, match="Cannot write"):
            geotiff.write(str(path), *grid, "Similarity")
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["map.tif"]
