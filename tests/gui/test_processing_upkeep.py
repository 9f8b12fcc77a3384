"""Verify, info, footprints, merge and update, as the toolbox and `qgis_process` run them."""

from __future__ import annotations

import dataclasses
import json
import shutil

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtTest import QTest

from lookalike.plugin.core import build
from lookalike.plugin.core.index import Index
from lookalike.plugin.export import footprints
from lookalike.plugin.processing.export_footprints import ExportFootprints
from lookalike.plugin.processing.index_info import IndexInfo
from lookalike.plugin.processing.merge_indexes import MergeIndexes
from lookalike.plugin.processing.nearest_duplicates import NearestDuplicates
from lookalike.plugin.processing.patch_codes import PatchCodes
from lookalike.plugin.processing.update_index import UpdateIndex
from lookalike.plugin.processing.verify_index import VerifyIndex
from lookalike.plugin.processing.waiting import LISTEN_EVERY
from lookalike.tests.core.conftest import pack_in_child
from lookalike.tests.gui.test_processing import (  # noqa: F401
    needs_packages,
    qgis_process,
    run,
)


def fails(algorithm, parameters):
    """Run an algorithm that fails; the sentence that it says."""
    context = QgsProcessingContext()
    with pytest.raises(QgsProcessingException) as caught:
        algorithm.create().run(parameters, context, QgsProcessingFeedback(), {}, False)
    return str(caught.value)


# -- verify


@needs_packages
def test_a_whole_index_is_verified(built):
    feedback = QgsProcessingFeedback()
    assert run(VerifyIndex(), {"INDEX": str(built)}, feedback)[0]["PATCHES"] == 60
    assert "The index is whole: 60 patches." in feedback.textLog()


@needs_packages
def test_an_algorithm_that_failed_asks_its_feedback_no_more(tmp_path):
    class Counting(QgsProcessingFeedback):
        asked = 0

        def isCanceled(self):
            self.asked += 1
            return False

    feedback = Counting()
    parameters = {"INDEX": str(tmp_path / "none.h5")}
    # Whoever keeps the exception keeps its frames, and all that lives in them.
    with pytest.raises(QgsProcessingException) as kept:
        VerifyIndex().create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    asked = feedback.asked
    QTest.qWait(2 * LISTEN_EVERY + 100)
    assert feedback.asked == asked, kept


@needs_packages
def test_a_damaged_index_fails_with_what_is_wrong(built, tmp_path):
    content = bytearray(built.read_bytes())
    offset = Index.open(built).columns["lat"].offset
    content[offset : offset + 4] = np.float32(1e9).tobytes()
    (tmp_path / "bad.h5").write_bytes(content)
    assert "column lat has impossible values" in fails(
        VerifyIndex(), {"INDEX": str(tmp_path / "bad.h5")}
    )


# -- info


def test_info_says_what_an_index_holds(built):
    feedback = QgsProcessingFeedback()
    results, _ = run(IndexInfo(), {"INDEX": str(built)}, feedback)
    assert (results["PATCHES"], results["IMAGES"], results["MISSING"]) == (60, 60, 0)
    assert (results["TITLE"], results["MODEL"], results["BITS"]) == ("Plain", "tiny", 128)
    log = feedback.textLog()
    for part in ("bright: 30", "dark: 30", "Read as: s2", "Hash layer: the model's"):
        assert part in log


def test_info_counts_images_that_are_not_found(index_file):
    assert run(IndexInfo(), {"INDEX": index_file})[0]["MISSING"] == 5


def test_the_extent_of_info_is_one_that_processing_takes(built):
    extent = run(IndexInfo(), {"INDEX": str(built)})[0]["EXTENT"]
    algorithm, context = ExportFootprints().create(), QgsProcessingContext()
    box = algorithm.parameterAsExtent({"EXTENT": extent}, "EXTENT", context)
    assert box.contains(
        float(Index.open(built).column("lon")[5]), float(Index.open(built).column("lat")[5])
    )


# -- footprints


def export(**parameters):
    return run(ExportFootprints(), {"OUTPUT": "memory:", **parameters})[1]


