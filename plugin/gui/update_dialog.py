"""Asks for the update of an index, and shows how it goes and what has changed."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ..words import count, patches, tr
from .fitting import fit_height
from .missing_packages import MissingPackages
from .whats_this import WhatsThis

SIZE = QSize(520, 0)  # px; as tall as what it shows
LIST_LINES = 5


class UpdateDialog(QDialog):
    """The form of an update, its progress and its end.

    Signals
    -------
    update_asked(str, bool)
        Where the images lie, and whether patches of images that are gone are to be removed.
    cancel_asked()
    packages_asked()
        To install what is missing.
    """

    update_asked = pyqtSignal(str, bool)
    cancel_asked = pyqtSignal()
    packages_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        WhatsThis(self)
        self.setObjectName("lookalikeUpdate")
        self._is_running = self._needs_package = False
        self._make_fields()
        self._make_ending()
        layout = QVBoxLayout(self)
        layout.addWidget(self._missing)
        layout.addWidget(_explanation())
        layout.addWidget(self._form)
        for part in (self.bar, self.message, self.list):
            layout.addWidget(part)
        layout.addStretch()
        layout.addWidget(self._buttons)
        self.resize(SIZE)

    def _make_fields(self) -> None:
        self._missing = MissingPackages(
            tr("Updating needs the Python package(s) {names}, not installed yet.")
        )
        self._missing.install.clicked.connect(self.packages_asked)
        self.archive = QgsFileWidget()
        self.archive.setObjectName("lookalikeUpdateArchive")
        self.archive.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.archive.setDialogTitle(tr("Folder of images"))
        self.archive.setToolTip(
            tr("Where the images of this index lie; another folder adds the images in it")
        )
        self.archive.fileChanged.connect(self._update)
        self.remove = QCheckBox(tr("&Remove patches whose images are gone"))
        self.remove.setObjectName("lookalikeUpdateRemove")
        self.remove.setToolTip(
            tr("Else they stay in the index; nothing is removed while the folder cannot be reached")
        )
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(tr("&Images"), self.archive)
        form.labelForField(self.archive).setBuddy(self.archive.lineEdit())
        form.addRow(self.remove)

    def _make_ending(self) -> None:
        self.bar = QProgressBar()
        self.bar.setObjectName("lookalikeUpdateProgress")
        self.bar.hide()
        self.message = QLabel()
        self.message.setObjectName("lookalikeUpdateMessage")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QPlainTextEdit()
        self.list.setObjectName("lookalikeUpdateList")
        self.list.setReadOnly(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setFixedHeight(LIST_LINES * self.list.fontMetrics().lineSpacing() + 12)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.list.hide()
        self.start = QPushButton(tr("&Update"))
        self.start.setObjectName("lookalikeUpdateStart")
        self.start.setDefault(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.addButton(self.start, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.rejected.connect(self.reject)
        self.start.clicked.connect(self._on_start)

    # -- what is shown

    def show_index(self, name: str, archive: str) -> None:
        """Ask for the update of another index, whose images lie here as far as it knows."""
        self.setWindowTitle(tr("Update {name}").format(name=name))
        self.archive.setFilePath(archive)
        self.remove.setChecked(False)
        unknown = tr("This index was passed on without its images. Choose their folder.")
        self._say("" if archive else unknown)
        self._update()

    def show_missing(self, packages: Sequence[str]) -> None:
        """Say which packages are missing, and offer to install them; none hides it."""
        self._needs_package = bool(packages)
        self._missing.show_packages(packages)
        self._update()
        fit_height(self)

    def show_running(self) -> None:
        """Say that an update has begun."""
        self._set_running(True)
        self._say("")
        self.bar.setRange(0, 0)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is; a total of 0 means that this is not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        shown = tr("{done} of {patches}").format(done=count(done), patches=patches(total))
        self._say(" · ".join(filter(None, (shown if total else "", text))))

    def show_writing(self) -> None:
        """Say that it is too late to stop: what is left is quick, and must not be cut short."""
        self.start.setEnabled(False)
        self.show_progress(0, 0, tr("Writing the index…"))

    def show_end(self, text: str, files: Sequence[str] = ()) -> None:
        """Say how it ended, and name files that are of interest."""
        self._set_running(False)
        self._say(text, files)

    # -- inside

    def _on_start(self) -> None:
        if self._is_running:
            self.start.setEnabled(False)
            self._say(tr("Stopping…"))
            self.cancel_asked.emit()
        else:
            self.update_asked.emit(self.archive.filePath().strip(), self.remove.isChecked())

    def _set_running(self, running: bool) -> None:
        self._is_running = running
        self.bar.setVisible(running)
        self._form.setEnabled(not running)
        self.start.setText(tr("&Stop") if running else tr("&Update"))
        self._update()

    def _update(self, _path: str = "") -> None:
        ready = bool(self.archive.filePath().strip()) and not self._needs_package
        self.start.setEnabled(self._is_running or ready)

    def _say(self, text: str, files: Sequence[str] = ()) -> None:
        self.message.setText(text)
        self.list.setPlainText("\n".join(files))
        self.list.setVisible(bool(files))
        fit_height(self)


def _explanation() -> QLabel:
    text = QLabel(
        tr(
            "Encodes only the images that are new or have changed since the index was built, and "
            "finds those that were moved or are gone. You can go on searching meanwhile."
        )
    )
    text.setWordWrap(True)
    return text
