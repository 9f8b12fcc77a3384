"""How long QGIS's event loop is blocked while the panel works; run inside QGIS.

A timer fires every few milliseconds; the longest time between two firings is how long the window
did not answer, and how much of such a time QGIS itself worked stands beside it: on a busy machine
the rest went to others. Prints one JSON object a line. `responsiveness.py` makes a table of it.

Arguments: a folder for what is made; parts of `PARTS` that are measured (default: all).
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import qgis.utils
from osgeo import gdal, osr
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from qgis.PyQt.QtTest import QTest

from lookalike.plugin import folders, result_layers
from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.examples import RowExample

TICK = 2  # ms
SIDE = 2_560  # px of the scene
STRIDE = 16  # px: 24,649 patches
TIMES = 8  # searches of a kind
PATIENCE = 300.0  # seconds
DRAWN = 10.0  # seconds that a map may take
MODEL = Path(__file__).resolve().parents[1] / "data" / "model" / "tiny.onnx"


class Ticker(QObject):
    """Notes the longest time between two ticks, and how much of such a time QGIS worked at most."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._worked = time.perf_counter(), time.process_time()
        self.forget()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)

    def forget(self) -> None:
        """Begin anew."""
        self.longest = self.work = 0.0

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        gap = now - self._last
        self.longest = max(self.longest, gap)
        self.work = max(self.work, min(gap, worked - self._worked))
        self._last, self._worked = now, worked

    @contextmanager
    def measure(self, what: str) -> Iterator[None]:
        """Print the longest gap while something goes on."""
        settle()
        self.forget()
        start = time.perf_counter()
        yield
        told = {"gap": 1_000 * self.longest, "work": 1_000 * self.work}
        told["took"] = time.perf_counter() - start
        print(json.dumps({"what": what, **told}), flush=True)


def main(made: Path, parts: list[str]) -> None:
    """Measure some parts, or all."""
    plugin = qgis.utils.plugins["lookalike"]
    qgis.utils.iface.mainWindow().resize(1500, 950)
    plugin.panel.setUserVisible(True)
    plugin.panel.query_section.k.setMaximum(20_000)  # as many as are compared
    ticker = Ticker()
    with ticker.measure("nothing"):
        rest(2_000)
    scene = write_scene(made / "scene.tif")
    with ticker.measure("build"):
        index = build(plugin, scene, made / "scene.h5")
    for part in parts or PARTS:
        PARTS[part](plugin, ticker, index)


# -- what is measured -----------------------------------------------------------------------------


def build(plugin: object, scene: Path, index: Path) -> Path:
    """Build an index of the scene by the plugin's own children."""
    request = BuildRequest(str(scene), str(index), str(MODEL), stride=STRIDE, layer="model")
    builder, outcome = plugin.manager.builder, []
    builder.built.connect(outcome.append)
    builder.build(request)
    wait_for(lambda: outcome)
    return index


def searches(plugin: object, ticker: Ticker, scene: Path) -> None:
    """Ask for few and for many hits."""
    for name, path in (("scene", scene), ("sample", folders.SAMPLE)):
        open_index(plugin, path)
        for count in (100, 2_000, 10_000, 20_000):
            search(plugin, ticker, f"{count:,} hits, {name}", count)


def search(plugin: object, ticker: Ticker, what: str, count: int) -> None:
    """Ask some queries, one after the other, each until it is drawn."""
    plugin.panel.query_section.k.setValue(count)
    ask(plugin, 0)  # makes the layers
    rest(1_000)
    with ticker.measure(what):
        for number in range(1, TIMES):
            ask(plugin, 997 * number)
            rest(200)
        rest(1_000)


def live(plugin: object, ticker: Ticker, scene: Path) -> None:
    """Ask as the moving mouse does: without waiting for an answer."""
    open_index(plugin, scene)
    plugin.panel.query_section.k.setValue(100)
    with ticker.measure("live, 100 hits"):
        for number in range(100):
            plugin.manager.marking.start(RowExample(37 * number))
            rest(16)
        rest(500)


def thumbnails(plugin: object, ticker: Ticker, scene: Path) -> None:
    """Scroll through pictures."""
    open_index(plugin, scene)
    results = plugin.panel.results
    for count in (2_000, 10_000):
        plugin.panel.query_section.k.setValue(count)
        ask(plugin, 1)
        with ticker.measure(f"show {count:,} pictures"):
            results.as_grid.setChecked(True)
            rest(1_000)
        with ticker.measure(f"scroll {count:,} pictures"):
            bar = results.grid.verticalScrollBar()
            for _ in range(150):
                bar.setValue(bar.value() + 60)
                rest(20)
        with ticker.measure(f"search {count:,} as pictures"):
            ask(plugin, 2)
            rest(500)
        results.as_grid.setChecked(False)
    with ticker.measure("drag the threshold of 10,000"):
        for count in range(10_000, 0, -250):
            results.histogram.show_count(count)
            rest(16)
        rest(500)