def test_every_patch_becomes_a_footprint_with_its_facts(built):
    layer, index = export(INDEX=str(built)), Index.open(built)
    assert layer.featureCount() == 60
    assert layer.crs().authid() == "EPSG:4326"
    for feature in layer.getFeatures():
        row = feature["row"]
        source, _ = index.place(row)
        assert (feature["id"], feature["label"]) == (source.name, index.label(row))
        assert feature["source"] == source.path
        centre = feature.geometry().centroid().asPoint()
        place = (float(index.column("lon")[row]), float(index.column("lat")[row]))
        assert (centre.x(), centre.y()) == pytest.approx(place, abs=1e-4)


def test_footprints_are_coloured_by_label(built):
    layer = export(INDEX=str(built))
    renderer = layer.renderer()
    assert renderer.type() == "categorizedSymbol"
    assert [one.value() for one in renderer.categories()] == ["bright", "dark", ""]
    colours = {one.symbol().color().name() for one in renderer.categories()}
    assert len(colours) == 3


def test_footprints_without_labels_are_plain(built_scene):
    layer = export(INDEX=str(built_scene))
    assert layer.renderer().type() == "singleSymbol"


def test_an_extent_keeps_the_patches_in_it(built):
    index = Index.open(built)
    lon, lat = (float(index.column(name)[7]) for name in ("lon", "lat"))
    box = f"{lon - 0.01},{lon + 0.01},{lat - 0.01},{lat + 0.01} [EPSG:4326]"
    assert [one["row"] for one in export(INDEX=str(built), EXTENT=box).getFeatures()] == [7]


def test_exporting_can_be_cancelled_between_batches(built_scene, monkeypatch):
    monkeypatch.setattr(footprints, "BATCH", 10)
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda share: share > 30 and feedback.cancel())
    context = QgsProcessingContext()
    parameters = {"INDEX": str(built_scene), "OUTPUT": "memory:"}
    ExportFootprints().create().run(parameters, context, feedback, {}, False)
    assert 30 < feedback.progress() < 60


# -- duplicates


