"""Coordinates there and back, and layers that are found again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QSignalSpy, QTest

from lookalike.plugin import layers
from lookalike.plugin.core.errors import (
    NoFileLayerError,
    NoPatchHereError,
    NoRasterError,
    OutsideRasterError,
)
from lookalike.plugin.result_layers import ResultLayers, image_layer, ready
from lookalike.tests.gui.made import make_hit, make_hits, square
from lookalike.tests.rasters import write_raster

WEB = QgsCoordinateReferenceSystem("EPSG:3857")
LONLAT = QgsCoordinateReferenceSystem("EPSG:4326")
UTM = QgsCoordinateReferenceSystem("EPSG:32632")


def features(hits):
    return list(layers.features_of(hits).hits)


def answer(hits):
    return ready(hits)


def to_web(x, y, crs=UTM):
    return QgsCoordinateTransform(crs, WEB, QgsProject.instance()).transform(QgsPointXY(x, y))


# -- examples


def test_a_click_becomes_a_place_in_degrees_with_a_reach_in_metres():
    example = layers.place_example(QgsPointXY(1_113_194.9, 5_621_521.5), WEB, 1000, "Alps")
    assert (example.lon, example.lat) == pytest.approx((10.0, 45.0), abs=1e-5)
    assert example.tolerance == pytest.approx(1000 * 0.707, rel=0.01)  # Mercator at 45°


def test_in_degrees_the_reach_is_the_longer_of_both_directions():
    example = layers.place_example(QgsPointXY(10, 60), LONLAT, 0.01, "Alps")
    assert example.tolerance == pytest.approx(1112, rel=0.01)


@pytest.mark.parametrize("point", [(1e12, 1e12), (float("nan"), 0)])
def test_a_click_beside_the_earth_finds_no_patch(point):
    with pytest.raises(NoPatchHereError, match="Alps"):
        layers.place_example(QgsPointXY(*point), UTM, 10, "Alps")


def test_a_box_is_transformed_from_the_canvas_to_the_raster(scene_layer):
    corner, other = to_web(601_000, 4_999_000), to_web(602_000, 4_998_000)
    example = layers.box_example(QgsRectangle(corner, other), WEB, scene_layer, "s2", 16)
    assert example.box[0] == pytest.approx(601_000, abs=30)
    assert example.box[3] == pytest.approx(4_999_000, abs=30)
    assert (example.radiometry, example.most) == ("s2", 16)
    assert example.path == scene_layer.source()


def test_a_click_stays_a_box_without_extent(scene_layer):
    point = to_web(601_000, 4_999_000)
    box = layers.box_example(QgsRectangle(point, point), WEB, scene_layer).box
    assert box == pytest.approx((601_000, 4_999_000) * 2, abs=0.01)
    assert box[:2] == box[2:]


def test_a_box_beside_the_earth_lies_outside_the_raster(scene_layer):
    far = QgsRectangle(1e12, 1e12, 2e12, 2e12)
    with pytest.raises(OutsideRasterError):
        layers.box_example(far, LONLAT, scene_layer)


@pytest.mark.parametrize(
    "layer",
    [None, QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")],
    ids=["none", "points"],
)
def test_without_a_raster_layer_there_is_nothing_to_draw_on(layer):
    with pytest.raises(NoRasterError):
        layers.raster_file(layer)


def test_a_layer_from_the_network_has_no_file():
    uri = "type=xyz&url=http://localhost/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=3&zmin=0"
    with pytest.raises(NoFileLayerError, match="Tiles"):
        layers.raster_file(QgsRasterLayer(uri, "Tiles", "wms"))


def test_open_options_are_no_part_of_the_path(scene):
    layer = QgsRasterLayer(f"{scene}|option:NUM_THREADS=1", "Scene")
    assert layers.raster_file(layer) == scene


# -- features


def test_footprints_of_many_zones_come_in_degrees():
    hits = make_hits(
        hits=(make_hit(1), make_hit(2, crs="EPSG:32633", footprint=square(500_000, 5_200_000)))
    )
    first, second = (one.geometry().boundingBox().center() for one in features(hits))
    assert (first.x(), first.y()) == pytest.approx((9.14, 46.95), abs=0.01)
    assert (second.x(), second.y()) == pytest.approx((15.0, 46.95), abs=0.01)


def test_threads_that_end_leave_each_other_and_qgis_their_places():
    """QGIS shares its CRSs among threads, and the first to ask for one takes it with it."""
    crs, place = "EPSG:32719", square(400_000, 7_000_000)  # that no other test asks for
    hits = make_hits(hits=(make_hit(1, crs=crs, footprint=place),))

    def middle():
        return next(iter(features(hits))).geometry().boundingBox().center()

    def middle_by_qgis():
        there = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(crs), LONLAT, QgsCoordinateTransformContext()
        )
        return there.transform(QgsPointXY(*place.mean(axis=0)))

    for ask in (middle, middle_by_qgis):
        with ThreadPoolExecutor(1) as worker:
            found = worker.submit(ask).result()
        assert (found.x(), found.y()) == pytest.approx((-70.0, -27.1), abs=0.1)
        if ask is middle:
            middle_by_qgis()  # in the interface's thread, as the map does


def test_a_feature_says_all_that_a_hit_says():
    values = dict(
        zip(
            (field.split(":")[0] for field in layers.FIELDS),
            features(make_hits())[0].attributes(),
        )
    )
    assert values == {
        "rank": 1,
        "distance": 1.25,
        "similarity": 99.9,
        "id": "scene@1",
        "label": "Forest",
        "date": "2020-06-01",
        "source": "scene.tif",
        "row": 101,
        "hamming": 1,
        "example": "+ Lake · scene@0",
        "index": "alps.h5",
    }


# -- layers


def shown():
    group = QgsProject.instance().layerTreeRoot().findGroup("Lookalike")
    return [node.layer() for node in group.findLayers()]


def test_hits_and_query_come_in_a_group_of_their_own():
    ResultLayers().show(answer(make_hits()))
    query, hits = shown()
    assert (query.featureCount(), hits.featureCount()) == (1, 3)
    assert hits.crs().authid() == "EPSG:4326"
    assert hits.renderer().type() == "graduatedSymbol"
    assert hits.labelsEnabled()
    names = [field.name() for field in hits.fields()]
    assert names == [field.split(":")[0] for field in layers.FIELDS]
    assert hits.getFeature(1)["row"] == 101


def test_new_hits_replace_the_old_in_the_same_layer():
    result = ResultLayers()
    result.show(answer(make_hits(5)))
    before = result.find("hits")
    result.show(answer(make_hits(2)))
    assert result.find("hits") is before
    assert before.featureCount() == 2


@pytest.mark.parametrize(
    ("names", "colours"),
    [(("B01", "B02", "B03", "B04"), (4, 3, 2)), (("", "", "", ""), (1, 2, 3))],
    ids=["named", "unnamed"],
)
def test_an_image_comes_in_true_colour_where_its_bands_have_names(names, colours, tmp_path):
    pixels = np.arange(4 * 8 * 8, dtype=np.uint16).reshape(4, 8, 8)
    path = write_raster(tmp_path / "image.tif", pixels, descriptions=names)
    layer = image_layer(path, "Image")
    renderer = layer.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == colours


def test_a_renamed_layer_is_found_again_and_a_removed_one_made_anew():
    result = ResultLayers()
    result.show(answer(make_hits()))
    layer = result.find("hits")
    layer.setName("mine")
    ResultLayers().show(answer(make_hits(1)))
    assert (layer.name(), layer.featureCount()) == ("mine", 1)
    QgsProject.instance().removeMapLayer(layer.id())
    result.show(answer(make_hits(4)))
    assert result.find("hits").featureCount() == 4
    assert len(shown()) == 2


def test_ten_thousand_hits_arrive_bit_by_bit_and_a_newer_answer_wins(wait):
    result = ResultLayers()
    result.show(answer(make_hits(hits=[make_hit(1)] * 10_001)))
    assert 0 < result.find("hits").featureCount() < 10_001
    wait(lambda: result.find("hits").featureCount() == 10_001)
    result.show(answer(make_hits(hits=[make_hit(1)] * 10_001)))
    result.show(answer(make_hits(hits=[make_hit(2)] * 2_001)))
    settled = QSignalSpy(result.find("hits").repaintRequested)
    wait(lambda: len(settled))
    assert [hit["rank"] for hit in result.find("hits").getFeatures()] == [2] * 2_001


def test_a_project_that_is_closed_while_hits_come_in_is_left_alone():
    result = ResultLayers()
    result.show(answer(make_hits(hits=[make_hit(1)] * 5_000)))
    QgsProject.instance().clear()
    QTest.qWait(20)
    assert result.find("hits") is None


def test_a_hit_without_a_place_stays_in_the_table():
    lost = make_hit(1, crs="EPSG:4326", footprint=square(float("inf"), 0))
    result = ResultLayers()
    result.show(answer(make_hits(hits=(lost,))))
    assert result.find("hits").featureCount() == 1
    assert layers.lonlat_edges(lost.footprint, lost.crs) is None


def test_an_extent_in_degrees_comes_to_the_canvas():
    box = layers.extent_in(WEB, (9, 46, 10, 47), margin=2.0)
    assert box.width() == pytest.approx(2 * 111_319.5, rel=1e-4)


# -- looks


def painted(layer, extent, size=400):
    """Render a layer; the number of pixels that are not background."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(UTM)
    settings.setOutputSize(QSize(size, size))
    settings.setOutputDpi(96)
    settings.setExtent(extent)
    settings.setFlag(QgsMapSettings.Flag.DrawLabeling, False)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits().asstring(4 * size * size), np.uint32)
    return int((pixels != pixels[0]).sum())


@pytest.mark.parametrize("role", ["hits", "query"])
def test_from_afar_a_patch_is_a_marker_of_fixed_size(role):
    result = ResultLayers()
    result.show(answer(make_hits(1)))
    layer = result.find(role)
    centre = QgsPointXY(510_320 if role == "hits" else 500_320, 5_199_680)
    counts = [
        painted(layer, QgsRectangle.fromCenterAndSize(centre, metres, metres))
        for metres in (2_000_000, 1_000_000, 500_000)
    ]
    assert counts[0] > 50
    assert max(counts) - min(counts) <= 0.1 * counts[0]


@pytest.mark.parametrize("role", ["hits", "query"])
def test_near_a_patch_is_its_footprint(role):
    result = ResultLayers()
    result.show(answer(make_hits(1)))
    centre = QgsPointXY(510_320 if role == "hits" else 500_320, 5_199_680)
    near, far = (
        painted(result.find(role), QgsRectangle.fromCenterAndSize(centre, metres, metres))
        for metres in (1_280, 2_560)
    )
    assert near > 1.8 * far
