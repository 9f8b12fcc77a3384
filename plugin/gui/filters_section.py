"""What the hits are restricted to; only what the index knows can be chosen."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsCheckableComboBox, QgsCollapsibleGroupBox, QgsDateEdit
from qgis.PyQt.QtCore import QDate, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.filters import Filters
from ..words import tr
from .area_choice import AreaChoice

if TYPE_CHECKING:
    from ..tasks import IndexSummary

ANY_CLOUD = 100  # percent: no filter
ISO = Qt.DateFormat.ISODate


class FiltersSection(QgsCollapsibleGroupBox):
    """The filters of the next searches.

    Attributes
    ----------
    area : AreaChoice

    Signals
    -------
    changed()
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Filters"), parent)
        self.setObjectName("lookalikeFilters")
        self.setCollapsed(True)
        self._quiet = False
        self._listed: tuple[str, ...] = ()  # sources that can be chosen
        self._make_fields()
        self._lay_out()
        self._connect()
        self.show_index(None)

    # -- parts

    def _make_fields(self) -> None:
        self.area = AreaChoice()
        self.since = _date("lookalikeSince", tr("First day of acquisition"))
        self.until = _date("lookalikeUntil", tr("Last day of acquisition"))
        self.months = [_month(number) for number in range(1, 13)]
        self.labels = _choice("lookalikeLabels", tr("Only hits with these labels"), tr("all"))
        self.sources = _choice(
            "lookalikeSources", tr("Images whose patches are never hits"), tr("none")
        )
        self.cloud = QSpinBox()
        self.cloud.setObjectName("lookalikeCloud")
        self.cloud.setRange(0, ANY_CLOUD)
        self.cloud.setValue(ANY_CLOUD)
        self.cloud.setSuffix(" %")
        self.cloud.setToolTip(tr("Only hits from images with at most this much cloud; 100 %: any"))
        self.cloud.setKeyboardTracking(False)
        self.kilometres = _distance(
            "lookalikeKilometres", tr("Only hits at least this far from every example")
        )
        self.apart = _distance("lookalikeApart", tr("Only hits at least this far from each other"))
        self.diverse = QCheckBox(tr("i&mage"))
        self.diverse.setObjectName("lookalikeDiverse")
        self.diverse.setToolTip(
            tr("Only the best hit of each image, so that the hits are more spread out")
        )
        self.clustered = QCheckBox(tr("loo&k"))
        self.clustered.setObjectName("lookalikeClustered")
        self.clustered.setToolTip(
            tr("Of hits that look nearly the same only the best, so that the hits differ more")
        )
        self.reset = QPushButton(tr("Rese&t"))
        self.reset.setObjectName("lookalikeFiltersReset")
        self.reset.setIcon(QgsApplication.getThemeIcon("/mActionUndo.svg"))
        self.reset.setToolTip(tr("Remove all filters"))

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setVerticalSpacing(2)  # hidden rows keep theirs
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._period = _row(self.since, QLabel("–"), self.until)
        self._season = _row(*self.months)
        self._season.layout().setSpacing(1)
        self._form.addRow(tr("&Area"), self.area)
        self._form.labelForField(self.area).setBuddy(self.area.kind)
        self._form.addRow(tr("Ac&quired"), self._period)
        self._form.labelForField(self._period).setBuddy(self.since)
        self._form.addRow(tr("Months"), self._season)
        self._form.addRow(tr("Lab&els"), self.labels)
        self._form.addRow(tr("&Cloud"), self.cloud)
        self._form.addRow(tr("E&xclude"), self.sources)
        self._form.addRow(tr("&From examples"), self.kilometres)
        self._form.addRow(tr("Bet&ween hits"), self.apart)
        self._form.addRow(tr("One hit per"), _row(self.diverse, self.clustered, None))
        body = QWidget()  # a group that unfolds shows all that it holds itself
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(self._form)
        inside.addWidget(_row(None, self.reset))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 6, 6)
        layout.addWidget(body)

    def _connect(self) -> None:
        self.area.changed.connect(self._on_change)
        for date in (self.since, self.until):
            date.dateValueChanged.connect(self._on_change)
        for month in self.months:
            month.toggled.connect(self._on_change)
        for combo in (self.labels, self.sources):
            combo.checkedItemsChanged.connect(self._on_change)
        self.cloud.valueChanged.connect(self._on_change)
        for distance in (self.kilometres, self.apart):
            distance.valueChanged.connect(self._on_change)
        for box in (self.diverse, self.clustered):
            box.toggled.connect(self._on_change)
        self.reset.clicked.connect(self.clear)

    # -- what is chosen

    def filters(self) -> Filters:
        """Return the filters as they stand."""
        cloud = self.cloud.value()
        return Filters(
            box=self.area.box,
            outline=self.area.outline,
            since=_day(self.since),
            until=_day(self.until),
            months=tuple(n for n, month in enumerate(self.months, 1) if month.isChecked()),
            labels=tuple(self.labels.checkedItems()),
            cloud=None if cloud == ANY_CLOUD else float(cloud),
            without_sources=tuple(self.sources.checkedItems()),
            kilometres=self.kilometres.value(),
            one_a_source=self.diverse.isChecked(),
            one_a_cluster=self.clustered.isChecked(),
            apart=self.apart.value(),
        )

    # -- what is shown

    def show_index(self, index: IndexSummary | None) -> None:
        """Offer what an index knows; filters of the last one go."""
        self._quiet = True
        self.labels.clear()
        self.labels.addItems(index.labels if index else ())
        self._listed = index.source_names if index and not index.one_each else ()
        period = index.period if index else None
        for date in (self.since, self.until):
            first, last = (QDate.fromString(day, ISO) for day in period or ("", ""))
            date.clearMinimumDate()
            date.clearMaximumDate()
            if period:
                date.setDateRange(first, last)
        self._show_row(self._period, period is not None)
        self._show_row(self._season, period is not None)
        self._show_row(self.labels, bool(index and index.labels))
        self._show_row(self.cloud, bool(index and index.has_clouds))
        self.diverse.setVisible(bool(index and not index.one_each and index.sources > 1))
        self._quiet = False
        self.show_filters(Filters())

    def show_filters(self, filters: Filters) -> None:
        """Show other filters, without asking anew."""
        self._quiet = True
        self.area.show_area(filters.box, filters.outline)
        for date, day in ((self.since, filters.since), (self.until, filters.until)):
            if day:
                date.setDate(QDate.fromString(day, ISO))
            else:
                date.clear()
        for number, month in enumerate(self.months, 1):
            month.setChecked(number in filters.months)
        self.labels.deselectAllOptions()
        self.labels.setCheckedItems(list(filters.labels))
        self.sources.clear()
        self.sources.addItems(list(dict.fromkeys((*self._listed, *filters.without_sources))))
        self.sources.setCheckedItems(list(filters.without_sources))
        self._show_row(self.sources, self.sources.count() > 1 or bool(filters.without_sources))
        self.cloud.setValue(ANY_CLOUD if filters.cloud is None else round(filters.cloud))
        self.kilometres.setValue(filters.kilometres)
        self.diverse.setChecked(filters.one_a_source)
        self.clustered.setChecked(filters.one_a_cluster)
        self.apart.setValue(filters.apart)
        self._quiet = False
        self._show_count()

    def clear(self) -> None:
        """Take all filters away."""
        if self.filters().active:
            self.show_filters(Filters())
            self.changed.emit()

    def exclude(self, source: str) -> None:
        """Leave a source out."""
        filters = self.filters()
        if source not in filters.without_sources:
            without = (*filters.without_sources, source)
            self.show_filters(dataclasses.replace(filters, without_sources=without))
            self.changed.emit()

    def _on_change(self, *_what: object) -> None:
        if not self._quiet:
            self._show_count()
            self.changed.emit()

    def _show_count(self) -> None:
        active = self.filters().active
        text = tr("Filters: {count} active") if active else tr("Filters")
        self.setTitle(text.format(count=active))
        self.reset.setEnabled(active > 0)

    def _show_row(self, field: QWidget, shown: bool) -> None:
        field.setVisible(shown)
        self._form.labelForField(field).setVisible(shown)


