"""Where algorithms write: what was there stays until there is another; nothing is half there."""

from __future__ import annotations

import gc
import shutil

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from lookalike.plugin.core import build
from lookalike.plugin.export import footprints
from lookalike.plugin.processing.build_index import BuildIndex
from lookalike.plugin.processing.export_footprints import ExportFootprints
from lookalike.plugin.processing.nearest_duplicates import NearestDuplicates
from lookalike.plugin.processing.search_index import SearchIndex
from lookalike.plugin.processing.similarity_map import SimilarityMap
from lookalike.plugin.processing.verify_index import VerifyIndex
from lookalike.plugin.tasks.child import Child
from lookalike.plugin.tasks.child_run import ChildRun
from lookalike.tests.core.conftest import pack_in_child
from lookalike.tests.gui.test_processing import X, Y, needs_packages, run


def rows_in(path):
    return QgsVectorLayer(str(path), "", "ogr").featureCount()


@pytest.fixture
def cut(built, tmp_path):
    (tmp_path / "cut.h5").write_bytes(built.read_bytes()[:6_000])
    return tmp_path / "cut.h5"


@pytest.mark.parametrize("kind", [SearchIndex, ExportFootprints, NearestDuplicates])
def test_a_file_that_was_there_stays_where_the_algorithm_fails(built, cut, tmp_path, kind):
    target = tmp_path / "found.gpkg"
    run(SearchIndex(), {"INDEX": str(built), "ROW": 3, "K": 7, "OUTPUT": str(target)})
    parameters = {"INDEX": str(cut), "ROW": 3, "OUTPUT": str(target)}
    with pytest.raises(QgsProcessingException, match="cut short"):
        kind().create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)
    assert rows_in(target) == 7


def cancelled(algorithm, parameters):
    """Cancel an algorithm in the middle; the shares that it had told before."""
    feedback, shares = QgsProcessingFeedback(), []
    feedback.progressChanged.connect(shares.append)
    feedback.progressChanged.connect(lambda share: share > 30 and feedback.cancel())
    context = QgsProcessingContext()
    results, _ = algorithm.create().run(parameters, context, feedback, {}, False)
    assert results == {}
    return shares


@pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson"])
@pytest.mark.parametrize("kind", [SearchIndex, ExportFootprints, NearestDuplicates, SimilarityMap])
def test_cancelled_in_the_middle_it_leaves_no_half_file(
    built, tmp_path, monkeypatch, kind, extension
):
    monkeypatch.setattr(footprints, "BATCH", 5)
    folder = tmp_path / "out"
    folder.mkdir()
    output = "FOOTPRINTS" if kind is SimilarityMap else "OUTPUT"
    parameters = {"INDEX": str(built), output: str(folder / f"found.{extension}")}
    parameters |= {"ROW": 3} if kind in (SearchIndex, SimilarityMap) else {"BITS": 7}
    shares = cancelled(kind(), parameters)
    assert shares == sorted(shares)
    assert 30 < shares[-1] < 60
    assert list(folder.iterdir()) == []


def test_cancelled_in_the_middle_other_tables_of_a_database_stay(built, tmp_path, monkeypatch):
    monkeypatch.setattr(footprints, "BATCH", 5)
    database = tmp_path / "all.gpkg"
    table = f"ogr:dbname='{database}' table=\"{{}}\" (geom)"
    parameters = {"INDEX": str(built), "OUTPUT": table.format("hits")}
    run(SearchIndex(), {**parameters, "ROW": 3, "K": 7})
    cancelled(ExportFootprints(), {**parameters, "OUTPUT": table.format("footprints")})
    assert rows_in(f"{database}|layername=hits") == 7


@pytest.mark.parametrize("extension", ["shp", "geojson", "csv"])
def test_on_a_full_disk_it_fails_and_leaves_no_half_file(built, tmp_path, no_file_over, extension):
    folder = tmp_path / "out"
    folder.mkdir()
    parameters = {"INDEX": str(built), "OUTPUT": str(folder / f"found.{extension}")}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    with (
        no_file_over(2_000),
        pytest.raises(QgsProcessingException, match=r"[Nn]ot (write|all of it)"),
    ):
        ExportFootprints().create().run(parameters, context, feedback, {}, False)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("kind", [SearchIndex, ExportFootprints, NearestDuplicates])
def test_a_table_without_places_is_left_without_a_style(built, tmp_path, kind):
    feedback = QgsProcessingFeedback()
    parameters = {"INDEX": str(built), "OUTPUT": str(tmp_path / "found.csv")}
    parameters |= {"ROW": 3} if kind is SearchIndex else {}
    results, layer = run(kind(), parameters, feedback)
    assert layer.featureCount() == results["PATCHES"] > 0
    assert "Traceback" not in feedback.textLog()


def test_a_similarity_map_is_a_geotiff_and_no_other_file(provider, built_scene, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("lookalike:similaritymap")
    values = {"INDEX": str(built_scene), "ROW": 3}
    for name, wanted in (("a.tif", True), ("a.png", False)):
        values["OUTPUT"] = str(tmp_path / name)
        fine, problem = algorithm.checkParameterValues(values, QgsProcessingContext())
        assert fine is wanted, problem
    assert "png" in problem


@pytest.mark.parametrize("target", ["memory:", "found.gpkg"])
def test_a_path_of_more_than_255_letters_is_whole(index_of_a_deep_folder, tmp_path, target):
    index, image = index_of_a_deep_folder
    target = target if target == "memory:" else str(tmp_path / target)
    _, layer = run(ExportFootprints(), {"INDEX": index, "OUTPUT": target})
    assert {one["source"] for one in layer.getFeatures()} == {image}


@pytest.fixture
def index_of_a_deep_folder(archive, tiny_model, tmp_path):
    folder = tmp_path.joinpath(*["a folder with a name as long as this one is"] * 6)
    folder.mkdir(parents=True)
    image = shutil.copy(next(archive.rglob("*.tif")), folder / "image.tif")
    request = build.BuildRequest(str(folder), str(tmp_path / "deep.h5"), str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    return request.index, str(image)


@needs_packages
def test_the_progress_of_a_build_never_goes_back(archive, tiny_model, tmp_path):
    feedback, shares = QgsProcessingFeedback(), []
    feedback.progressChanged.connect(shares.append)
    parameters = {"ARCHIVE_FOLDER": str(archive), "MODEL": str(tiny_model)}
    run(BuildIndex(), {**parameters, "INDEX": str(tmp_path / "a.h5")}, feedback)
    assert shares == sorted(shares)
    assert shares[-1] == 100


@needs_packages
def test_nothing_of_an_algorithm_lives_on_for_another_thread_to_end(built):
    def alive():
        found = [one for one in gc.get_objects() if isinstance(one, (QTimer, ChildRun, Child))]
        return {id(one) for one in found if not sip.isdeleted(one)}

    before = alive()
    kept = run(VerifyIndex(), {"INDEX": str(built)})
    assert alive() <= before, kept


@needs_packages
def test_no_hit_at_all_is_explained(built_scene, scene, models):
    feedback = QgsProcessingFeedback()
    whole = f"{X},{X + 6_400},{Y - 6_400},{Y} [EPSG:32632]"
    parameters = {"INDEX": str(built_scene), "RASTER": scene, "EXTENT": whole, "OUTPUT": "memory:"}
    assert run(SearchIndex(), parameters, feedback)[0]["PATCHES"] == 0
    assert "all patches overlap the example" in feedback.textLog()
