"""What can be done with one hit: the actions of its menu, its buttons and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QPoint, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ..words import tr
from .examples_section import sign_icon

if TYPE_CHECKING:
    from ..core.hits import Hit


class HitActions(QObject):
    """Actions on the hit that is current; disabled while there is none.

    Signals
    -------
    marked(Hit, bool)
        Wanted or unwanted.
    asked_with(Hit)
        The hit is the next query.
    zoomed_to(Hit)
    example_asked(Hit)
        The example that it is nearest to is to be shown.
    raster_asked(Hit)
        Its raster is to come onto the map.
    excluded(Hit)
        Its source is to be left out.
    copied(Hit)
        Its id is wanted in the clipboard.
    """

    marked = pyqtSignal(object, bool)
    asked_with = pyqtSignal(object)
    zoomed_to = pyqtSignal(object)
    example_asked = pyqtSignal(object)
    raster_asked = pyqtSignal(object)
    excluded = pyqtSignal(object)
    copied = pyqtSignal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._hit: Hit | None = None
        self.wanted = self._action("Wanted", tr("&Wanted\t+"), sign_icon(True))
        self.wanted.setToolTip(tr("Wanted: more like this hit (+)"))
        self.unwanted = self._action("Unwanted", tr("&Unwanted\t−"), sign_icon(False))
        self.unwanted.setToolTip(tr("Unwanted: less like this hit (−)"))
        self.query = self._action("Query", tr("Use as &query"), _icon("/mActionIdentify.svg"))
        self.zoom = self._action("Zoom", tr("&Zoom to\tEnter"), _icon("/mActionZoomTo.svg"))
        self.example = self._action(
            "Example", tr("Show the &nearest example"), _icon("/mActionShowSelectedLayers.svg")
        )
        self.raster = self._action(
            "Raster", tr("&Add its image to the map"), _icon("/mActionAddRasterLayer.svg")
        )
        self.copy = self._action("Copy", tr("&Copy its name"), _icon("/mActionEditCopy.svg"))
        self.exclude = self._action(
            "Exclude", tr("&Exclude its image"), _icon("/mActionFilter2.svg")
        )
        self.wanted.triggered.connect(self._on_wanted)
        self.unwanted.triggered.connect(self._on_unwanted)
        self.query.triggered.connect(self._on_query)
        self.zoom.triggered.connect(self._on_zoom)
        self.example.triggered.connect(self._on_example)
        self.raster.triggered.connect(self._on_raster)
        self.copy.triggered.connect(self._on_copy)
        self.exclude.triggered.connect(self._on_exclude)
        self.show_hit(None)

    def _action(self, name: str, text: str, icon: QIcon) -> QAction:
        action = QAction(icon, text, self)
        action.setObjectName(f"lookalikeHit{name}")
        return action

    @property
    def all(self) -> tuple[QAction, ...]:
        """The actions in the order of the menu."""
        return (
            self.wanted,
            self.unwanted,
            self.query,
            self.zoom,
            self.example,
            self.raster,
            self.copy,
            self.exclude,
        )

    def show_hit(self, hit: Hit | None) -> None:
        """Tell which hit is current."""
        self._hit = hit
        for action in self.all:
            action.setEnabled(hit is not None)

    def menu(self, at: QPoint) -> None:
        """Open the menu at a place of the screen."""
        menu = QMenu(self._widget)
        menu.setObjectName("lookalikeHitMenu")
        menu.addActions(self.all[:2])
        menu.addSeparator()
        menu.addActions(self.all[2:5])
        menu.addSeparator()
        menu.addActions(self.all[5:])
        menu.exec(at)
        menu.deleteLater()

    def mark(self, wanted: bool) -> None:
        """Say of the current hit that it is wanted or not."""
        if self._hit is not None:
            self.marked.emit(self._hit, wanted)

    def _on_wanted(self) -> None:
        self.mark(True)

    def _on_unwanted(self) -> None:
        self.mark(False)

    def _on_query(self) -> None:
        self.asked_with.emit(self._hit)

    def _on_zoom(self) -> None:
        self.zoomed_to.emit(self._hit)

    def _on_example(self) -> None:
        self.example_asked.emit(self._hit)

    def _on_raster(self) -> None:
        self.raster_asked.emit(self._hit)

    def _on_copy(self) -> None:
        self.copied.emit(self._hit)

    def _on_exclude(self) -> None:
        self.excluded.emit(self._hit)


def _icon(name: str) -> QIcon:
    return QgsApplication.getThemeIcon(name)
