"""The main job as a user does it, in the real QGIS: build, draw, look; then click on Europe.

Run inside QGIS by ``make demo``. Every step goes through the widgets and the mouse. Prints the top
hits and saves a screenshot of each part beside the scene.

Arguments: the folder for what is made, then the archive to index (a raster, a folder or a zip).
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsContrastEnhancement,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDatumTransform,
    QgsMultiBandColorRenderer,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt
from qgis.PyQt.QtGui import QColor, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget

from lookalike.plugin import folders, layers
from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.hits import Hits
from lookalike.plugin.core.index import Index

FARMLAND = (437_300.0, 4_175_100.0, 438_300.0, 4_176_100.0)  # in the demo scene: EPSG:32618
ON_EUROPE = (14.446, 48.241)  # longitude and latitude of a click: the Danube below Linz
TOP = 10
PATIENCE = 120.0  # seconds

iface = qgis.utils.iface


def main(made: Path, archive: Path) -> None:
    """Show both parts."""
    plugin = qgis.utils.plugins["lookalike"]
    QApplication.setActiveWindow(iface.mainWindow())
    iface.mainWindow().resize(1600, 980)
    tree = iface.mainWindow().findChild(QDockWidget, "Layers")
    iface.mainWindow().resizeDocks([tree], [200], Qt.Orientation.Horizontal)
    iface.messageBar().clearWidgets()
    plugin.panel.setUserVisible(True)
    plugin.panel.first_steps.close_button.click()
    index = build(plugin, archive, made / f"{archive.stem}.h5")
    draw_on_scene(plugin, index, made)
    click_on_europe(plugin, made)


# -- the user's own imagery -----------------------------------------------------------------------


def build(plugin: object, archive: Path, index: Path) -> Path:
    """Build an index through the plugin's own children."""
    index.unlink(missing_ok=True)
    model = str(folders.default_model())
    # Adapted, small as it is: the model was trained on another continent.
    request = BuildRequest(str(archive), str(index), model, layer="adapted")
    builder, outcome = plugin.manager.builder, []
    builder.built.connect(outcome.append)
    start = time.perf_counter()
    builder.build(request)
    wait_for(lambda: outcome or not builder.is_building, 3600)
    if not outcome:
        sys.exit(f"The index of {archive} was not built; see the message in QGIS.")
    took = time.perf_counter() - start
    rows = len(Index.open(index))
    print(f"\nBuilt {index.name}: {rows:,} patches in {took:.1f} s ({rows / took:,.0f} a second)")
    wait_for(lambda: plugin.panel.index and plugin.panel.index.path == str(index))
    return index


