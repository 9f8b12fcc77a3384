"""Which index is searched, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import count, images, patches, tr
from .company_menu import CompanyMenu

if TYPE_CHECKING:
    from ..tasks import IndexSummary


class Choice(NamedTuple):
    """One entry of the list of indexes."""

    name: str
    path: str


class IndexSection(QgsCollapsibleGroupBox):
    """A list of indexes at hand, and the facts about the one that is open.

    Attributes
    ----------
    company : CompanyMenu
        What is searched together with the chosen one.

    Signals
    -------
    chosen(str)
        Path of an index to open.
    open_asked(), build_asked(), update_asked()
    zoom_asked(), footprints_asked(), properties_asked()
    """

    chosen = pyqtSignal(str)
    open_asked = pyqtSignal()
    build_asked = pyqtSignal()
    update_asked = pyqtSignal()
    zoom_asked = pyqtSignal()
    footprints_asked = pyqtSignal()
    properties_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Index"), parent)
        self.setObjectName("lookalikeIndex")
        self.choices = QComboBox()
        self.choices.setObjectName("lookalikeIndexChoices")
        self.choices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choices.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choices.setMinimumContentsLength(12)
        self.company = CompanyMenu()
        self.zoom = _button("Zoom", "/mActionZoomToLayer.svg", tr("Zoom to the area of this index"))
        self.update_button = _button(
            "Update",
            "/mActionRefresh.svg",
            tr("Update this index: look for new, changed, moved and missing images"),
        )
        self.footprints = _button(
            "Footprints",
            "/mActionAddPolygon.svg",
            tr("Add the footprints of all patches as a layer"),
        )
        self.properties = _button(
            "Properties", "/mActionPropertiesWidget.svg", tr("Properties of this index")
        )
        self.facts = QLabel(tr("No index is open."))
        self.facts.setObjectName("lookalikeIndexFacts")
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.build = QPushButton(tr("&Build index…"))
        self.build.setObjectName("lookalikeIndexBuild")
        self.build.setToolTip(tr("Make an index of your own Sentinel-2 images"))
        self.menu = QToolButton()
        self.menu.setObjectName("lookalikeMenu")
        self.menu.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        self.menu.setToolTip(tr("Menu: help, first steps, options, packages, problem report"))
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._small = (self.update_button, self.footprints, self.properties, self.menu)
        for button in self._small:
            button.setAutoRaise(True)
        self._lay_out()
        self.choose("")
        self.choices.activated.connect(self._on_activated)
        self.build.clicked.connect(self.build_asked)
        self.update_button.clicked.connect(self.update_asked)
        self.zoom.clicked.connect(self.zoom_asked)
        self.footprints.clicked.connect(self.footprints_asked)
        self.properties.clicked.connect(self.properties_asked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.choices)
        top.addWidget(self.company)
        top.addWidget(self.zoom)
        bottom = QHBoxLayout()
        bottom.addWidget(self.build)
        bottom.addStretch()
        for button in self._small:
            bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.facts)
        layout.addLayout(bottom)

    def show_choices(self, choices: Sequence[Choice], current: str) -> None:
        """List the indexes at hand, the open one chosen."""
        self.choices.clear()
        for choice in choices:
            self.choices.addItem(choice.name, choice.path)
            self.choices.setItemData(
                self.choices.count() - 1, choice.path, Qt.ItemDataRole.ToolTipRole
            )
        if not choices or not current:
            self.choices.insertItem(0, tr("Choose an index"), "")
        self.choices.insertSeparator(self.choices.count())
        self.choices.addItem(tr("Open…"), None)
        self.choose(current)

    def choose(self, path: str) -> None:
        """Show an index as chosen, without asking for it."""
        self.choices.setCurrentIndex(max(0, self.choices.findData(path)))
        tip = tr("The index that is searched")
        self.choices.setToolTip("\n".join(filter(None, (tip, self.choices.currentData()))))

    def show_index(self, index: IndexSummary | None) -> None:
        """Say what an index holds."""
        self.zoom.setEnabled(index is not None and index.extent is not None)
        self.footprints.setEnabled(self.zoom.isEnabled())
        self.properties.setEnabled(index is not None)
        self.update_button.setEnabled(index is not None)
        others = [self._name(path) for path in index.paths[1:]] if index else []
        self.facts.setText(facts_of(index, others) if index else tr("No index is open."))
        self.facts.setToolTip(more_of(index) if index else "")

    def _name(self, path: str) -> str:
        """Return the name of an index in the list, or of its file."""
        number = self.choices.findData(path)
        return self.choices.itemText(number) if number >= 0 else Path(path).stem

    def _on_activated(self, number: int) -> None:
        path = self.choices.itemData(number)
        if path is None:
            self.open_asked.emit()
        elif path:
            self.chosen.emit(path)


def _button(name: str, icon: str, tip: str) -> QToolButton:
    """Make a button that works once an index is open."""
    button = QToolButton()
    button.setObjectName(f"lookalikeIndex{name}")
    button.setIcon(QgsApplication.getThemeIcon(icon))
    button.setToolTip(tip)
    button.setEnabled(False)
    return button


def facts_of(index: IndexSummary, others: Sequence[str] = ()) -> str:
    """Say in two or three lines what an index holds, and what is searched with it."""
    lines = [
        tr("{patches} of {images} · {bits} bits").format(
            patches=patches(index.rows), images=images(index.sources), bits=index.bits
        ),
        tr("Model: {model}").format(model=index.model)
        + (tr(", adapted to this archive") if index.adapted else ""),
    ]
    if index.labels:
        lines[-1] += " · " + labels_of(len(index.labels))
    if not index.has_model:
        lines.append(tr("⚠ This model is not on this computer: queries cannot be drawn."))
    if others:
        lines.append(tr("Searched together with: {others}").format(others=", ".join(others)))
    return "\n".join(lines)


def labels_of(number: int) -> str:
    """Write how many labels."""
    return tr("1 label") if number == 1 else tr("{count} labels").format(count=count(number))


def more_of(index: IndexSummary) -> str:
    """Name the labels of an index, and say how its images were read."""
    lines = []
    if index.labels:
        lines.append(tr("Labels: {labels}").format(labels=", ".join(index.labels)))
    if index.readings:
        lines.append(tr("Read as: {readings}").format(readings=", ".join(index.readings)))
    return "\n".join(lines)
