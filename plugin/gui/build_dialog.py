"""Asks what to index, and shows how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.build import BuildRequest
from ..words import count, patches, tr
from .band_order import BandOrder, read_bands
from .fitting import fit_height
from .missing_packages import MissingPackages
from .whats_this import WhatsThis

FILES = "Images (*.zip *.tif *.tiff *.jp2 *.vrt *.img *.safe *.SAFE);;All files (*)"


class BuildDialog(QDialog):
    """The form of a build, its progress and its end.

    Signals
    -------
    build_asked(BuildRequest, bool)
        True: only make an index of what is done.
    cancel_asked()
    packages_asked()
        To install what is missing.
    """

    build_asked = pyqtSignal(object, bool)
    cancel_asked = pyqtSignal()
    packages_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        WhatsThis(self)
        self.setObjectName("lookalikeBuild")
        self.setWindowTitle(tr("Build an index"))
        self._is_running = False
        self._needs_package = False
        self._make_fields()
        self._make_ending()
        layout = QVBoxLayout(self)
        for part in (self.missing, self._form, self._details, self.bar, self.message):
            layout.addWidget(part)
        layout.addStretch()
        ending = QHBoxLayout()
        ending.addWidget(self.pack)
        ending.addWidget(self._buttons, 1)
        layout.addLayout(ending)
        self.resize(520, 0)
        self._details.collapsedStateChanged.connect(self._fit)
        self._update()
        self._fit()

    # -- parts

    def _make_fields(self) -> None:
        self.missing = MissingPackages(
            tr("Building needs the Python package(s) {names}, not installed yet.")
        )
        self.missing.install.clicked.connect(self.packages_asked)
        self.archive = _line("lookalikeArchive", tr("Folder, zip or image file"))
        self.archive.setToolTip(
            tr(
                "Patches in folders, whose names become labels, or large images, which "
                "are cut into patches"
            )
        )
        self.index = QgsFileWidget()
        self.index.setObjectName("lookalikeTarget")
        self.index.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.index.setFilter(tr("Lookalike index (*.h5)"))
        self.index.setDialogTitle(tr("Index file"))
        self.index.setConfirmOverwrite(False)
        self.index.setToolTip(
            tr("The file to write; a build that was stopped goes on in the same file")
        )
        self.name = _line("lookalikeName", tr("like the images' folder"))
        self.name.setToolTip(tr("What the index is called in the panel"))
        self.model = QComboBox()
        self.model.setObjectName("lookalikeModel")
        self.model.setToolTip(
            tr("The network that turns patches into codes; drawing a query needs the same one")
        )
        self.model.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        images = self._archive_row()
        form.addRow(tr("&Images"), images)
        form.labelForField(images).setBuddy(self.archive)
        form.addRow(tr("Inde&x file"), self.index)
        form.labelForField(self.index).setBuddy(self.index.lineEdit())
        form.addRow(tr("&Title"), self.name)
        form.addRow(tr("&Model"), self.model)
        self._details = self._make_details()
        self.archive.textChanged.connect(self._suggest)
        self.index.fileChanged.connect(self._update)

    def _archive_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.archive)
        for name, icon, tip, ask in (
            ("Folder", "/mActionFileOpen.svg", tr("Choose a folder"), self._ask_folder),
            ("File", "/mActionAddRasterLayer.svg", tr("Choose a zip or an image"), self._ask_file),
        ):
            button = QToolButton()
            button.setObjectName(f"lookalikeArchive{name}")
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setToolTip(tip)
            button.clicked.connect(ask)
            layout.addWidget(button)
        layout.setStretch(0, 1)
        return row

    def _make_details(self) -> QWidget:
        self.stride = QSpinBox()
        self.stride.setObjectName("lookalikeStride")
        self.stride.setRange(0, 4096)
        self.stride.setSpecialValueText(tr("a whole patch: no overlap"))
        self.stride.setSuffix(tr(" px"))
        self.stride.setToolTip(
            tr("Distance from patch to patch in large images, in pixels of the model")
        )
        self.bands = BandOrder()
        self.radiometry = QComboBox()
        self.radiometry.setObjectName("lookalikeBuildRadiometry")
        self.radiometry.setToolTip(tr("What the images' numbers mean"))
        self.layer = QComboBox()
        self.layer.setObjectName("lookalikeLayerChoice")
        self.layer.setToolTip(
            tr(
                "A hash layer fitted to these images tells apart places that the model "
                "was never shown"
            )
        )
        self.layer.addItem(tr("Adapted to these images, if there are many"), "auto")
        self.layer.addItem(tr("Adapted to these images"), "adapted")
        self.layer.addItem(tr("The model's own"), "model")
        for combo in (self.bands, self.radiometry, self.layer):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(20)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        group = QgsCollapsibleGroupBox(tr("How the images are read and coded"))
        group.setObjectName("lookalikeHow")
        group.setWhatsThis(tr("Mostly right as it is: taken from the files, or a common choice"))
        group.setCollapsed(True)
        form = QFormLayout(group)
        form.addRow(tr("Band &order"), self.bands)
        form.addRow(tr("&Read as"), self.radiometry)
        form.addRow(tr("&Step"), self.stride)
        form.addRow(tr("&Hash layer"), self.layer)
        return group

    def _make_ending(self) -> None:
        self.bar = QProgressBar()
        self.bar.setObjectName("lookalikeProgress")
        self.bar.hide()
        self.message = QLabel()
        self.message.setObjectName("lookalikeBuildMessage")
        self.message.setWordWrap(True)
        self.start = QPushButton(tr("&Build"))
        self.start.setObjectName("lookalikeStart")
        self.start.setDefault(True)
        self.pack = QPushButton(tr("Index &what is done"))
        self.pack.setObjectName("lookalikePack")
        self.pack.setToolTip(tr("Make an index of the part that was done before the stop"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        self.pack.hide()  # and not in the box, which shows all that it has when styles change
        self.pack.setAutoDefault(False)
        self._buttons.rejected.connect(self.reject)
        self.start.clicked.connect(self._on_start)
        self.pack.clicked.connect(self._on_pack)

    # -- what is chosen

    def request(self) -> BuildRequest:
        """Return what to build, as it stands in the form."""
        return BuildRequest(
            archive=self.archive.text().strip(),
            index=_with_extension(self.index.filePath().strip()),
            model=self.model.currentData() or "",
            name=self.name.text().strip(),
            stride=self.stride.value(),
            bands=read_bands(self.bands.text),
            radiometry=self.radiometry.currentData(),
            layer=self.layer.currentData(),
        )

    # -- what is shown

    def show_models(self, paths: Sequence[Path]) -> None:
        """List the models at hand."""
        chosen = self.model.currentData()
        self.model.clear()
        for path in paths:
            self.model.addItem(path.stem, str(path))
            self.model.setItemData(self.model.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)))
        self._update()

    def show_readings(self, orders: Sequence[str], profiles: Sequence[tuple[str, str]]) -> None:
        """List band orders, and radiometries by name and title; keeps what was chosen."""
        if self.radiometry.count():
            return
        self.bands.addItems([tr("What the files say"), *orders])
        self.radiometry.addItem(tr("What the files say"), None)
        for name, title in profiles:
            self.radiometry.addItem(f"{name}: {title}", name)

    def show_missing(self, packages: Sequence[str]) -> None:
        """Say which packages are missing, and offer to install them; none hides it."""
        self._needs_package = bool(packages)
        self.missing.show_packages(packages)
        self._update()
        self._fit()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is; a total of 0 means that this is not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.message.setText(progress_text(done, total, text))

    def show_end(self, text: str, details: str = "") -> None:
        """Say how it ended."""
        self._set_running(False)
        self.message.setText(text)
        self.message.setToolTip(details)

    def show_cancelled(self, kept: int) -> None:
        """Say that it was stopped, and offer an index of the patches that are done."""
        text = tr("Stopped. Done and kept: {patches}. “Build” goes on from there.")
        none = tr("Stopped before the first image was done.")
        self.show_end(text.format(patches=patches(kept)) if kept else none)
        self.pack.setVisible(kept > 0)

    # -- inside

    def _on_start(self) -> None:
        if self._is_running:
            self.start.setEnabled(False)
            self.message.setText(tr("Stopping…"))
            self.cancel_asked.emit()
        else:
            self._ask(False)

    def _on_pack(self) -> None:
        self._ask(True)

    def _ask(self, only_pack: bool) -> None:
        request = self.request()
        self.index.setFilePath(request.index)
        self._set_running(True)
        self.build_asked.emit(request, only_pack)

    def _set_running(self, running: bool) -> None:
        self._is_running = running
        self.pack.hide()
        self.bar.setVisible(running)
        self.message.setToolTip("")
        self._form.setEnabled(not running)
        self._details.setEnabled(not running)
        self.start.setText(tr("&Stop") if running else tr("&Build"))
        self._update()

    def _update(self, _path: str = "") -> None:
        ready = self.archive.text().strip() and self.index.filePath().strip()
        has_model = self.model.currentData() is not None
        can_start = bool(ready) and has_model and not self._needs_package
        self.start.setEnabled(self._is_running or can_start)
        no_model = tr("There is no hashing model (*.onnx) to build with.")
        if not has_model and not self._is_running:
            self.message.setText(no_model)
        elif self.message.text() == no_model:
            self.message.setText("")

    def _suggest(self, text: str) -> None:
        """Suggest a target in the user's folder or beside the archive, until one is named."""
        path = Path(text.strip())
        if text.strip() and (not self.index.filePath() or self._suggested == self.index.filePath()):
            folder = Path(self.target_folder) if self.target_folder else path.parent
            self._suggested = str(folder / f"{path.stem}.h5")
            self.index.setFilePath(self._suggested)
        self._update()

    _suggested = ""
    target_folder = ""  # where indexes are suggested; else beside their images

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # a collapsed group has its size only now

    def _fit(self) -> None:
        fit_height(self)

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder of images"), self.archive.text())
        if path:
            self.archive.setText(path)

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Zip or image"), self.archive.text(), tr(FILES)
        )
        if path:
            self.archive.setText(path)


def progress_text(done: int, total: int, text: str) -> str:
    """Say how far a build is; a total of 0 means that this is not known."""
    shown = tr("{done} of {patches}").format(done=count(done), patches=patches(total))
    return " · ".join(filter(None, (shown if total else "", text)))


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setPlaceholderText(placeholder)
    line.setClearButtonEnabled(True)
    return line


def _with_extension(path: str) -> str:
    return path if not path or Path(path).suffix else f"{path}.h5"
