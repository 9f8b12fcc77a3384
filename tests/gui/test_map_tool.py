"""Mouse and keys on a real canvas."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lookalike.plugin.gui.map_tool import REACH, DrawTool, PickTool
from lookalike.plugin.gui.outline_tool import OutlineTool
from lookalike.plugin.gui.polygon_tool import PolygonTool

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
START = QPoint(100, 100)


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(400, 400)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    canvas.setExtent(QgsRectangle(0, 0, 4000, 4000))
    canvas.show()
    yield canvas
    canvas.close()


@pytest.fixture
def draw(canvas):
    tool = DrawTool(canvas)
    tool.heard, tool.cancels = [], []
    tool.boxed.connect(lambda box, final: tool.heard.append((QgsRectangle(box), final)))
    tool.cancelled.connect(lambda: tool.cancels.append(1))
    canvas.setMapTool(tool)
    yield tool
    tool.remove()


def press(canvas, at=START):
    QTest.mousePress(canvas.viewport(), LEFT, NONE, at)


def move(canvas, to):
    where = canvas.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        QPointF(where.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        LEFT,
        NONE,
    )
    QApplication.sendEvent(where, event)


def release(canvas, at):
    QTest.mouseRelease(canvas.viewport(), LEFT, NONE, at)


def test_a_click_is_picked_with_twelve_pixels_of_reach(canvas):
    tool, heard = PickTool(canvas), []
    tool.picked.connect(lambda *what: heard.append(what))
    canvas.setMapTool(tool)
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, QPoint(200, 200))
    ((point, reach),) = heard
    assert (point.x(), point.y()) == pytest.approx((2000, 2000), abs=50)
    assert reach == pytest.approx(REACH * canvas.mapUnitsPerPixel())
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.RightButton, NONE, QPoint(200, 200))
    assert len(heard) == 1
    tool.remove()


def test_a_click_is_a_box_without_extent(canvas, draw):
    press(canvas)
    release(canvas, START)
    ((box, final),) = draw.heard
    assert final
    assert (box.width(), box.height()) == (0, 0)


def test_a_drag_shorter_than_the_drag_distance_is_a_click_where_it_began(canvas, draw):
    press(canvas)
    near = START + QPoint(QApplication.startDragDistance() - 1, 0)
    move(canvas, near)
    release(canvas, near)
    ((box, final),) = draw.heard
    assert (box.width(), final) == (0, True)
    assert box.xMinimum() == pytest.approx(1000, abs=50)


def test_a_drag_is_told_while_it_moves_and_once_at_its_end(canvas, draw):
    press(canvas)
    for step in (40, 80, 120):
        move(canvas, START + QPoint(step, step))
    assert draw.is_drawing
    assert draw._band.asGeometry().boundingBox().width() == pytest.approx(1200, abs=50)
    release(canvas, START + QPoint(120, 120))
    assert [final for _, final in draw.heard] == [False, False, False, True]
    assert draw.heard[-1][0].width() == pytest.approx(1200, abs=50)
    assert not draw.is_drawing


def test_a_box_may_be_drawn_in_any_direction(canvas, draw):
    press(canvas)
    move(canvas, START - QPoint(50, 50))
    release(canvas, START - QPoint(50, 50))
    assert draw.heard[-1][0].width() > 0


def test_a_drag_back_to_its_start_is_still_a_drag(canvas, draw):
    press(canvas)
    move(canvas, START + QPoint(50, 50))
    move(canvas, START + QPoint(1, 1))
    release(canvas, START + QPoint(1, 1))
    assert draw.heard[-1][0].width() > 0


def test_esc_first_cancels_the_box_then_leaves_the_tool(canvas, draw):
    press(canvas)
    move(canvas, START + QPoint(50, 50))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert draw.cancels == [1]
    assert canvas.mapTool() is draw
    release(canvas, START + QPoint(50, 50))
    assert [final for _, final in draw.heard] == [False]
    assert draw._band.asGeometry().isEmpty()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is None


@pytest.mark.parametrize("kind", [OutlineTool, PolygonTool])
def test_esc_takes_a_box_back_whose_button_is_still_down(kind, canvas):
    tool, heard = kind(canvas), []
    tool.outlined.connect(heard.append)
    canvas.setMapTool(tool)
    press(canvas)
    move(canvas, START + QPoint(50, 50))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tool._band.asGeometry().isEmpty()
    release(canvas, START + QPoint(50, 50))
    assert not heard
    assert canvas.mapTool() is tool
    press(canvas)
    move(canvas, START + QPoint(80, 80))
    release(canvas, START + QPoint(80, 80))
    assert len(heard) == 1
    tool.remove()


def test_esc_gives_the_map_back_to_the_tool_it_had_before_ours(canvas):
    pan, pick, draw = QgsMapToolPan(canvas), PickTool(canvas), DrawTool(canvas)
    area = OutlineTool(canvas)
    canvas.setMapTool(pan)
    pick.take_map()
    draw.take_map()
    area.take_map(in_between=True)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is draw
    area.take_map(in_between=True)
    pick.take_map()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is pan
    pick.take_map()
    sip.delete(pan)  # its plugin was unloaded
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is None
    for tool in (pick, draw, area):
        tool.remove()


def test_another_tool_takes_the_rubber_band_away(canvas, draw):
    press(canvas)
    move(canvas, START + QPoint(50, 50))
    canvas.setMapTool(PickTool(canvas))
    assert draw._band.asGeometry().isEmpty()


def test_a_removed_tool_leaves_nothing_on_the_canvas(canvas):
    before = len(canvas.scene().items())
    tool = DrawTool(canvas)
    canvas.setMapTool(tool)
    tool.remove()
    assert len(canvas.scene().items()) == before
    assert canvas.mapTool() is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(isinstance(part, DrawTool) for part in canvas.children())
