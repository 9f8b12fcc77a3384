"""Lookalike's page in QGIS's options."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..settings import Settings
from ..words import tr
from .packages_dialog import words_of

if TYPE_CHECKING:
    from ..packages import PackageState

MOST_HITS = 10_000


class OptionsPage(QgsOptionsPageWidget):
    """The page; QGIS calls `apply` when the user accepts its dialog.

    Signals
    -------
    accepted(Settings)
    packages_asked(), report_asked()
    """

    accepted = pyqtSignal(object)
    packages_asked = pyqtSignal()
    report_asked = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeOptions")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._folders(), self._searching(), self._packages(), self._help()):
            layout.addWidget(part)
        layout.addStretch()
        self._show(settings)

    def apply(self) -> None:
        self.accepted.emit(self.settings())

    def settings(self) -> Settings:
        """Return what the page says."""
        return Settings(
            models=self.models.filePath().strip(),
            indexes=self.indexes.filePath().strip(),
            threads=self.threads.value(),
            hits=self.hits.value(),
            overlapping=self.overlapping.isChecked(),
        )

    def show_packages(self, states: Sequence[PackageState]) -> None:
        """Say how the packages stand."""
        lines = [
            f"{'✓' if state.is_there else '✗'}  {state.name} {state.version} – {words_of(state)}"
            for state in states
        ]
        self.state.setText("\n".join(lines))

    def say_copied(self) -> None:
        """Say that the report is in the clipboard."""
        self.report.setText(tr("Report copied"))
        self.report.setEnabled(True)

    # -- parts

    def _folders(self) -> QGroupBox:
        self.models = _folder("lookalikeModelsFolder", tr("Folder of models"))
        self.models.setToolTip(tr("Where hashing models (*.onnx) of your own are looked for"))
        self.indexes = _folder("lookalikeIndexesFolder", tr("Folder of indexes"))
        self.indexes.lineEdit().setPlaceholderText(tr("beside the images that they are built of"))
        self.indexes.setToolTip(
            tr("Indexes (*.h5) in it are listed in the panel, and new ones are suggested there")
        )
        group = QGroupBox(tr("Folders"))
        form = QFormLayout(group)
        form.addRow(tr("&Models"), self.models)
        form.addRow(tr("&Indexes"), self.indexes)
        return group

    def _searching(self) -> QGroupBox:
        self.threads = QSpinBox()
        self.threads.setObjectName("lookalikeThreads")
        self.threads.setRange(0, 256)
        self.threads.setSpecialValueText(tr("all {count}").format(count=os.cpu_count() or 1))
        self.threads.setToolTip(tr("Processor cores that the network may use; fewer leave more to"
                                   " other work"))  # fmt: skip
        self.hits = QSpinBox()
        self.hits.setObjectName("lookalikeDefaultHits")
        self.hits.setRange(1, MOST_HITS)
        self.hits.setGroupSeparatorShown(True)
        self.overlapping = QCheckBox(tr("Include patches that &overlap the query"))
        self.overlapping.setObjectName("lookalikeDefaultOverlapping")
        group = QGroupBox(tr("Searching"))
        form = QFormLayout(group)
        for label, spin in ((tr("&Processor cores"), self.threads), (tr("&Hits"), self.hits)):
            spin.setMinimumWidth(110)
            row = QHBoxLayout()
            row.addWidget(spin)
            row.addStretch()
            form.addRow(label, row)
            form.labelForField(row).setBuddy(spin)
        form.addRow("", self.overlapping)
        return group

    def _packages(self) -> QGroupBox:
        self.state = QLabel()
        self.state.setObjectName("lookalikePackagesState")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        button = QPushButton(tr("Install or &remove…"))
        button.setObjectName("lookalikeManagePackages")
        button.clicked.connect(self.packages_asked)
        group = QGroupBox(tr("Python packages"))
        row = QHBoxLayout(group)
        row.addWidget(self.state, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return group

    def _help(self) -> QGroupBox:
        words = QLabel(
            tr("For a report of a problem: versions, packages, index and last error, no paths of "
               "yours.")
        )  # fmt: skip
        words.setWordWrap(True)
        self.report = QPushButton(tr("&Copy report"))
        self.report.setObjectName("lookalikeCopyReport")
        self.report.clicked.connect(self._ask_report)
        group = QGroupBox(tr("Diagnostics"))
        row = QHBoxLayout(group)
        row.addWidget(words, 1)
        row.addWidget(self.report, 0, Qt.AlignmentFlag.AlignTop)
        return group

    # -- inside

    def _show(self, settings: Settings) -> None:
        self.models.setFilePath(settings.models)
        self.indexes.setFilePath(settings.indexes)
        self.threads.setValue(settings.threads)
        self.hits.setValue(settings.hits)
        self.overlapping.setChecked(settings.overlapping)

    def _ask_report(self) -> None:
        self.report.setEnabled(False)
        self.report_asked.emit()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that QGIS opens its options.

    Parameters
    ----------
    icon : QIcon
    make : callable
        ``make(parent)`` returns a new `OptionsPage`.
    """

    def __init__(self, icon: QIcon, make: Callable[[QWidget], OptionsPage]) -> None:
        super().__init__("Lookalike", icon)
        self._make = make

    def createWidget(self, parent: QWidget) -> OptionsPage:
        return self._make(parent)


def _folder(name: str, title: str) -> QgsFileWidget:
    widget = QgsFileWidget()
    widget.setObjectName(name)
    widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
    widget.setDialogTitle(title)
    return widget
