"""The ways to ask that need no mouse on the map: its centre, a selection, a file, a name."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from .. import layers
from ..core.errors import LookalikeError, NoIndexError, NoSelectionError
from ..core.examples import BoxExample, Example, RowExample
from ..gui.compat import POINT, POLYGON
from ..gui.panel import Panel
from ..gui.patch_finder import PatchFinder
from ..gui.query_section import CENTRE, IMAGE, NAME, SELECTION
from ..outlines import shapes_of
from ..tasks import IndexSummary, Worker, find_in_index
from ..tasks.reporting import for_user
from ..words import tr
from .marking import Marking
from .pointing import Pointing

FOLDER = "lookalike/imageFolder"


class QueryWays(QObject):
    """Turns what is chosen elsewhere than on the map into examples.

    Signals
    -------
    failed(LookalikeError)
    """

    failed = pyqtSignal(object)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        panel: Panel,
        pointing: Pointing,
        marking: Marking,
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._canvas, self._panel, self._worker = canvas, panel, worker
        self._pointing, self._marking = pointing, marking
        self.finder: PatchFinder | None = None
        panel.query_section.way_asked.connect(self._on_way)
        panel.query_section.profile_chosen.connect(self._on_profile)
        panel.files.dropped.connect(self.take_images)

    def _on_way(self, way: str) -> None:
        if self._panel.index is None:
            self.failed.emit(NoIndexError())
        elif way == CENTRE:
            self._take(self._at_centre)
        elif way == SELECTION:
            self._take(self._at_selection)
        elif way == IMAGE:
            self._ask_for_image()
        elif way == NAME:
            self._ask_for_name()

    def _take(self, make: Any) -> None:
        try:
            self._marking.take(make(), _sign())
        except LookalikeError as error:
            self.failed.emit(error)

    def _at_centre(self) -> Example:
        view = self._canvas.extent()
        return self._pointing.at(view.center(), min(view.width(), view.height()) / 2)

    def _at_selection(self) -> Example:
        layer = selected_layer(self._canvas.currentLayer())
        shapes = shapes_of(layer.getSelectedFeatures(), layer.name())
        return self._pointing.shapes(shapes, layer.crs())

    # -- images

    def take_images(self, paths: Sequence[str]) -> None:
        """Ask with whole images: the first is the query, further ones are wanted as well."""
        if self._panel.index is None:
            self.failed.emit(NoIndexError())
            return
        self._panel.query_section.from_raster.setChecked(True)  # where its reading is chosen
        first, *others = (self._pointing.image(path) for path in paths)
        self._marking.start(*self._marking.with_example(first, _sign()), *others)

    def _ask_for_image(self) -> None:
        folder = QgsSettings().value(FOLDER, str(Path.home()), type=str)
        kinds = tr("Images") + " (*.tif *.tiff *.jp2 *.jpg *.jpeg *.png *.vrt);;"
        path, _ = QFileDialog.getOpenFileName(
            self._panel, tr("Search with an image"), folder, kinds + tr("All files") + " (*)"
        )
        if path:
            QgsSettings().setValue(FOLDER, str(Path(path).parent))
            self.take_images([path])

    def _on_profile(self) -> None:
        """Read anew what was drawn on the chosen layer, and whole images."""
        query = self._panel.query_section
        try:
            path = layers.raster_file(query.raster_layer)
        except LookalikeError:
            path = ""

        def otherwise(example: Example) -> Example:
            if not isinstance(example, BoxExample):
                return example
            if example.path == path:
                example = dataclasses.replace(example, bands=query.bands)
            if example.is_whole or example.path == path:
                example = dataclasses.replace(example, radiometry=query.profile)
            return example

        self._marking.reread(otherwise)

    # -- names

    def index_opened(self) -> None:
        """Look for the name in the index that is open now: rows of the last one are others."""
        if self.finder is not None:
            self.finder.look_again()

    def _ask_for_name(self) -> None:
        self.finder = PatchFinder(self._panel)
        self.finder.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finder.typed.connect(self._find)
        self.finder.chosen.connect(partial(self._on_found, _sign()))
        self.finder.finished.connect(self._forget_finder)
        self.finder.open()

    def _forget_finder(self) -> None:
        self.finder = None

    def _find(self, text: str) -> None:
        if self._panel.index is not None:
            index = self._panel.index
            job = partial(find_in_index, index.paths, text)
            self._worker.give(job, partial(self._show_found, index, text))

    def _show_found(
        self, index: IndexSummary, text: str, found: Any, error: Exception | None
    ) -> None:
        if index is not self._panel.index:
            return
        if error is not None:
            self.failed.emit(for_user(error))
        elif self.finder is not None:
            self.finder.show_found(text, found)

    def _on_found(self, sign: bool | None, row: int) -> None:
        self._marking.take(RowExample(row), sign)


def selected_layer(active: QgsMapLayer | None) -> QgsVectorLayer:
    """Return the layer whose selection is meant: the active one, else the only one that has any.

    Raises
    ------
    NoSelectionError
        If no layer of polygons or points has one, or several inactive ones have.
    """
    if _has_selection(active):
        return active
    found = [one for one in QgsProject.instance().mapLayers().values() if _has_selection(one)]
    if len(found) != 1:
        raise NoSelectionError
    return found[0]


def _has_selection(layer: QgsMapLayer | None) -> bool:
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() in (POLYGON, POINT)
        and layer.selectedFeatureCount() > 0
    )


def _sign() -> bool | None:
    """Return what the keys say: with Shift one more wanted example, with Ctrl an unwanted one."""
    keys = QApplication.keyboardModifiers()
    if keys & Qt.KeyboardModifier.ShiftModifier:
        return True
    return False if keys & Qt.KeyboardModifier.ControlModifier else None