def draw_on_scene(plugin: object, index: Path, made: Path) -> None:
    """Draw a box over the archive's first raster: over farmland, where it is the demo scene."""
    source, _ = Index.open(index).place(0)
    layer = true_colour(source)
    QgsProject.instance().addMapLayer(layer)
    use_crs(layer.crs())
    iface.mapCanvas().setExtent(layer.extent())
    settle()
    farmland = QgsRectangle(*FARMLAND)
    box = farmland if layer.extent().contains(farmland) else middle(layer.extent())
    query = plugin.panel.query_section
    QTest.mouseClick(query.from_raster, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    query.layer.setLayer(layer)
    query.tool.trigger()
    hits, seconds = answer(plugin, lambda: drag(box))
    report(f"A box drawn on {layer.name()}", hits, seconds)
    plugin.panel.query_section.tool.trigger()
    screenshot(made / "drawn.png")


def true_colour(source: object) -> QgsRasterLayer:
    """Load a source's raster as a person wants to see it."""
    layer = QgsRasterLayer(source.path, Path(source.path).stem)
    bands = [source.bands[name].number for name in ("B04", "B03", "B02")]
    if layer.bandCount() >= 3 and layer.dataProvider().dataType(1) != 1:  # not bytes already
        renderer = QgsMultiBandColorRenderer(layer.dataProvider(), *bands)
        for number, setter in zip(bands, ("Red", "Green", "Blue")):
            stretch = QgsContrastEnhancement(layer.dataProvider().dataType(number))
            stretch.setContrastEnhancementAlgorithm(
                QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
            )
            stretch.setMinimumValue(450)
            stretch.setMaximumValue(2_300)
            getattr(renderer, f"set{setter}ContrastEnhancement")(stretch)
        layer.setRenderer(renderer)
    return layer


def middle(extent: QgsRectangle) -> QgsRectangle:
    """Return a box in the middle of a raster, a tenth as wide."""
    box = QgsRectangle(extent)
    box.scale(0.1)
    return box


# -- the sample ---------------------------------------------------------------------------------


def click_on_europe(plugin: object, made: Path) -> None:
    """Click on the shipped sample index, over QGIS's own map of the world."""
    project = QgsProject.instance()
    project.clear()
    europe = QgsCoordinateReferenceSystem("EPSG:3035")
    choose_operation(QgsCoordinateReferenceSystem(layers.WGS84), europe)
    project.addMapLayer(world(made))
    use_crs(europe)
    plugin.manager.open_index(str(folders.SAMPLE))
    wait_for(lambda: plugin.panel.index and plugin.panel.index.path == str(folders.SAMPLE))
    iface.mapCanvas().setExtent(layers.extent_in(europe, plugin.panel.index.extent, 1.05))
    settle()
    query = plugin.panel.query_section
    QTest.mouseClick(query.from_index, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    query.tool.trigger()
    place = nearest_patch(QgsPointXY(*ON_EUROPE), europe)
    hits, seconds = answer(plugin, lambda: click(pixel(place)))
    report("A click on the sample of Europe", hits, seconds)
    query.tool.trigger()
    screenshot(made / "europe.png")


def choose_operation(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> None:
    """Choose how to get from datum to datum, as the user does once in a dialog of QGIS."""
    best = QgsDatumTransform.operations(source, target)[0]
    context = QgsProject.instance().transformContext()
    context.addCoordinateOperation(source, target, best.proj)
    QgsProject.instance().setTransformContext(context)


def use_crs(crs: QgsCoordinateReferenceSystem) -> None:
    """Set the project's CRS, once QGIS has set that of the first layer, as it does a bit later."""
    settle()
    QgsProject.instance().setCrs(crs)
    wait_for(lambda: iface.mapCanvas().mapSettings().destinationCrs() == crs)


def world(made: Path) -> QgsVectorLayer:
    """Load a copy of QGIS's map of the world: QGIS's own is rewritten by whoever opens it."""
    copy = made / "world_map.gpkg"
    original = Path(QgsApplication.pkgDataPath()) / "resources" / "data" / "world_map.gpkg"
    if not copy.exists():
        shutil.copy(original, copy)
    layer = QgsVectorLayer(f"{copy}|layername=countries", "World", "ogr")
    symbol = layer.renderer().symbol()
    symbol.setColor(QColor("#f2efe9"))
    symbol.symbolLayer(0).setStrokeColor(QColor("#b7b0a5"))
    return layer


def nearest_patch(place: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> QgsPointXY:
    """Centre of the patch of the sample nearest to a place, in the canvas's CRS."""
    index = Index.open(folders.SAMPLE)
    lon, lat = index.column("lon"), index.column("lat")
    row = int(((lon - place.x()) ** 2 + (lat - place.y()) ** 2).argmin())
    lonlat = QgsCoordinateReferenceSystem(layers.WGS84)
    transform = QgsCoordinateTransform(lonlat, crs, QgsProject.instance())
    return transform.transform(QgsPointXY(float(lon[row]), float(lat[row])))


# -- mouse, waiting, showing ----------------------------------------------------------------------


def answer(plugin: object, ask: Callable[[], None]) -> tuple[Hits, float]:
    """Ask, and wait for hits and their layer; the seconds count from the mouse's release."""
    got: list[Hits] = []
    plugin.manager.live.answered.connect(lambda hits, _features: got.append(hits))
    ask()
    start = time.perf_counter()
    asked = len(got)
    wait_for(lambda: len(got) > asked)
    return got[-1], time.perf_counter() - start


def drag(box: QgsRectangle) -> None:
    """Draw a box with the mouse, corner to corner, as a hand does."""
    viewport = iface.mapCanvas().viewport()
    start = pixel(QgsPointXY(box.xMinimum(), box.yMaximum()))
    end = pixel(QgsPointXY(box.xMaximum(), box.yMinimum()))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 9):
        move(viewport, start + (end - start) * step / 8)
        settle(30)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def move(widget: object, place: QPoint) -> None:
    """Move the mouse with its button held, which `QTest.mouseMove` does not."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, widget.mapToGlobal(place), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QCoreApplication.sendEvent(widget, event)


def click(place: QPoint) -> None:
    """Click on the map."""
    QTest.mouseClick(iface.mapCanvas().viewport(), Qt.MouseButton.LeftButton, pos=place)


def pixel(place: QgsPointXY) -> QPoint:
    """Where a point of the map lies on the canvas."""
    on_canvas = iface.mapCanvas().getCoordinateTransform().transform(place)
    return QPoint(round(on_canvas.x()), round(on_canvas.y()))


def wait_for(condition: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Let QGIS work until something has come true."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit("QGIS did not get there in time; see its message bar and log.")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle(milliseconds: int = 500) -> None:
    """Let the map be drawn."""
    QTest.qWait(milliseconds)
    canvas = iface.mapCanvas()
    wait_for(lambda: not canvas.isDrawing())


def report(title: str, hits: Hits, seconds: float) -> None:
    """Print the best hits."""
    print(f"\n{title}: {len(hits.hits)} hits, on the map {1000 * seconds:.0f} ms after the mouse")
    print(f"{'rank':>4} {'distance':>9} {'similarity':>11}  {'place':<20} {'label':<22} id")
    for hit in hits.hits[:TOP]:
        place = f"{hit.lat:8.4f}° {hit.lon:8.4f}°"
        print(
            f"{hit.rank:4} {hit.score:9.2f} {hit.similarity:11.2%}  {place:<20} "
            f"{hit.label or '–':<22} {hit.id}"
        )


def screenshot(path: Path) -> None:
    """Save what a person sees."""
    iface.messageBar().clearWidgets()
    settle(1_500)
    iface.mainWindow().grab().save(str(path))
    print(f"Screenshot: {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
