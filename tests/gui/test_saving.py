"""Hits as files with the query beside them, and the contact sheet."""

from __future__ import annotations

import csv
import dataclasses
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QColor, QImage
from qgis.PyQt.QtWidgets import QFileDialog

from lookalike.plugin.core.errors import UnwritableError
from lookalike.plugin.core.examples import RowExample
from lookalike.plugin.core.filters import Filters
from lookalike.plugin.export import contact_sheet, hit_files, vector_file
from lookalike.plugin.layers import new_layer
from lookalike.tests.gui.made import make_asked, make_hits
from lookalike.tests.gui.managed import click, pick_row, rows


@pytest.fixture
def hits():
    hits = make_hits(12, asked=(make_asked(), make_asked(RowExample(5, False), id="scene@5")))
    request = dataclasses.replace(hits.request, filters=Filters(labels=("Forest",)))
    return dataclasses.replace(hits, request=request)


def saved(tmp_path, name, hits):
    path = str(tmp_path / name)
    hit_files.save_hits(path, hits)
    return path


@pytest.mark.parametrize("extension", [".gpkg", ".geojson"])
def test_a_saved_file_has_every_hit_and_its_footprint(tmp_path, hits, extension):
    layer = QgsVectorLayer(saved(tmp_path, f"hits{extension}", hits), "hits", "ogr")
    features = list(layer.getFeatures())
    assert [feature["rank"] for feature in features] == list(range(1, 13))
    assert features[0]["label"] == "Forest"
    assert features[0].geometry().boundingBox().center().x() == pytest.approx(9.14, abs=0.01)


def test_a_text_file_has_every_hit_in_a_line_with_its_place_as_wkt(tmp_path, hits):
    with open(saved(tmp_path, "hits.csv", hits), encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 12
    assert lines[0]["id"] == "scene@1"
    assert lines[0]["WKT"].startswith("POLYGON ((9.1")


@pytest.mark.parametrize("extension", [".gpkg", ".csv"])  # of a text file: a .qmd beside it
def test_qgis_finds_the_query_in_the_metadata_of_a_saved_file(tmp_path, hits, extension):
    layer = QgsVectorLayer(saved(tmp_path, f"hits{extension}", hits), "hits", "ogr")
    layer.loadDefaultMetadata()  # as QGIS does to a layer that a user adds
    query = json.loads(layer.metadata().abstract())
    assert query["filters"] == {"labels": ["Forest"]}
    assert [one["wanted"] for one in query["examples"]] == [True, False]
    assert query["examples"][1]["name"] == "scene@5"


def test_a_geojson_keeps_the_query_in_its_description(tmp_path, hits):
    with open(saved(tmp_path, "hits.geojson", hits), encoding="utf-8") as file:
        text = json.load(file)["description"]
    assert json.loads(text)["index"] == "Alps"


def test_an_existing_file_is_replaced(tmp_path, hits):
    path = saved(tmp_path, "hits.gpkg", hits)
    saved(tmp_path, "hits.gpkg", make_hits(2))
    assert QgsVectorLayer(path, "hits", "ogr").featureCount() == 2


def save(path, hits):
    if path.endswith(("pdf", "png")):
        contact_sheet.save(path, contact_sheet.sheet_of(hits, [], []))
    else:
        hit_files.save_hits(path, hits)


@pytest.mark.parametrize("name", ["no/such/folder.gpkg", "no/such/sheet.pdf", "no/such/sheet.png"])
def test_a_folder_that_is_not_there_is_said(tmp_path, hits, name):
    with pytest.raises(UnwritableError, match="Cannot write"):
        save(str(tmp_path / name), hits)


KINDS = ["a.gpkg", "a.geojson", "a.csv", "a.pdf", "a.png"]


@pytest.mark.parametrize("name", KINDS)
def test_on_a_full_disk_nothing_counts_as_saved(tmp_path, name, no_file_over):
    with no_file_over(6_000), pytest.raises(UnwritableError, match="Cannot write"):
        save(str(tmp_path / name), make_hits(200))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", KINDS)
def test_on_a_full_disk_what_was_saved_before_is_still_there(tmp_path, name, no_file_over):
    save(str(tmp_path / name), make_hits(12))
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    largest = len(before[name])
    room = largest + 4_096 if name == "a.gpkg" else largest // 2  # it grows in pages
    with no_file_over(room), pytest.raises(UnwritableError, match="Cannot write"):
        save(str(tmp_path / name), make_hits(800))
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_another_layer_of_a_geopackage_stays_and_who_has_it_open_sees_the_new_hits(tmp_path):
    path = str(tmp_path / "a.gpkg")
    other = new_layer("query", "", ["rank:integer"])
    vector_file.write(path, other, "other")
    save(path, make_hits(12))
    opened = QgsVectorLayer(f"{path}|layername=similar_places", "hits", "ogr")
    assert len(list(opened.getFeatures())) == 12
    save(path, make_hits(30))
    opened.reload()
    assert len(list(opened.getFeatures())) == 30
    assert QgsVectorLayer(f"{path}|layername=other", "other", "ogr").isValid()


def test_a_geopackage_that_another_program_is_writing_is_left_alone_and_that_is_said(tmp_path):
    path = str(tmp_path / "a.gpkg")
    save(path, make_hits(12))
    with closing(sqlite3.connect(path)) as held:
        held.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnwritableError, match="locked"):
            save(path, make_hits(30))
        held.rollback()
    assert QgsVectorLayer(path, "hits", "ogr").featureCount() == 12


