"""What a query is asked with, in which way, and how many hits are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.gui import QgsCollapsibleGroupBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..core.examples import Bands
from ..settings import MOST_HITS
from ..words import tr
from .band_order import LayerBands, bands_of
from .compat import RASTER_LAYERS
from .query_preview import QueryPreview
from .ways_button import WaysButton

if TYPE_CHECKING:
    from ..tasks import RasterSummary

CENTRE, SELECTION, IMAGE, NAME = "centre", "selection", "image", "name"


class QuerySection(QgsCollapsibleGroupBox):
    """One choice, raster layer or indexed patch, and a button with the ways to ask.

    Attributes
    ----------
    tool, polygon : QAction
        Checkable; the map tools own their state.
    preview : QueryPreview

    Signals
    -------
    kind_changed()
    raster_changed()
        Another layer, or its numbers are to be read otherwise.
    profile_chosen()
        The numbers are to be read otherwise, those of the query too.
    options_changed()
        Number of hits, whether overlapping ones count, or how several patches ask.
    way_asked(str)
        Ask in a way that needs no mouse on the map: CENTRE, SELECTION, IMAGE or NAME.
    """

    kind_changed = pyqtSignal()
    raster_changed = pyqtSignal()
    profile_chosen = pyqtSignal()
    options_changed = pyqtSignal()
    way_asked = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Query from"), parent)
        self.setObjectName("lookalikeQuery")
        self.from_raster = _radio("lookalikeFromRaster", tr("&Raster layer"))
        self.from_raster.setToolTip(tr("Draw on a Sentinel-2 image of the project"))
        self.from_index = _radio("lookalikeFromIndex", tr("&Indexed patch"))
        self.from_index.setToolTip(tr("Click on a patch of the index; needs no image"))
        self._kinds = QButtonGroup(self)
        self._kinds.addButton(self.from_raster)
        self._kinds.addButton(self.from_index)
        self.from_index.setChecked(True)
        self.layer = _combo("lookalikeLayer", QgsMapLayerComboBox)
        self.layer.setFilters(RASTER_LAYERS)
        self.layer.setToolTip(tr("The Sentinel-2 image that queries are drawn on"))
        self.radiometry = _combo("lookalikeRadiometry")
        self.radiometry.setToolTip(tr("What the image's numbers mean"))
        self.order = LayerBands()
        self.reading = QLabel()
        self.reading.setObjectName("lookalikeReading")
        self.reading.setWordWrap(True)
        self.k = _spin_box()
        self.overlapping = QCheckBox(tr("&Overlapping hits"))
        self.overlapping.setObjectName("lookalikeOverlapping")
        self.overlapping.setToolTip(tr("Also list patches that overlap the query"))
        self.together = _together()
        self.preview = QueryPreview()
        self._make_ways()
        self._lay_out()
        self._connect()
        self._show_kind()
        self._show_order()

    def _make_ways(self) -> None:
        self.tool = self._way("Tool", "", "")
        self.polygon = self._way(
            "Polygon",
            tr("P&olygon on the map"),
            "/mActionSelectPolygon.svg",
            tr(
                "Click its corners; close it with a double-click, a right-click or "
                "Enter. Esc cancels."
            ),
        )
        self.selection = self._way(
            "Selection",
            tr("&Selected features"),
            "/mActionSelect.svg",
            tr("Search with the patches under the selected polygons or points of a layer"),
            SELECTION,
        )
        self.centre = self._way(
            "Centre",
            tr("&Centre of the map"),
            "/mActionPanTo.svg",
            tr("Search with the patch in the middle of the map"),
            CENTRE,
        )
        self.image = self._way(
            "Image",
            tr("&Image file…"),
            "/mActionFileOpen.svg",
            tr("Search with a whole image from your disk; you can also drop it on this panel"),
            IMAGE,
        )
        self.named = self._way(
            "Named",
            tr("Patch by &name…"),
            "/search.svg",
            tr("Find an indexed patch by its name or label"),
            NAME,
        )
        self.ways = WaysButton(
            [self.tool, self.polygon, self.selection, self.centre, self.image, self.named]
        )
        self.ways.setObjectName("lookalikeWays")

    def _way(self, name: str, text: str, icon: str, tip: str = "", asks: str = "") -> QAction:
        """Make an action; what asks for nothing is a map tool."""
        way = QAction(text, self)
        way.setObjectName(f"lookalikeWay{name}")
        way.setIcon(QgsApplication.getThemeIcon(icon))
        way.setToolTip("\n".join(filter(None, (tip, _signs()))))
        way.setCheckable(not asks)
        if asks:
            way.setData(asks)
            way.triggered.connect(self._on_way)
        return way

    def _on_way(self) -> None:
        self.way_asked.emit(self.sender().data())

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.addWidget(self.from_raster)
        kinds.addWidget(self.from_index)
        kinds.addStretch()
        self._raster = QWidget()
        form = QFormLayout(self._raster)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("&Layer"), self.layer)
        form.addRow(tr("Read a&s"), self.radiometry)
        form.addRow(self.reading)
        form.addRow(tr("Band order"), self.order)
        self._form = form
        numbers = QHBoxLayout()
        hits = QLabel(tr("&Hits"))
        hits.setBuddy(self.k)
        numbers.addWidget(hits)
        numbers.addWidget(self.k, 1)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        choices.addWidget(self.ways)
        choices.addLayout(numbers)
        choices.addWidget(self.overlapping)
        several = QLabel(tr("Se&veral patches"))
        several.setBuddy(self.together)
        together = QHBoxLayout()
        together.addWidget(several)
        together.addWidget(self.together, 1)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        below.addLayout(choices, 1)
        body = QWidget()  # a group that unfolds shows all that it holds itself
        outside = QVBoxLayout(self)
        outside.setContentsMargins(6, 4, 6, 6)
        outside.addWidget(body)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(kinds)
        layout.addWidget(self._raster)
        layout.addLayout(below)
        layout.addLayout(together)
        order = (self.radiometry, self.order, self.ways)
        order += (self.k, self.overlapping, self.together)
        for one, following in zip(order, order[1:]):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.from_raster.toggled.connect(self._on_kind)
        # Never to a lambda: it would outlive this widget.
        self.layer.layerChanged.connect(self.raster_changed)
        self.radiometry.activated.connect(self.raster_changed)
        self.radiometry.activated.connect(self.profile_chosen)
        self.order.said.connect(self.raster_changed)
        self.order.said.connect(self.profile_chosen)
        self.layer.layerChanged.connect(self._show_order)
        self.together.activated.connect(self.options_changed)
        self.k.valueChanged.connect(self.options_changed)
        self.overlapping.toggled.connect(self.options_changed)

    # -- what is chosen

    @property
    def draws(self) -> bool:
        """Whether queries come from a raster layer."""
        return self.from_raster.isChecked()

    @property
    def raster_layer(self) -> QgsMapLayer | None:
        """The raster layer to draw on."""
        return self.layer.currentLayer()

    @property
    def profile(self) -> str | None:
        """Name of the radiometry that the user chose; None takes what the file says."""
        return self.radiometry.currentData()

    @property
    def bands(self) -> Bands:
        """Which band of the layer is which, as the user said; None takes what the file says."""
        return bands_of(self.raster_layer)

    @property
    def each(self) -> bool:
        """Whether every patch of a query asks for itself."""
        return bool(self.together.currentData())

    def choices(self) -> dict[str, Any]:
        """Return what is chosen here, for a project to keep."""
        layer = self.raster_layer
        return {
            "raster": self.draws,
            "layer": layer.id() if layer else "",
            "radiometry": self.profile,
            "hits": self.k.value(),
            "overlapping": self.overlapping.isChecked(),
            "each": self.each,
        }

    def choose(self, choices: dict[str, Any]) -> None:
        """Choose what a project kept; what is not there any more stays as it is."""
        layer = QgsProject.instance().mapLayer(str(choices.get("layer")))
        if layer is not None:
            self.layer.setLayer(layer)
        for combo, name in ((self.radiometry, "radiometry"), (self.together, "each")):
            if name in choices:
                combo.setCurrentIndex(max(0, combo.findData(choices[name])))
        if isinstance(choices.get("hits"), int):
            self.k.setValue(choices["hits"])
        self.overlapping.setChecked(bool(choices.get("overlapping", self.overlapping.isChecked())))
        kind = self.from_raster if choices.get("raster", self.draws) else self.from_index
        kind.setChecked(True)

    # -- what is shown

    def show_profiles(self, profiles: Sequence[tuple[str, str]]) -> None:
        """List radiometries by name and title."""
        self.radiometry.clear()
        self.radiometry.addItem(tr("What the file says"), None)
        for name, title in profiles:
            self.radiometry.addItem(f"{name}: {title}", name)
            self.radiometry.setItemData(
                self.radiometry.count() - 1, title, Qt.ItemDataRole.ToolTipRole
            )

    def show_reading(self, raster: RasterSummary | None, readings: Sequence[str] = ()) -> None:
        """Say how the raster's numbers are understood, and where the index's were otherwise.

        Parameters
        ----------
        raster : RasterSummary or None
        readings : sequence of str
            Those of the index.
        """
        if raster is None:
            self._say("")
        elif raster.looks_offset:
            self._say("⚠ " + offset_notice(raster.reading))
        elif readings and raster.reading not in readings:
            self._say(
                tr("⚠ Read as “{here}”, but the index as “{there}”.").format(
                    here=raster.reading, there=", ".join(readings)
                ),
                tr("If either is wrong, the ranking is meaningless. Choose under “Read as”."),
            )
        else:
            how = tr("stated by the file") if raster.stated else tr("assumed from its data type")
            how = tr("as you chose") if self.profile else how
            self._say(tr("Read as “{here}”, {how}.").format(here=raster.reading, how=how))

    def show_problem(self, sentence: str, of_bands: bool = False) -> None:
        """Say why the chosen raster cannot be used; where it is its bands, ask which is which."""
        self._say(f"⚠ {sentence}", sentence)
        if of_bands:
            self._show_order(asked=True)

    def _show_order(self, _layer: object = None, asked: bool = False) -> None:
        is_said = self.order.show_layer(self.raster_layer)
        for part in (self.order, self._form.labelForField(self.order)):
            part.setVisible(is_said or asked)

    def _say(self, text: str, tip: str = "") -> None:
        self.reading.setText(text)
        self.reading.setToolTip(tip)
        self.reading.setVisible(bool(text))

    def _on_kind(self) -> None:
        self._show_kind()
        self.kind_changed.emit()

    def _show_kind(self) -> None:
        draws = self.draws
        self._raster.setVisible(draws)
        self.reading.setVisible(bool(self.reading.text()))
        if draws:
            text, tip = tr("&Draw on the map"), tr("Click: one patch. Drag: all patches of a box.")
            icon = "/mActionAddBasicRectangle.svg"
        else:
            text, tip = tr("&Pick on the map"), tr("Click on or near an indexed patch.")
            icon = "/mActionIdentify.svg"
        self.tool.setText(text)
        self.tool.setToolTip("\n".join((tip + " " + tr("Press Esc to stop."), _signs())))
        self.tool.setIcon(QgsApplication.getThemeIcon(icon))


def offset_notice(reading: str) -> str:
    """Say that numbers look as if they carried an offset that nobody stated."""
    return tr(
        "Read as “{reading}”, but no number of this image is below 1000: it looks like processing "
        "baseline 04.00 or later. If it is, choose “s2-offset” under “Read as”."
    ).format(reading=reading)


def _signs() -> str:
    return tr("Hold Shift to add a wanted example, Ctrl to add an unwanted one.")


def _radio(name: str, text: str) -> QRadioButton:
    button = QRadioButton(text)
    button.setObjectName(name)
    return button


def _combo(name: str, kind: type[QComboBox] = QComboBox) -> QComboBox:
    combo = kind()
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo


def _together() -> QComboBox:
    combo = _combo("lookalikeTogether")
    combo.addItem(tr("as one, by their mean"), False)
    combo.addItem(tr("each for itself"), True)
    combo.setToolTip(
        tr(
            "What a query of several patches finds: places like their mean, or places like any one "
            "of them"
        )
    )
    return combo


def _spin_box() -> QSpinBox:
    box = QSpinBox()
    box.setObjectName("lookalikeK")
    box.setRange(1, MOST_HITS)
    box.setValue(100)
    box.setKeyboardTracking(False)
    box.setToolTip(
        tr("How many hits to list; for even more use “Search index” in the Processing toolbox")
    )
    return box
