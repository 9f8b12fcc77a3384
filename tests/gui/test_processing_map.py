"""The similarity map as an algorithm, and a model that searches and maps."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProcessingUtils,
)

from lookalike.plugin.core.index import Index
from lookalike.plugin.processing.similarity_map import SimilarityMap
from lookalike.tests.gui.test_processing import run
from lookalike.tests.rasters import TRANSFORM

X, Y = TRANSFORM[0], TRANSFORM[3]


def test_the_similarity_map_of_a_scene_is_a_styled_raster_of_its_grid(built_scene, tmp_path):
    path = str(tmp_path / "map.tif")
    results, layer = run(SimilarityMap(), {"INDEX": str(built_scene), "ROW": 3, "OUTPUT": path})
    assert (results["OUTPUT"], results["PATCHES"]) == (path, Index.open(built_scene).rows)
    assert layer.rasterUnitsPerPixelX() == 640
    assert layer.crs().authid() == "EPSG:32632"
    assert layer.renderer().type() == "singlebandpseudocolor"
    assert "lie further apart" in layer.bandName(1)


def test_the_similarity_map_comes_as_footprints_too_and_of_an_extent_only(built):
    index = Index.open(built)
    lon, lat = (index.column(name) for name in ("lon", "lat"))
    west = f"{lon.min()},{np.median(lon)},{lat.min()},{lat.max()} [EPSG:4326]"
    parameters = {"INDEX": str(built), "ROW": 3, "FOOTPRINTS": "memory:", "AREA": west}
    results, layer = run(SimilarityMap(), parameters, output="FOOTPRINTS")
    assert "OUTPUT" not in results
    assert layer.featureCount() == results["PATCHES"] == (lon <= np.median(lon)).sum()
    assert layer.renderer().type() == "graduatedSymbol"
    assert {one["similarity"] > 50 for one in layer.getFeatures()} == {True, False}


def test_a_similarity_map_needs_an_output(built):
    values = {"INDEX": str(built), "ROW": 3}
    fine, text = SimilarityMap().create().checkParameterValues(values, QgsProcessingContext())
    assert not fine
    assert "Choose an output" in text


def test_a_similarity_map_can_be_cancelled(built):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    parameters = {"INDEX": str(built), "ROW": 3, "FOOTPRINTS": "memory:"}
    results, _ = run(SimilarityMap(), parameters, feedback)
    assert results == {}


# -- a model


def step(algorithm, output, **parameters):
    """A step of a model that takes the model's index and gives one output."""
    child = QgsProcessingModelChildAlgorithm(f"lookalike:{algorithm}")
    child.setChildId(algorithm)
    source = QgsProcessingModelChildParameterSource
    child.addParameterSources("INDEX", [source.fromModelParameter("index")])
    for name, given in parameters.items():
        child.addParameterSources(name, [source.fromStaticValue(given)])
    made = QgsProcessingModelOutput(algorithm, algorithm)
    made.setChildId(algorithm)
    made.setChildOutputName(output)
    child.setModelOutputs({algorithm: made})
    return child


def test_a_model_searches_an_index_and_maps_its_similarity(provider, built, tmp_path):
    model = QgsProcessingModelAlgorithm("m", "m")
    model.addModelParameter(
        QgsProcessingParameterFile("index", "Index"), QgsProcessingModelParameter("index")
    )
    model.addChildAlgorithm(step("searchindex", "OUTPUT", ROW=3, K=7))
    model.addChildAlgorithm(step("similaritymap", "OUTPUT", ROW=3))
    model.updateDestinationParameters()
    fine, problems = model.validate()
    assert fine, problems
    targets = {one.name() for one in model.destinationParameterDefinitions()}
    found, mapped = (next(t for t in targets if a in t) for a in ("searchindex", "similaritymap"))
    parameters = {"index": str(built), found: "memory:", mapped: str(tmp_path / "map.tif")}
    context = QgsProcessingContext()
    results, done = model.run(parameters, context, QgsProcessingFeedback(), {}, False)
    assert done
    assert QgsProcessingUtils.mapLayerFromString(results[found], context).featureCount() == 7
    assert QgsProcessingUtils.mapLayerFromString(results[mapped], context).isValid()