def test_an_image_that_is_indexed_twice_is_its_own_twin(archive, tiny_model, tmp_path):
    files = sorted(archive.rglob("*.tif"))[28:32]
    for number, path in enumerate([*files, files[0]]):
        (tmp_path / "a").mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / "a" / f"{number}.tif")
    request = build.BuildRequest(str(tmp_path / "a"), str(tmp_path / "a.h5"), str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    results, layer = run(
        NearestDuplicates(), {"INDEX": request.index, "OUTPUT": "memory:", "BITS": 0}
    )
    index = Index.open(request.index)
    found = {one["id"]: one for one in layer.getFeatures()}
    assert {"0", "4"} <= set(found)
    assert results["PATCHES"] == len(found)
    for one in found.values():
        assert one["bits"] == 0
        assert index.code(one["row"]).tolist() == index.code(one["twin_row"]).tolist()
        assert index.place(one["twin_row"])[0].name == one["twin"] != one["id"]


def test_patches_of_one_image_are_left_out_unless_asked_for(built_scene):
    parameters = {"INDEX": str(built_scene), "OUTPUT": "memory:", "BITS": 7}
    assert run(NearestDuplicates(), parameters)[0]["PATCHES"] == 0
    assert run(NearestDuplicates(), {**parameters, "OTHER_IMAGES": False})[0]["PATCHES"] > 0


# -- codes


@needs_packages
def test_codes_of_a_raster_are_those_of_its_index(built_scene, scene, tiny_model):
    results, layer = run(
        PatchCodes(), {"RASTER": scene, "MODEL": str(tiny_model), "OUTPUT": "memory:"}
    )
    index = Index.open(built_scene)
    found = {one["id"]: one["code"] for one in layer.getFeatures()}
    assert results["PATCHES"] == len(found) == len(index)
    for row in (0, 41, 79):
        source, window = index.place(row)
        code = found[f"{source.name}@{window.col},{window.row}"]
        words = [int(code[16:], 16), int(code[:16], 16)]
        assert words == index.code(row).tolist()


@needs_packages
def test_encoding_a_raster_can_be_cancelled(scene, tiny_model):
    feedback = QgsProcessingFeedback()
    feedback.progressChanged.connect(lambda share: share > 5 and feedback.cancel())
    parameters = {"RASTER": scene, "MODEL": str(tiny_model), "OUTPUT": "memory:", "STRIDE": 8}
    context = QgsProcessingContext()
    PatchCodes().create().run(parameters, context, feedback, {}, False)
    assert feedback.progress() < 60


# -- merge and update


@needs_packages
def test_merged_indexes_are_one(built, built_scene, tmp_path):
    parameters = {
        "INDEXES": [str(built), str(built_scene)],
        "OUTPUT_INDEX": str(tmp_path / "both.h5"),
        "TITLE": "Both",
    }
    results, _ = run(MergeIndexes(), parameters)
    index = Index.open(results["OUTPUT_INDEX"])
    assert results["PATCHES"] == len(index) == 140
    assert index.about.name == "Both"


@needs_packages
def test_indexes_of_two_models_are_refused_with_the_reason(built, index_file, tmp_path):
    parameters = {
        "INDEXES": [str(built), index_file],
        "OUTPUT_INDEX": str(tmp_path / "both.h5"),
    }
    assert "were made by different models" in fails(MergeIndexes(), parameters)
    assert not (tmp_path / "both.h5").exists()


def test_one_index_is_too_few(built):
    parameters = {"INDEXES": [str(built)], "OUTPUT_INDEX": "a.h5"}
    fine, _ = MergeIndexes().create().checkParameterValues(parameters, QgsProcessingContext())
    assert not fine


@needs_packages
def test_an_update_adds_what_is_new_and_then_there_is_nothing(growing, models):
    results, _ = run(UpdateIndex(), {"INDEX": str(growing)})
    assert (results["PATCHES"], len(Index.open(growing))) == (2, 5)
    feedback = QgsProcessingFeedback()
    assert run(UpdateIndex(), {"INDEX": str(growing)}, feedback)[0]["PATCHES"] == 0
    assert "Nothing has changed" in feedback.textLog()


@needs_packages
def test_a_cancelled_update_goes_on(growing, models, scene, tiny_model, tmp_path):
    request = build.BuildRequest(str(growing), str(tmp_path / "b.h5"), str(tiny_model), stride=4)
    (tmp_path / "scenes").mkdir()
    shutil.copy(scene, tmp_path / "scenes" / "one.tif")
    request = dataclasses.replace(request, archive=str(tmp_path / "scenes"), stride=64)
    build.encode(request)
    pack_in_child(request)
    shutil.copy(scene, tmp_path / "scenes" / "two.tif")
    before = (tmp_path / "b.h5").read_bytes()
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="goes on from there"):
        UpdateIndex().create().run(
            {"INDEX": str(tmp_path / "b.h5")}, QgsProcessingContext(), feedback, {}, False
        )
    assert (tmp_path / "b.h5").read_bytes() == before
    assert run(UpdateIndex(), {"INDEX": str(tmp_path / "b.h5")})[0]["PATCHES"] == 80


def test_two_archives_are_one_too_many(built):
    parameters = {"INDEX": str(built), "ARCHIVE_FOLDER": "/a", "ARCHIVE_FILE": "/b.tif"}
    fine, text = UpdateIndex().create().checkParameterValues(parameters, QgsProcessingContext())
    assert not fine
    assert "Name one archive" in text


# -- qgis_process


def test_qgis_process_exports_footprints(qgis_process, built, tmp_path):  # noqa: F811
    said = qgis_process(
        "run", "lookalike:exportfootprints", "--json", f"--INDEX={built}",
        f"--OUTPUT={tmp_path / 'f.gpkg'}",
    )  # fmt: skip
    assert json.loads(said)["results"]["OUTPUT"] == str(tmp_path / "f.gpkg")
    assert (tmp_path / "f.gpkg").exists()


def test_qgis_process_says_what_an_index_holds(qgis_process, built):  # noqa: F811
    said = qgis_process("run", "lookalike:indexinfo", "--json", f"--INDEX={built}")
    assert json.loads(said)["results"]["PATCHES"] == 60


@needs_packages
def test_qgis_process_merges_and_verifies(qgis_process, built, built_scene, tmp_path):  # noqa: F811
    target = tmp_path / "both.h5"
    qgis_process(
        "run", "lookalike:mergeindexes", "--json", f"--INDEXES={built}",
        f"--INDEXES={built_scene}", f"--OUTPUT_INDEX={target}",
    )  # fmt: skip
    said = qgis_process("run", "lookalike:verifyindex", "--json", f"--INDEX={target}")
    assert json.loads(said)["results"]["PATCHES"] == 140
