"""The form of a build, its progress and its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from lookalike.plugin.gui.build_dialog import BuildDialog


@pytest.fixture
def dialog(qgis_app):
    dialog = BuildDialog()
    dialog.show_models([Path("/models/tiny.onnx")])
    dialog.show_readings(["EuroSAT", "Level-2A"], [("s2", "numbers")])
    dialog.asked = []
    dialog.build_asked.connect(lambda request, only_pack: dialog.asked.append((request, only_pack)))
    dialog.show()
    yield dialog
    dialog.deleteLater()


@pytest.fixture
def filled(dialog):
    dialog.archive.setText("/images/alps")
    return dialog


def test_it_can_start_once_it_knows_images_and_index(dialog):
    assert not dialog.start.isEnabled()
    dialog.archive.setText("/images/alps")
    assert dialog.start.isEnabled()


def test_an_index_beside_the_images_is_suggested_until_the_user_names_one(dialog):
    dialog.archive.setText("/images/alps")
    assert dialog.index.filePath() == str(Path("/images/alps.h5"))
    dialog.archive.setText("/images/jura.tif")
    assert dialog.index.filePath() == str(Path("/images/jura.h5"))
    dialog.index.setFilePath("/mine.h5")
    dialog.archive.setText("/images/alps")
    assert dialog.index.filePath() == "/mine.h5"


def test_the_request_is_what_the_form_says(filled):
    filled.name.setText("The Alps")
    filled.stride.setValue(32)
    filled.radiometry.setCurrentIndex(1)
    filled.layer.setCurrentIndex(2)
    filled.bands.setCurrentText("EuroSAT")
    filled.start.click()
    ((request, only_pack),) = filled.asked
    assert not only_pack
    assert (request.archive, request.index) == ("/images/alps", str(Path("/images/alps.h5")))
    assert (request.name, request.stride, request.radiometry) == ("The Alps", 32, "s2")
    assert request.layer == "model"
    assert (request.model, request.bands) == (str(Path("/models/tiny.onnx")), "EuroSAT")


@pytest.mark.parametrize(
    ("text", "bands"),
    [("", None), ("B04=1, B03=2,B02=3", {"B04": 1, "B03": 2, "B02": 3}), ("EuroSAT", "EuroSAT")],
)
def test_bands_are_an_order_or_a_mapping(filled, text, bands):
    filled.bands.setCurrentText(text)
    assert filled.request().bands == bands


def test_untouched_choices_leave_it_to_the_files(filled):
    request = filled.request()
    assert (request.bands, request.radiometry, request.stride, request.name) == (None, None, 0, "")


def test_a_file_name_without_extension_gets_one(filled):
    filled.index.setFilePath("/mine")
    filled.start.click()
    assert filled.asked[0][0].index == "/mine.h5"


def test_progress_is_shown_with_its_rate_and_start_becomes_stop(filled):
    filled.start.click()
    filled.show_progress(8300, 21600, "812 a second, 16 s left")
    assert filled.bar.isVisible()
    assert (filled.bar.value(), filled.bar.maximum()) == (8300, 21600)
    assert filled.message.text() == "8,300 of 21,600 patches · 812 a second, 16 s left"
    assert filled.start.text() == "&Stop"
    assert not filled.archive.isEnabled()


def test_stop_asks_once_and_what_is_done_can_be_indexed(filled):
    stops = []
    filled.cancel_asked.connect(lambda: stops.append(1))
    filled.start.click()
    filled.start.click()
    filled.start.click()
    assert stops == [1]
    assert not filled.pack.isVisible()
    filled.show_cancelled(8300)
    assert "Done and kept: 8,300 patches." in filled.message.text()
    filled.pack.click()
    assert [only_pack for _request, only_pack in filled.asked] == [False, True]


def test_nothing_done_offers_nothing(filled):
    filled.start.click()
    filled.show_cancelled(0)
    assert not filled.pack.isVisible()
    assert filled.start.text() == "&Build"


def test_missing_packages_are_named_and_a_button_asks_for_them(filled):
    asked = []
    filled.packages_asked.connect(lambda: asked.append(1))
    filled.show_missing(["onnxruntime", "h5py"])
    assert "onnxruntime, h5py" in filled.missing.text.text()
    filled.missing.install.click()
    assert asked == [1]
    assert not filled.start.isEnabled()
    assert filled.height() >= filled.layout().totalHeightForWidth(filled.width())
    filled.show_missing([])
    assert not filled.missing.isVisible()
    assert filled.start.isEnabled()


def test_without_a_model_it_cannot_start(filled):
    filled.show_models([])
    assert not filled.start.isEnabled()
    assert "no hashing model" in filled.message.text()
    filled.show_models([Path("/models/tiny.onnx")])
    assert filled.message.text() == ""
