"""What the map shows beside the hits: similarity everywhere, ranks, hits of earlier searches."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ..words import tr

VIEW = "lookalike/similarityInView"
LABELS, KEEP = "lookalike/rankLabels", "lookalike/keepHits"


class MapMenu(QToolButton):
    """A button that puts the similarity map on the map, with a menu of what else is there.

    Attributes
    ----------
    similarity : QAction
        Whether a map of similarity to the query is on the map; it follows the query.
    in_view : QAction
        Whether that map has only what is in view, and follows the view; else all of the index.
    labels : QAction
        Whether ranks are written beside the hits.
    keep : QAction
        Whether a new search leaves the hits of the one before on the map.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeMapMenu")
        self.setAutoRaise(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.similarity = _choice(self, "Similarity", tr("&Similarity map"))
        self.similarity.setIcon(QgsApplication.getThemeIcon("/rendererHeatmapSymbol.svg"))
        self.similarity.setToolTip(
            tr("Similarity map: how much every place of the index resembles the query")
        )
        self.in_view = _choice(self, "InView", tr("Only the part in &view"), _was(VIEW, True))
        self.in_view.setToolTip(
            tr(
                "The similarity map has what the map shows, as fine as it can be, and follows when "
                "you pan or zoom; else it has all of the index"
            )
        )
        self.labels = _choice(self, "Labels", tr("&Ranks beside the hits"), _was(LABELS, True))
        self.keep = _choice(
            self, "Keep", tr("&Keep the hits of the previous search"), _was(KEEP, False)
        )
        self.keep.setToolTip(
            tr("A new search leaves the hits of the last one in a layer of their own")
        )
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions([self.similarity, self.in_view])
        menu.addSeparator()
        menu.addActions([self.labels, self.keep])
        self.setMenu(menu)
        self.setDefaultAction(self.similarity)
        self.in_view.toggled.connect(self._remember)
        self.labels.toggled.connect(self._remember)
        self.keep.toggled.connect(self._remember)

    def choices(self) -> dict[str, Any]:
        """Return what is chosen, for a project to keep."""
        return {name: action.isChecked() for name, action in self._actions().items()}

    def choose(self, choices: dict[str, Any]) -> None:
        """Choose what a project kept."""
        for name, action in self._actions().items():
            action.setChecked(bool(choices.get(name, action.isChecked())))

    def _remember(self) -> None:
        """Begin the next QGIS with the same choices."""
        QgsSettings().setValue(VIEW, self.in_view.isChecked())
        QgsSettings().setValue(LABELS, self.labels.isChecked())
        QgsSettings().setValue(KEEP, self.keep.isChecked())

    def _actions(self) -> dict[str, QAction]:
        return {
            "in_view": self.in_view,
            "similarity_map": self.similarity,
            "labels": self.labels,
            "keep": self.keep,
        }


def _was(setting: str, default: bool) -> bool:
    return bool(QgsSettings().value(setting, default, type=bool))


def _choice(parent: QObject, name: str, text: str, on: bool = False) -> QAction:
    action = QAction(text, parent)
    action.setObjectName(f"lookalikeMap{name}")
    action.setCheckable(True)
    action.setChecked(on)
    return action
