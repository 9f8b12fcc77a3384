"""The algorithms as the toolbox, a model and `qgis_process` run them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsRectangle,
    QgsVectorLayer,
)

from lookalike.plugin import environment
from lookalike.plugin.core.index import Index
from lookalike.plugin.processing.build_index import BuildIndex
from lookalike.plugin.processing.provider import ALGORITHMS
from lookalike.plugin.processing.search_index import SearchIndex
from lookalike.tests.rasters import TRANSFORM, write_raster

X, Y = TRANSFORM[0], TRANSFORM[3]

needs_packages = pytest.mark.skipif(
    bool(environment.missing()), reason="onnxruntime and h5py are not in the package folder"
)


def run(algorithm, parameters, feedback=None, output="OUTPUT"):
    """Run an algorithm as Processing does; its results, and the layer that it made."""
    context = QgsProcessingContext()
    feedback = feedback or QgsProcessingFeedback()
    one = algorithm.create()
    fine, problem = one.checkParameterValues(parameters, context)
    assert fine, problem
    results, done = one.run(parameters, context, feedback, {}, False)
    assert done
    layer = None
    if output in results:
        layer = QgsProcessingUtils.mapLayerFromString(results[output], context)
        layer = context.takeResultLayer(layer.id())
    return results, layer


def search(**parameters):
    return run(SearchIndex(), {"OUTPUT": "memory:", **parameters})[1]


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.NAME)
def test_the_toolbox_shows_every_algorithm_with_help(provider, kind):
    registry = QgsApplication.processingRegistry()
    algorithm = registry.algorithmById(f"lookalike:{kind.NAME}")
    assert algorithm.displayName()
    assert len(algorithm.shortHelpString()) > 100
    assert not algorithm.icon().isNull()
    assert algorithm.svgIconPath().endswith(f"/{kind.NAME}.svg")


def test_each_algorithm_has_a_picture_of_its_own(provider):
    pictures = [kind().icon().pixmap(24, 24).toImage() for kind in ALGORITHMS]
    for number, one in enumerate(pictures):
        assert any(one.pixelColor(at, at).alpha() for at in range(24))  # it was found
        assert one not in pictures[:number]


def test_a_layer_of_too_many_features_is_named(built):
    layer = QgsVectorLayer("Point?crs=EPSG:32632", "Wells", "memory")
    features = [QgsFeature() for _ in range(1_001)]
    for feature in features:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X, Y)))
    layer.dataProvider().addFeatures(features)
    feedback, parameters = QgsProcessingFeedback(), {"INDEX": str(built), "LAYER": layer}
    context = QgsProcessingContext()
    algorithm = SearchIndex().create()
    _, done = algorithm.run({**parameters, "OUTPUT": "memory:"}, context, feedback, {}, False)
    assert not done
    assert "has more than 1000 features to ask with" in feedback.textLog()


def test_search_by_an_indexed_patch_gives_a_ranked_layer(built):
    layer = search(INDEX=str(built), ROW=3, K=5)
    rows = [(one["rank"], one["label"]) for one in layer.getFeatures()]
    assert rows == [(rank, "bright") for rank in range(1, 6)]
    assert layer.crs().authid() == "EPSG:4326"


def test_the_layer_comes_styled_by_similarity(built):
    layer = search(INDEX=str(built), ROW=3)
    assert layer.renderer().type() != "singleSymbol"


def test_search_by_a_point_takes_the_nearest_indexed_patch(built):
    index = Index.open(built)
    lon, lat = (float(index.column(name)[8]) for name in ("lon", "lat"))
    layer = search(INDEX=str(built), POINT=f"{lon},{lat} [EPSG:4326]", K=60)
    assert 8 not in [feature["row"] for feature in layer.getFeatures()]
    assert layer.featureCount() == 59


def test_search_by_a_layer_takes_the_indexed_patches_in_its_polygons(built):
    index = Index.open(built)
    polygons = QgsVectorLayer("Polygon?crs=EPSG:4326", "fields", "memory")
    for row in (40, 41):
        lon, lat = (float(index.column(name)[row]) for name in ("lon", "lat"))
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(lon, lat, lon, lat).buffered(0.001)))
        polygons.dataProvider().addFeatures([feature])
    layer = search(INDEX=str(built), LAYER=polygons, K=60)
    found = [feature["row"] for feature in layer.getFeatures()]
    assert len(found) == 58
    assert not {40, 41} & set(found)
    assert all(row >= 30 for row in found[:28])  # dark as they are


@needs_packages
def test_search_by_a_layer_over_a_raster_cuts_patches_from_it(built_scene, scene, models):
    points = QgsVectorLayer("Point?crs=EPSG:32632", "places", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X + 4_800, Y - 1_000)))
    points.dataProvider().addFeatures([feature])
    layer = search(INDEX=str(built_scene), RASTER=scene, LAYER=points, K=10)
    assert layer.featureCount() == 10


def test_several_indexes_are_searched_together(built, tmp_path):
    twin = str(shutil.copy(built, tmp_path / "twin.h5"))
    layer = search(INDEX=str(built), FURTHER_INDEXES=[twin], ROW=8, K=200)
    found = {(feature["index"], feature["row"]) for feature in layer.getFeatures()}
    assert len(found) == layer.featureCount()
    assert {name for name, _ in found} == {"plain.h5", "twin.h5"}
    assert max(row for _, row in found) == 59


def test_indexes_of_different_models_are_not_searched_together(built, index_file):
    with pytest.raises(QgsProcessingException, match="different models"):
        search(INDEX=str(built), FURTHER_INDEXES=[index_file], ROW=8)


@needs_packages
@pytest.mark.parametrize(
    "example",
    [
        {"POINT": f"{X + 4_800},{Y - 1_000} [EPSG:32632]"},
        {"EXTENT": f"{X + 4_480},{X + 5_760},{Y - 1_920},{Y - 640} [EPSG:32632]"},
    ],
    ids=["point", "extent"],
)
def test_search_over_a_raster(built_scene, scene, models, example):
    layer = search(INDEX=str(built_scene), RASTER=scene, K=10, **example)
    assert layer.featureCount() == 10
    lefts = [feature.geometry().boundingBox().xMinimum() for feature in layer.getFeatures()]
    index = Index.open(built_scene)
    middle = (index.column("lon").min() + index.column("lon").max()) / 2
    assert all(left > middle - 0.01 for left in lefts)  # the bright half


@needs_packages
def test_numbers_read_otherwise_than_the_index_were_are_warned_of(built_scene, scene, models):
    feedback = QgsProcessingFeedback()
    parameters = {
        "INDEX": str(built_scene),
        "RASTER": scene,
        "POINT": f"{X + 4_800},{Y - 1_000} [EPSG:32632]",
        "RADIOMETRY": 0,
        "OUTPUT": "memory:",
    }
    run(SearchIndex(), parameters, feedback)
    assert "s2-offset" in feedback.textLog()


@pytest.mark.parametrize(
    ("parameters", "problem"),
    [
        ({}, "one example"),
        ({"ROW": 1, "POINT": "1,2"}, "one example"),
        ({"EXTENT": "0,1,0,1"}, "needs the raster"),
    ],
)
def test_an_example_too_many_or_too_few_is_said_before_it_runs(built, parameters, problem):
    values = {"INDEX": str(built), "OUTPUT": "memory:", **parameters}
    fine, text = SearchIndex().create().checkParameterValues(values, QgsProcessingContext())
    assert not fine
    assert problem in text


def test_what_is_no_index_fails_with_its_sentence(tmp_path):
    (tmp_path / "a.h5").write_bytes(b"no")
    with pytest.raises(QgsProcessingException, match="not a Lookalike index"):
        search(INDEX=str(tmp_path / "a.h5"), ROW=0)


@needs_packages
def test_build_makes_an_index_in_children(archive, tiny_model, tmp_path):
    feedback = QgsProcessingFeedback()
    results, _ = run(
        BuildIndex(),
        {
            "ARCHIVE_FOLDER": str(archive),
            "MODEL": str(tiny_model),
            "INDEX": str(tmp_path / "a.h5"),
            "TITLE": "Plain",
        },
        feedback,
    )
    assert (results["PATCHES"], results["SKIPPED"]) == (60, 0)
    assert Index.open(results["INDEX"]).about.name == "Plain"


@needs_packages
def test_a_build_that_fails_says_why(tiny_model, tmp_path):
    (tmp_path / "empty").mkdir()
    parameters = {
        "ARCHIVE_FOLDER": str(tmp_path / "empty"),
        "MODEL": str(tiny_model),
        "INDEX": str(tmp_path / "a.h5"),
    }
    with pytest.raises(QgsProcessingException, match="No usable raster"):
        BuildIndex().create().run(
            parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False
        )


@needs_packages
def test_a_build_can_be_cancelled_and_goes_on(scene, tiny_model, tmp_path):
    parameters = {
        "ARCHIVE_FILE": scene,
        "MODEL": str(tiny_model),
        "INDEX": str(tmp_path / "a.h5"),
        "STRIDE": 4,  # 17,000 patches
    }
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda share: share > 0 and feedback.cancel())
    with pytest.raises(QgsProcessingException, match="goes on from there"):
        BuildIndex().create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    assert (tmp_path / "a.h5.building").is_dir()
    assert run(BuildIndex(), parameters)[0]["PATCHES"] > 15_000


@needs_packages
def test_numbers_that_look_offset_are_warned_of(tiny_model, tmp_path):
    pixels = np.random.default_rng(0).integers(1_100, 1_500, (3, 64, 64)).astype(np.uint16)
    write_raster(tmp_path / "new" / "a.tif", pixels, descriptions=("B04", "B03", "B02"))
    feedback = QgsProcessingFeedback()
    parameters = {
        "ARCHIVE_FOLDER": str(tmp_path / "new"),
        "MODEL": str(tiny_model),
        "INDEX": str(tmp_path / "a.h5"),
        "LAYER": 2,
    }
    run(BuildIndex(), parameters, feedback)
    assert "build again with “s2-offset”" in feedback.textLog()


def test_an_archive_has_to_be_named(tmp_path):
    fine, text = (
        BuildIndex().create().checkParameterValues({"INDEX": "a.h5"}, QgsProcessingContext())
    )
    assert not fine
    assert "Name an archive" in text


# -- qgis_process: QGIS without a window, with the plugin installed in its profile ----------------


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory):
    program = shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not installed")
    root = Path(__file__).resolve().parents[2]
    config = tmp_path_factory.mktemp("config")
    plugins = config / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "lookalike").symlink_to(root, target_is_directory=True)
    environ = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(config),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    def call(*words):
        done = subprocess.run(
            [program, *words], env=environ, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    call("plugins", "enable", "lookalike")
    return call


def test_qgis_process_lists_the_algorithms(qgis_process):
    listed = qgis_process("list")
    assert "lookalike:buildindex" in listed
    assert "lookalike:searchindex" in listed


@needs_packages
def test_qgis_process_builds_and_searches(qgis_process, archive, tiny_model, tmp_path):
    index, found = tmp_path / "a.h5", tmp_path / "found.gpkg"
    said = qgis_process(
        "run", "lookalike:buildindex", "--json", f"--ARCHIVE_FOLDER={archive}",
        f"--MODEL={tiny_model}", f"--INDEX={index}",
    )  # fmt: skip
    assert json.loads(said)["results"]["PATCHES"] == 60
    said = qgis_process(
        "run", "lookalike:searchindex", "--json", f"--INDEX={index}", "--ROW=3", "--K=4",
        f"--OUTPUT={found}",
    )  # fmt: skip
    assert json.loads(said)["results"]["OUTPUT"] == str(found)
    assert found.exists()
    raster = tmp_path / "map.tif"
    said = qgis_process(
        "run", "lookalike:similaritymap", "--json", f"--INDEX={index}", "--ROW=3",
        f"--OUTPUT={raster}",
    )  # fmt: skip
    assert json.loads(said)["results"] == {"OUTPUT": str(raster), "PATCHES": 60}
    assert raster.exists()
