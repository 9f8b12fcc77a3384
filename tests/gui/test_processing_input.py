"""What algorithms are given: every form that QGIS has for it, and what is wrong, said in a line."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from lookalike.plugin import environment
from lookalike.plugin.core.index import Index
from lookalike.plugin.processing.build_index import BuildIndex
from lookalike.plugin.processing.export_footprints import ExportFootprints
from lookalike.plugin.processing.index_info import IndexInfo
from lookalike.plugin.processing.merge_indexes import MergeIndexes
from lookalike.plugin.processing.patch_codes import PatchCodes
from lookalike.plugin.processing.search_index import SearchIndex
from lookalike.plugin.processing.update_index import UpdateIndex
from lookalike.plugin.processing.verify_index import VerifyIndex
from lookalike.tests.gui.test_processing import X, Y, needs_packages, run, search


def said(algorithm, parameters):
    """Run an algorithm that fails without a check before, as a model does; what it says."""
    feedback, context = QgsProcessingFeedback(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    try:
        _, done = algorithm.create().run(parameters, context, feedback, {}, False)
    except QgsProcessingException as problem:
        return str(problem)
    assert not done
    return feedback.textLog().strip()


def place_of(index, row):
    return ",".join(str(float(Index.open(index).column(name)[row])) for name in ("lon", "lat"))


# -- examples


def test_an_empty_text_is_no_example(built):
    forms = {"ROW": "", "EXTENT": "", "LAYER": "", "POINT": f"{place_of(built, 8)} [EPSG:4326]"}
    found = [one["row"] for one in search(INDEX=str(built), K=60, **forms).getFeatures()]
    assert 0 in found  # it did not ask with row 0
    assert 8 not in found


@needs_packages
def test_an_empty_extent_leaves_the_point_over_a_raster(built_scene, scene, models):
    point = f"{X + 4_800},{Y - 1_000} [EPSG:32632]"
    layer = search(INDEX=str(built_scene), RASTER=scene, EXTENT="", POINT=point, K=3)
    assert layer.featureCount() == 3


def test_an_empty_raster_is_none(built):
    values = {"INDEX": str(built), "RASTER": "", "EXTENT": "0,1,0,1", "OUTPUT": "memory:"}
    fine, text = SearchIndex().create().checkParameterValues(values, QgsProcessingContext())
    assert not fine
    assert "needs the raster" in text


def test_without_a_check_before_a_missing_example_is_said(built):
    assert "Give one example" in said(SearchIndex(), {"INDEX": str(built), "OUTPUT": "memory:"})


def test_numbers_may_come_from_an_expression(built):
    three, two = (QgsProperty.fromExpression(text) for text in ("1+2", "2"))
    found = search(INDEX=str(built), ROW=three, K=two)
    assert found.featureCount() == 2
    assert 3 not in [one["row"] for one in found.getFeatures()]


@needs_packages
def test_a_radiometry_may_come_from_an_expression(scene, tiny_model):
    parameters = {"RASTER": scene, "MODEL": str(tiny_model), "OUTPUT": "memory:"}
    chosen = QgsProperty.fromExpression("1")
    assert run(PatchCodes(), {**parameters, "RADIOMETRY": chosen})[0]["PATCHES"] == 80


def layer_of(kind, text, crs="EPSG:32632"):
    layer = QgsVectorLayer(f"{kind}?crs={crs}", "Fields", "memory")
    if text:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(text))
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Polygon", ""),
        ("Polygon", "POLYGON EMPTY"),
        ("LineString", f"LINESTRING({X} {Y}, {X + 9} {Y})"),
    ],
    ids=["no feature", "empty", "line"],
)
def test_a_layer_without_polygons_or_points_is_named(built, kind, text):
    parameters = {"INDEX": str(built), "LAYER": layer_of(kind, text), "OUTPUT": "memory:"}
    assert "Fields has no polygons or points to ask with" in said(SearchIndex(), parameters)


def test_no_selected_feature_is_said(built):
    layer = layer_of("Point", f"POINT({X + 320} {Y - 320})")
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    parameters = {"INDEX": str(built), "LAYER": selected, "OUTPUT": "memory:"}
    assert "select some first" in said(SearchIndex(), parameters)
    layer.selectAll()
    assert search_in_project(parameters).featureCount() == 59


def search_in_project(parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    results, done = (
        SearchIndex().create().run(parameters, context, QgsProcessingFeedback(), {}, False)
    )
    assert done
    return context.takeResultLayer(results["OUTPUT"])


def test_several_points_in_one_feature_ask_with_each(built):
    layer = layer_of("MultiPoint", f"MULTIPOINT(({X + 320} {Y - 320}), ({X + 5_320} {Y - 320}))")
    assert search(INDEX=str(built), LAYER=layer, K=60).featureCount() == 58


def test_a_layer_without_a_crs_is_named(built):
    layer = layer_of("Point", f"POINT({X + 320} {Y - 320})", crs="")
    parameters = {"INDEX": str(built), "LAYER": layer, "OUTPUT": "memory:"}
    assert "The layer Fields has no coordinate reference system" in said(SearchIndex(), parameters)


# -- files


@pytest.mark.parametrize("kind", [SearchIndex, ExportFootprints, IndexInfo])
def test_what_is_no_index_is_named_whatever_it_is_called(kind, scene, tmp_path):
    for path in (scene, str(tmp_path)):
        values = {"INDEX": path, "ROW": 0, "OUTPUT": "memory:"}
        fine, _ = kind().create().checkParameterValues(values, QgsProcessingContext())
        assert fine
        assert f"{path} is not a Lookalike index" in said(kind(), values)


def test_fewer_than_two_indexes_are_said(built):
    parameters = {"INDEXES": [str(built)], "OUTPUT_INDEX": "a.h5"}
    fine, text = MergeIndexes().create().checkParameterValues(parameters, QgsProcessingContext())
    assert (fine, text) == (False, "There is nothing to merge: choose two indexes or more.")


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        (BuildIndex, {"ARCHIVE_FOLDER": "/archive", "INDEX": "/a.h5"}),
        (UpdateIndex, {"INDEX": "/a.h5"}),
        (MergeIndexes, {"INDEXES": ["/a.h5", "/b.h5"], "OUTPUT_INDEX": "/c.h5"}),
        (VerifyIndex, {"INDEX": "/a.h5"}),
    ],
    ids=lambda one: getattr(one, "NAME", ""),
)
def test_a_missing_package_is_said_before_a_child_starts(monkeypatch, tmp_path, kind, parameters):
    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(tmp_path))
    if not environment.missing(["h5py"]):
        pytest.skip("h5py is elsewhere, too")
    text = said(kind(), parameters)
    assert "needs the Python package" in text
    assert "What was done is kept" not in text


# -- extents


@pytest.mark.parametrize(
    ("extent", "box"),
    [
        ("9,10,46,47", (9, 46, 10, 47)),
        ("9,10,46,47 [EPSG:4326]", (9, 46, 10, 47)),
        ("1001875.42,1113194.91,5780349.22,5942074.07 [EPSG:3857]", (9, 46, 10, 47)),
        ("170,190,-20,-10 [EPSG:4326]", (170, -20, -170, -10)),
        ("-190,-170,-20,-10 [EPSG:4326]", (170, -20, -170, -10)),
        ("2226389.82,4452779.63,-2258423.65,-1110475.71 [EPSG:3832]", (170, -20, -170, -10)),
        ("-300,300,-20,-10 [EPSG:4326]", (-180, -20, 180, -10)),
    ],
)
def test_an_extent_is_one_on_the_earth(qgis_app, extent, box):
    context = QgsProcessingContext()
    filters = ExportFootprints().create().within({"EXTENT": extent}, "EXTENT", context)
    assert filters.box == pytest.approx(box, abs=0.02)


@pytest.mark.parametrize("extent", [None, ""])
def test_no_extent_restricts_nothing(qgis_app, extent):
    algorithm, context = ExportFootprints().create(), QgsProcessingContext()
    assert algorithm.within({"EXTENT": extent}, "EXTENT", context).box is None


def test_an_extent_without_patches_is_warned_of(built):
    feedback = QgsProcessingFeedback()
    parameters = {"INDEX": str(built), "EXTENT": "0,1,0,1", "OUTPUT": "memory:"}
    assert run(ExportFootprints(), parameters, feedback)[0]["PATCHES"] == 0
    assert "No patch of the index lies in the extent" in feedback.textLog()


def test_the_extent_of_info_holds_every_patch(built):
    extent = run(IndexInfo(), {"INDEX": str(built)})[0]["EXTENT"]
    parameters = {"INDEX": str(built), "EXTENT": extent, "OUTPUT": "memory:"}
    assert run(ExportFootprints(), parameters)[0]["PATCHES"] == 60