def _row(*parts: QWidget | None) -> QWidget:
    """Lay widgets side by side; None is room."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for part in parts:
        if part is None:
            layout.addStretch()
        else:
            layout.addWidget(part)
    return row


def _date(name: str, tip: str) -> QgsDateEdit:
    date = QgsDateEdit()
    date.setObjectName(name)
    date.setAllowNull(True)
    date.setNullRepresentation(tr("any"))
    date.setDisplayFormat("yyyy-MM-dd")
    date.setCalendarPopup(True)
    date.setToolTip(tip)
    date.setKeyboardTracking(False)
    date.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    date.setMinimumWidth(60)
    date.clear()
    return date


def _distance(name: str, tip: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setObjectName(name)
    box.setRange(0, 20_000)
    box.setDecimals(1)
    box.setPrefix(tr("at least "))
    box.setSuffix(tr(" km"))
    box.setSpecialValueText(tr("any distance"))
    box.setToolTip(tip)
    box.setKeyboardTracking(False)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _day(date: QgsDateEdit) -> str:
    return "" if date.isNull() else date.date().toString(ISO)


def _month(number: int) -> QToolButton:
    """Make a button that carries its month's initial."""
    name = QLocale().standaloneMonthName(number)
    button = QToolButton()
    button.setObjectName(f"lookalikeMonth{number}")
    button.setText(name[:1].upper())
    button.setToolTip(name)
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setMinimumWidth(12)
    return button


def _choice(name: str, tip: str, none: str) -> QgsCheckableComboBox:
    combo = QgsCheckableComboBox()
    combo.setObjectName(name)
    combo.setDefaultText(none)
    combo.setToolTip(tip)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
