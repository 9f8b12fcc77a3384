"""The map comes to rest with the layers as they are."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest

from lookalike.plugin.control.redrawing import Redrawing
from lookalike.plugin.result_layers import ResultLayers, ready
from lookalike.tests.gui.made import make_hits

UTM = QgsCoordinateReferenceSystem("EPSG:32632")
VIEW = QgsRectangle(480_000, 5_180_000, 560_000, 5_220_000)


@pytest.fixture
def maps(iface):
    """QGIS's map, and a further map view."""
    view = QgsMapCanvas()
    view.resize(400, 400)
    view.show()
    yield [iface.canvas, view]
    if not sip.isdeleted(view):
        view.deleteLater()


@pytest.fixture(params=[0, 1], ids=["main", "view"])
def canvas(maps, request):
    """A map as QGIS has it: threads draw, and pictures of layers are kept."""
    canvas = maps[request.param]
    canvas.setCachingEnabled(True)
    canvas.setParallelRenderingEnabled(True)
    canvas.setDestinationCrs(UTM)
    yield canvas
    if not sip.isdeleted(canvas):
        canvas.setLayers([])


@pytest.fixture
def slow_layer(qgis_app):
    """A layer that takes its time to be drawn, out of the way of the hits."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32632", "slow", "memory")
    layer.renderer().symbol().setColor(QColor("red"))
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(490_000, 5_185_000, 492_000, 5_187_000)))
    layer.dataProvider().addFeatures([QgsFeature(feature) for _ in range(5_000)])
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def colours(canvas):
    picture = canvas.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(0, 400, 2) for y in range(0, 400, 2)}
    return seen - {"#ffffff"}


@pytest.mark.parametrize("role", ["query", "hits"])
def test_what_changes_while_the_map_is_drawn_and_drawn_anew_is_seen(
    maps, canvas, slow_layer, wait, role
):
    results, redrawing = ResultLayers(), Redrawing(lambda: maps, "query", "hits")
    results.label(False)  # with labels QGIS keeps no such picture
    results.show(ready(make_hits(hits=(), asked=())))
    canvas.setLayers([results.find(role)])
    canvas.setExtent(VIEW)
    canvas.setLayers([results.find(role), slow_layer])
    canvas.refreshAllLayers()
    wait(canvas.isDrawing)
    results.show(ready(make_hits(3)))
    redrawing.changed()
    QTest.qWait(60)
    slow_layer.triggerRepaint()  # as of a similarity map that follows the query
    QTest.qWait(100)
    wait(lambda: not canvas.isDrawing())
    QTest.qWait(300)
    wait(lambda: not canvas.isDrawing())
    without = colours(canvas)
    canvas.clearCache()
    canvas.refresh()
    QTest.qWait(100)
    wait(lambda: not canvas.isDrawing())
    assert without == colours(canvas)
    redrawing.stop()


def test_a_map_view_that_is_closed_while_it_draws_is_no_trouble(maps, slow_layer, wait):
    view = maps[1]
    view.setParallelRenderingEnabled(True)
    view.setDestinationCrs(UTM)
    view.setLayers([slow_layer])
    view.setExtent(VIEW)
    view.refresh()
    redrawing = Redrawing(lambda: maps, "hits")
    wait(view.isDrawing)
    redrawing.changed()
    sip.delete(view)
    maps.remove(view)
    redrawing.changed()
    redrawing.stop()
