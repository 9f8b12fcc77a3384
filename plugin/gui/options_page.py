"""Lookalike's page in QGIS's options."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..settings import MOST_HITS, Settings
from ..words import decimal, tr
from .packages_dialog import words_of
from .whats_this import WhatsThis

if TYPE_CHECKING:
    from ..packages import PackageState

MOST_MEGABYTES = 10_000


class OptionsPage(QgsOptionsPageWidget):
    """The page; QGIS calls `apply` when the user accepts its dialog.

    Signals
    -------
    accepted(Settings)
    packages_asked(), report_asked()
    providers_asked()
        The page is seen: which providers are there? `show_providers` answers.
    clear_asked()
        The pictures that are kept are to go; `show_kept` answers.
    """

    accepted = pyqtSignal(object)
    packages_asked = pyqtSignal()
    report_asked = pyqtSignal()
    providers_asked = pyqtSignal()
    clear_asked = pyqtSignal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        WhatsThis(self)
        self.setObjectName("lookalikeOptions")
        self._unseen = True
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._folders(),
            self._searching(),
            self._pictures(),
            self._packages(),
            self._help(),
        ):
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
            pictures=self.pictures.value(),
            provider=self.provider.currentData(),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unseen:
            self._unseen = False
            self.providers_asked.emit()

    def show_providers(self, providers: Sequence[tuple[str, str]]) -> None:
        """Offer what can run the network beside the processor, by name and title."""
        chosen = self.provider.currentData()
        self.provider.clear()
        self.provider.addItem(tr("the processor"), "")
        for name, title in providers:
            self.provider.addItem(title, name)
        if chosen and self.provider.findData(chosen) < 0:
            self.provider.addItem(tr("{name} (no longer offered)").format(name=chosen), chosen)
        self.provider.setCurrentIndex(self.provider.findData(chosen or ""))
        self.provider.setEnabled(self.provider.count() > 1)

    def show_kept(self, path: str, size: int) -> None:
        """Say where pictures are kept, and how much they take."""
        self.kept.setText(
            tr("{size} MB in {path}").format(size=decimal(size / 1e6, 1), path=path)
            if size
            else tr("none yet; they will be in {path}").format(path=path)
        )
        self.clear.setEnabled(size > 0)

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
        self.models.setToolTip(tr("Where to look for hashing models (*.onnx) of your own"))
        self.indexes = _folder("lookalikeIndexesFolder", tr("Folder of indexes"))
        self.indexes.lineEdit().setPlaceholderText(tr("beside the images they are built from"))
        self.indexes.setToolTip(
            tr("Indexes (*.h5) in it are listed in the panel, and new ones are suggested there")
        )
        group = QGroupBox(tr("Folders"))
        form = QFormLayout(group)
        form.addRow(tr("&Models"), self.models)
        form.addRow(tr("&Indexes"), self.indexes)
        for folder in (self.models, self.indexes):
            form.labelForField(folder).setBuddy(folder.lineEdit())
        return group

    def _searching(self) -> QGroupBox:
        self.threads = QSpinBox()
        self.threads.setObjectName("lookalikeThreads")
        self.threads.setRange(0, 256)
        self.threads.setSpecialValueText(tr("all {count}").format(count=os.cpu_count() or 1))
        self.threads.setToolTip(tr("Processor cores that the network may use; fewer leave more to"
                                   " other work"))  # fmt: skip
        self.provider = QComboBox()
        self.provider.setObjectName("lookalikeProvider")
        self.provider.setToolTip(
            tr("What runs the network, of what the installed onnxruntime offers here. "
               "Anything but the processor is tried once before it is used.")
        )  # fmt: skip
        self.show_providers(())
        self.hits = QSpinBox()
        self.hits.setObjectName("lookalikeDefaultHits")
        self.hits.setRange(1, MOST_HITS)
        self.hits.setGroupSeparatorShown(True)
        self.hits.setToolTip(tr("How many hits the panel lists at first"))
        self.overlapping = QCheckBox(tr("Include patches that &overlap the query"))
        self.overlapping.setObjectName("lookalikeDefaultOverlapping")
        self.overlapping.setToolTip(
            tr("Whether the panel at first also lists patches that overlap the query")
        )
        group = QGroupBox(tr("Searching"))
        form = QFormLayout(group)
        for label, spin in ((tr("&Processor cores"), self.threads), (tr("&Hits"), self.hits)):
            spin.setMinimumWidth(110)
            row = QHBoxLayout()
            row.addWidget(spin)
            row.addStretch()
            form.addRow(label, row)
            form.labelForField(row).setBuddy(spin)
        form.insertRow(1, tr("Run the &network on"), self.provider)
        form.addRow("", self.overlapping)
        return group

    def _pictures(self) -> QGroupBox:
        self.pictures = QSpinBox()
        self.pictures.setObjectName("lookalikePictures")
        self.pictures.setRange(0, MOST_MEGABYTES)
        self.pictures.setSingleStep(50)
        self.pictures.setSuffix(tr(" MB"))
        self.pictures.setSpecialValueText(tr("none"))
        self.pictures.setMinimumWidth(110)
        self.pictures.setToolTip(
            tr("How much disk space pictures of hits may take, so that they show at once "
               "the next time")
        )  # fmt: skip
        self.kept = QLabel()
        self.kept.setObjectName("lookalikePicturesKept")
        self.kept.setTextFormat(Qt.TextFormat.PlainText)
        self.kept.setWordWrap(True)
        self.clear = QPushButton(tr("C&lear"))
        self.clear.setObjectName("lookalikePicturesClear")
        self.clear.setToolTip(tr("Delete the kept pictures; they are read again when needed"))
        self.clear.clicked.connect(self.clear_asked)
        group = QGroupBox(tr("Pictures of hits"))
        form = QFormLayout(group)
        row = QHBoxLayout()
        row.addWidget(self.pictures)
        row.addStretch()
        row.addWidget(self.clear)
        form.addRow(tr("&Keep up to"), row)
        form.labelForField(row).setBuddy(self.pictures)
        form.addRow(tr("Kept"), self.kept)
        return group

    def _packages(self) -> QGroupBox:
        self.state = QLabel()
        self.state.setObjectName("lookalikePackagesState")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        button = QPushButton(tr("Install or &remove…"))
        button.setObjectName("lookalikeManagePackages")
        button.setToolTip(tr("Install or remove these packages"))
        button.clicked.connect(self.packages_asked)
        group = QGroupBox(tr("Python packages"))
        row = QHBoxLayout(group)
        row.addWidget(self.state, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return group

    def _help(self) -> QGroupBox:
        words = QLabel(
            tr("For reporting a problem: versions, packages, index and last error; no "
               "personal paths.")
        )  # fmt: skip
        words.setWordWrap(True)
        self.report = QPushButton(tr("&Copy report"))
        self.report.setObjectName("lookalikeCopyReport")
        self.report.setToolTip(tr("Copies the report to the clipboard"))
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
        self.pictures.setValue(settings.pictures)
        if settings.provider:
            self.provider.addItem(settings.provider, settings.provider)
            self.provider.setCurrentIndex(self.provider.count() - 1)

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