def test_what_every_feature_fails_with_is_said_once(tmp_path):
    with pytest.raises(UnwritableError, match="Cannot write") as told:
        hit_files.save_hits(str(tmp_path / "no" / "such.csv"), make_hits(200))
    assert len(str(told.value).splitlines()) == 1
    assert len(str(told.value)) < 600


@pytest.mark.parametrize(
    ("path", "kind", "expected"),
    [
        ("a", "GeoJSON (*.geojson)", "a.geojson"),
        ("a.csv", "GeoPackage (*.gpkg)", "a.csv"),
        ("v1.2", "", "v1.2.gpkg"),
    ],
)
def test_a_name_without_extension_gets_that_of_the_chosen_kind(path, kind, expected):
    assert hit_files.with_extension(path, kind, tuple(vector_file.DRIVERS)) == expected


# -- the sheet


def red():
    image = QImage(64, 64, QImage.Format.Format_RGB888)
    image.fill(QColor(255, 0, 0))
    return image


def test_a_picture_sheet_shows_examples_and_hits(tmp_path, hits):
    path = str(tmp_path / "sheet.png")
    sheet = contact_sheet.sheet_of(hits, [red(), None], [red()] * 12)
    assert [cell.lines[0] for cell in sheet.examples] == ["+ Lake", "− Lake"]
    assert sheet.hits[0].lines[0] == "1 · 99.90 %"
    contact_sheet.save(path, sheet)
    image = QImage(path).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits().asstring(image.sizeInBytes()), np.uint8)
    share = (pixels.reshape(-1, 4)[:, :3] == (0, 0, 255)).all(axis=1).mean()
    cell = contact_sheet.CELL**2 / (210 * 297)
    assert share == pytest.approx(13 * cell, rel=0.1)


def test_a_full_sheet_ends_above_the_end_of_its_page(tmp_path):
    path = str(tmp_path / "sheet.png")
    cells = (contact_sheet.Cell(red(), ("1 · 99.90 %", "Lake", "48.0000° 14.0000°")),) * 100
    contact_sheet.save(path, contact_sheet.Sheet("Places", ("of", "an index"), cells, cells))
    page = QImage(path).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(page.constBits().asstring(page.sizeInBytes()), np.uint8)
    painted = (pixels.reshape(page.height(), page.width(), 4)[..., :3] != 255).any(axis=(1, 2))
    below = np.flatnonzero(painted)[-1] / contact_sheet.DPI * 25.4
    assert 240 < below < contact_sheet.PAGE.height() - 5  # mm


def test_a_pdf_sheet_is_one_page(tmp_path, hits):
    path = tmp_path / "sheet.pdf"
    contact_sheet.save(str(path), contact_sheet.sheet_of(hits, [None, red()], [red()] * 12))
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1


# -- from the panel


@pytest.fixture
def asked(opened, panel, iface, built, wait):
    managed = opened(built)
    panel.query_section.tool.trigger()
    pick_row(managed, iface, 7)
    wait(lambda: rows(panel))
    return managed


def test_nothing_can_be_saved_until_there_are_hits(opened, panel, built):
    opened(built)
    assert not panel.results.save.isEnabled()


def test_a_name_is_suggested_for_what_is_saved(asked, panel, monkeypatch):
    suggested = []

    def ask(_parent, _title, path, _kinds):
        suggested.append(path)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    panel.results.save.hits_asked.emit()
    assert Path(suggested[0]).name == f"{Path(panel.index.path).stem}-hits"


def test_the_hits_on_the_map_are_saved(asked, panel, iface, wait, tmp_path):
    panel.results.histogram.show_count(5)
    path = str(tmp_path / "found.gpkg")
    asked.saving.save_hits(path, panel.results.on_map())
    wait(lambda: iface.said)
    assert "Saved" in iface.said[0]
    assert QgsVectorLayer(path, "hits", "ogr").featureCount() == panel.results.histogram.count


def test_a_sheet_of_a_drawn_query_has_pictures_of_all(drawing, panel, iface, wait, tmp_path):
    click(iface)
    wait(lambda: rows(panel))
    path = str(tmp_path / "sheet.png")
    drawing.saving.save_sheet(path, panel.results.on_map())
    wait(lambda: iface.said)
    image = QImage(path)
    scale = contact_sheet.DPI / 25.4
    x = round((contact_sheet.MARGIN + contact_sheet.CELL / 2) * scale)
    # Neither paper nor the grey of "no image".
    assert image.pixelColor(x, round(45 * scale)).name() not in ("#ffffff", "#eeeeee")


def test_what_waits_to_be_written_is_there_when_qgis_has_ended(asked, panel, tmp_path):
    hits, paths = panel.results.on_map(), [tmp_path / f"{n}.gpkg" for n in range(3)]
    for path in paths:
        asked.saving.save_hits(str(path), hits)
    asked.saving.stop()
    assert all(path.exists() for path in paths)


def test_what_cannot_be_written_is_said(asked, panel, iface, wait, tmp_path):
    asked.saving.save_hits(str(tmp_path / "no" / "where.gpkg"), panel.results.on_map())
    wait(lambda: iface.said)
    assert "Cannot write" in iface.said[0]