def similarity_maps(plugin: object, ticker: Ticker, scene: Path) -> None:
    """Put the similarity map on the map, and let it follow some queries."""
    plugin.panel.query_section.k.setValue(100)
    labels = plugin.panel.filters.labels
    for path, what in ((scene, "scene as raster"), (folders.SAMPLE, "sample as raster")):
        open_index(plugin, path)
        similarity_map(plugin, ticker, what)
    labels.setCheckedItems([labels.itemText(number) for number in range(labels.count() - 1)])
    rest(1_000)
    similarity_map(plugin, ticker, "sample as footprints")  # 19,200: more are a raster
    labels.deselectAllOptions()
    rest(1_000)


def similarity_map(plugin: object, ticker: Ticker, what: str) -> None:
    """Make the map of what is open and filtered, and let it follow."""
    toggle = plugin.panel.results.map_menu.similarity
    ask(plugin, 0)
    with ticker.measure(f"map of {what}"):
        for _ in range(TIMES):
            toggle.trigger()
            wait_for_map("")
            rest(500)
            toggle.trigger()
    toggle.trigger()
    wait_for_map("")
    with ticker.measure(f"next map of {what}"):
        for number in range(1, TIMES):
            before = map_source()
            ask(plugin, 997 * number)
            wait_for_map(before)
            rest(500)
    if hasattr(plugin.panel.results.map_menu, "in_view"):
        with ticker.measure(f"moved map of {what}"):
            for _ in range(1, TIMES):
                before = map_source()
                qgis.utils.iface.mapCanvas().zoomByFactor(0.9)
                wait_for_map(before)
                rest(500)
    toggle.trigger()
    plugin.panel.index_section.zoom.click()
    rest(500)


# -- means ----------------------------------------------------------------------------------------


def ask(plugin: object, row: int) -> None:
    """Ask with an indexed patch, and wait for the answer."""
    heard: list[object] = []

    def hear(hits: object, _features: object = None) -> None:
        heard.append(hits)

    plugin.manager.live.answered.connect(hear)
    plugin.manager.marking.start(RowExample(row))
    wait_for(lambda: heard)
    plugin.manager.live.answered.disconnect(hear)


def open_index(plugin: object, path: Path) -> None:
    """Open an index and zoom to it."""
    plugin.manager.open_index(str(path))
    wait_for(lambda: plugin.panel.index is not None and path.stem in index_path(plugin))
    plugin.panel.index_section.zoom.click()
    rest(500)


def index_path(plugin: object) -> str:
    """Return where what is open lies."""
    index = plugin.panel.index
    return str(getattr(index, "path", None) or index.paths)


def map_source() -> str:
    """Return where the similarity map's file lies; nothing where there is none."""
    layer = result_layers.find("similarity")
    return layer.source() if layer else ""


def wait_for_map(before: str) -> None:
    """Let QGIS work until there is another similarity map than before."""
    wait_for(lambda: map_source() not in ("", before))


def write_scene(path: Path) -> Path:
    """Write a raster of three bands that looks different everywhere."""
    random = np.random.default_rng(0)
    coarse = random.uniform(300, 3_000, (3, SIDE // 32, SIDE // 32))
    pixels = np.kron(coarse, np.ones((32, 32))) * random.uniform(0.9, 1.1, (3, SIDE, SIDE))
    made = gdal.GetDriverByName("GTiff").Create(
        str(path), SIDE, SIDE, 3, gdal.GDT_UInt16, ["TILED=YES"]
    )
    made.SetGeoTransform((500_000, 10, 0, 5_200_000, 0, -10))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32632)
    made.SetProjection(crs.ExportToWkt())
    for number, (band, name) in enumerate(zip(pixels, ("B04", "B03", "B02")), start=1):
        made.GetRasterBand(number).WriteArray(band.astype(np.uint16))
        made.GetRasterBand(number).SetDescription(name)
    made = None
    return path


def wait_for(condition: Callable[[], object]) -> None:
    """Let QGIS work until something has come true."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            sys.exit("QGIS did not get there in time; see its message bar and log.")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def rest(milliseconds: int) -> None:
    """Let QGIS work for a while."""
    QTest.qWait(milliseconds)


def settle() -> None:
    """Let the map be drawn, or stop it where that takes too long."""
    canvas = qgis.utils.iface.mapCanvas()
    rest(500)
    end = time.monotonic() + DRAWN
    while canvas.isDrawing() and time.monotonic() < end:
        rest(100)
    canvas.stopRendering()


PARTS = {
    "searches": searches,
    "live": live,
    "pictures": thumbnails,
    "map": similarity_maps,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
    QgsProject.instance().clear()
