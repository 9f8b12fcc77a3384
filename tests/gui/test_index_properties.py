"""What an index is: its facts in words, its images on disk, its footprints as a layer."""

from __future__ import annotations

import dataclasses
import re
import shutil

import pytest
from qgis.core import QgsProject, QgsWkbTypes

from lookalike.plugin.control import footprint_layers
from lookalike.plugin.core.contents import Imagery, contents_of
from lookalike.plugin.core.index import Index
from lookalike.plugin.gui.index_properties import LISTED, IndexPage, _facts


def facts(path):
    return dict(_facts(contents_of(Index.open(path)), str(path)))


def test_the_facts_are_words_that_an_analyst_understands(index_file):
    said = facts(index_file)
    assert said["Patches"] == "50 of 640 m, cut from 5 images"
    assert said["Area"] == "20 km² of patches between 46.95° N 9.00° E and 46.95° N 9.41° E"
    assert said["Period"] == "2020-06-01"
    assert said["Labels"] == "Forest (17), Lake (17), Town (16)"
    assert said["Model quality"].startswith("not measured")
    assert said["Codes"] == "128 bits, the model's own"


def test_the_samples_model_says_what_it_is_worth(root):
    said = facts(root / "resources" / "sample" / "europe.h5")
    assert re.match(r"Of the first 20 hits \d\d\.\d+ % were", said["Model quality"])
    assert "that training never saw" in said["Model quality"]


def test_an_adapted_index_says_what_adapted_codes_are_worth(root):
    path = root / "resources" / "sample" / "europe.h5"
    contents = contents_of(Index.open(path))
    about = dataclasses.replace(contents.about, layer_digest="0" * 64)
    said = dict(_facts(dataclasses.replace(contents, about=about), str(path)))
    assert said["Model quality"].endswith("adapted to those patches, as yours are to your archive.")
    assert said["Model quality"][:40] != facts(path)["Model quality"][:40]


def test_properties_look_for_the_images_and_name_the_missing_ones(
    opened, panel, built, archive, tmp_path, wait
):
    index = Index.open(built)
    assert index.source_count == 60
    managed = opened(built)
    lost = index.source(7).path
    aside = shutil.move(lost, tmp_path / "aside.tif")
    try:
        panel.index_section.properties.click()
        page = managed.properties.dialog.pages[str(built)]
        wait(lambda: "Not found" in page.images.text())
    finally:
        shutil.move(aside, lost)
    assert page.images.text().startswith("Not found: 1 of 60 images.")
    assert page.list.toPlainText() == f"missing: {lost}"
    assert page.list.isVisible()
    managed.properties.dialog.close()
    assert managed.properties.dialog is None


def test_an_index_without_its_images_is_no_alarm(qgis_app, index_file):
    contents = contents_of(Index.open(index_file))
    page = IndexPage(index_file)
    page.show_contents(contents)
    page.show_imagery(Imagery([f"scene_{n}.tif" for n in range(5)], []), contents)
    assert page.images.text().startswith("Not attached")
    assert page.list.isHidden()


def test_a_long_list_ends(qgis_app, index_file):
    contents = contents_of(Index.open(index_file))
    page = IndexPage(index_file)
    page.show_imagery(Imagery([], [f"{n}.tif" for n in range(LISTED + 5)]), contents)
    assert page.list.toPlainText().splitlines()[-1] == "…"
    assert page.list.document().blockCount() == LISTED + 1


def test_a_damaged_file_says_so_in_its_page(opened, panel, built, tmp_path, wait):
    copy = shutil.copy(built, tmp_path / "copy.h5")
    managed = opened(copy)
    (tmp_path / "copy.h5").write_bytes(b"no index")
    panel.index_section.properties.click()
    page = managed.properties.dialog.pages[str(copy)]
    wait(lambda: "is not a Lookalike index" in page.images.text())


@pytest.mark.parametrize("in_memory", [100, 10])
def test_footprints_become_a_layer_in_a_task(opened, panel, built, wait, monkeypatch, in_memory):
    monkeypatch.setattr(footprint_layers, "IN_MEMORY", in_memory)  # 60 patches: more, or fewer
    managed = opened(built)
    panel.index_section.footprints.click()
    project = QgsProject.instance()
    wait(lambda: project.mapLayersByName("Footprints of plain"))
    (layer,) = project.mapLayersByName("Footprints of plain")
    assert (layer.featureCount(), layer.providerType()) == (
        60,
        "memory" if in_memory == 100 else "ogr",
    )
    assert layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    assert layer.renderer().type() == "categorizedSymbol"
    assert not managed.footprints._runs


def test_an_index_that_went_is_said(opened, panel, iface, built, tmp_path, wait):
    copy = shutil.copy(built, tmp_path / "copy.h5")
    opened(copy)
    (tmp_path / "copy.h5").unlink()
    panel.index_section.footprints.click()
    wait(lambda: iface.said)
    assert "does not exist" in iface.said[0]
