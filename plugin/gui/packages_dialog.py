"""Says which packages are there, and installs or removes them when asked to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import tr
from .whats_this import WhatsThis

if TYPE_CHECKING:
    from ..packages import PackageState

COMMAND_LINES = 4  # of text that a command is given room for


class PackagesDialog(QDialog):
    """State of the packages, where to get them from, the command, and how it goes.

    Signals
    -------
    install_asked(str)
        With the folder of wheels; empty for the internet.
    cancel_asked(), remove_asked()
    source_changed(str)
        The folder of wheels, whose command is to be shown; empty for the internet.
    """

    install_asked = pyqtSignal(str)
    cancel_asked = pyqtSignal()
    remove_asked = pyqtSignal()
    source_changed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        WhatsThis(self)
        self.setObjectName("lookalikePackages")
        self.setWindowTitle(tr("Lookalike: Python packages"))
        self._is_running = False
        self._make_top()
        self._make_source()
        self._make_ending()
        layout = QVBoxLayout(self)
        for part in (self.intro, self._table, self._source, self.hint, self._command_row):
            layout.addWidget(part)
        for part in (self.bar, self.message, self._log_group):
            layout.addWidget(part)
        layout.setStretchFactor(self._log_group, 1)
        layout.addStretch()
        layout.addWidget(self._buttons)
        self.resize(560, 0)
        self._update()

    # -- parts

    def _make_top(self) -> None:
        self.intro = QLabel(
            tr(
                "Lookalike needs two Python packages that do not come with QGIS. They go "
                "into a folder of their own; QGIS and its other packages stay as they "
                "are."
            )
        )
        self.intro.setWordWrap(True)
        self._table = QWidget()
        self._rows = QGridLayout(self._table)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setHorizontalSpacing(12)
        self._rows.setColumnStretch(3, 1)

    def _make_source(self) -> None:
        self.internet = QRadioButton(tr("From the &internet"))
        self.internet.setObjectName("lookalikeFromInternet")
        self.internet.setToolTip(tr("Fetches the packages from PyPI, Python's package index"))
        self.internet.setChecked(True)
        self.local = QRadioButton(tr("From a folder of &wheels"))
        self.local.setObjectName("lookalikeFromWheels")
        self.local.setToolTip(
            tr("For a machine without a network: *.whl files that were fetched on another one")
        )
        self.wheels = QgsFileWidget()
        self.wheels.setObjectName("lookalikeWheels")
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.wheels.setDialogTitle(tr("Folder of wheels"))
        self.wheels.setToolTip(tr("The folder with the *.whl files of the packages"))
        self.wheels.lineEdit().setPlaceholderText(tr("Folder with *.whl files"))
        self._source = QWidget()
        grid = QGridLayout(self._source)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.internet, 0, 0)
        grid.addWidget(self.local, 1, 0)
        grid.addWidget(self.wheels, 1, 1)
        grid.setColumnStretch(1, 1)
        self.local.toggled.connect(self._on_source)
        self.wheels.fileChanged.connect(self._on_source)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.command = QPlainTextEdit()
        self.command.setObjectName("lookalikeCommand")
        self.command.setReadOnly(True)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        lines = self.command.fontMetrics().lineSpacing() * COMMAND_LINES
        self.command.setFixedHeight(lines + 2 * self.command.frameWidth() + 10)
        copy = QToolButton()
        copy.setObjectName("lookalikeCopyCommand")
        copy.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        copy.setToolTip(tr("Copy the command"))
        copy.clicked.connect(self._copy)
        self._command_row = QWidget()
        self._command_row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self._command_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.command)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)

    def _make_ending(self) -> None:
        self.bar = QProgressBar()
        self.bar.setObjectName("lookalikeInstallProgress")
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.message = QLabel()
        self.message.setObjectName("lookalikeInstallMessage")
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.hide()
        self.log = QPlainTextEdit()
        self.log.setObjectName("lookalikeInstallLog")
        self.log.setReadOnly(True)
        self.log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.log.setMinimumHeight(120)
        self._log_group = QgsCollapsibleGroupBox(tr("Log"))
        self._log_group.setObjectName("lookalikeInstallLogGroup")
        self._log_group.setWhatsThis(tr("What the installation says, line by line"))
        QVBoxLayout(self._log_group).addWidget(self.log)
        self._log_group.setCollapsed(True)
        self._log_group.hide()
        self._log_group.collapsedStateChanged.connect(self._fit)
        self.install = QPushButton(tr("I&nstall"))
        self.install.setObjectName("lookalikeInstall")
        self.install.setDefault(True)
        self.remove = QPushButton(tr("&Remove"))
        self.remove.setObjectName("lookalikeRemovePackages")
        self.remove.setAutoDefault(False)
        self.remove.setToolTip(tr("Delete the folder of these packages"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.addButton(self.install, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.rejected.connect(self.reject)
        self.install.clicked.connect(self._on_install)
        self.remove.clicked.connect(self.remove_asked)

    # -- what is shown

    @property
    def source(self) -> str:
        """The folder of wheels; empty where they come from the internet."""
        return self.wheels.filePath().strip() if self.local.isChecked() else ""

    def show_states(self, states: Sequence[PackageState], purposes: dict[str, str]) -> None:
        """List the packages: whether they are there, and what they are for."""
        while self._rows.count():
            self._rows.takeAt(0).widget().deleteLater()
        for row, state in enumerate(states):
            mark = QLabel("✓" if state.is_there else "✗")
            name = QLabel(f"<b>{state.name}</b> {state.version}")
            how = QLabel(words_of(state))
            purpose = QLabel(purposes.get(state.name, ""))
            for column, label in enumerate((mark, name, how, purpose)):
                self._rows.addWidget(label, row, column)
        is_complete = all(state.is_there for state in states)
        self.install.setText(tr("I&nstall again") if is_complete else tr("I&nstall"))
        self.remove.setEnabled(any(state.is_ours for state in states))
        self._update()

    def show_command(self, command: str, hint: str) -> None:
        """Show what would be run, and what it is."""
        self.hint.setText(hint)
        self.command.setPlainText(command)
        self._fit()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is."""
        self._set_running(True)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._say(text)

    def add_line(self, text: str) -> None:
        """Add a line to the log."""
        self._log_group.show()
        self.log.appendPlainText(text)
        self._fit()

    def show_end(self, text: str, is_failure: bool = False) -> None:
        """Say how it ended; a failure opens the log."""
        self._set_running(False)
        self._say(f"⚠ {text}" if is_failure else text)
        if is_failure and self.log.toPlainText():
            self._log_group.setCollapsed(False)
        self._fit()

    # -- inside

    def _on_source(self) -> None:
        self._update()
        self.source_changed.emit(self.source)

    def _on_install(self) -> None:
        if self._is_running:
            self.install.setEnabled(False)
            self.cancel_asked.emit()
            return
        self.log.clear()
        self._set_running(True)
        self.install_asked.emit(self.source)

    def _set_running(self, running: bool) -> None:
        if running == self._is_running:
            return
        self._is_running = running
        self.bar.setVisible(running)
        self._source.setEnabled(not running)
        self.remove.setEnabled(not running)
        self.install.setText(tr("&Stop") if running else tr("I&nstall"))
        self._update()
        self._fit()

    def _update(self) -> None:
        self.wheels.setEnabled(self.local.isChecked())
        ready = self.internet.isChecked() or bool(self.source)
        self.install.setEnabled(self._is_running or ready)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.command.toPlainText())

    def _fit(self, _state: bool = False) -> None:
        """Take the height that there is to show; a layout with wrapped text does not by itself."""
        layout = self.layout()
        layout.activate()
        self.resize(self.width(), max(layout.totalHeightForWidth(self.width()), 0))


def words_of(state: PackageState) -> str:
    """Say how a package stands."""
    if not state.is_there:
        return tr("not installed")
    return tr("installed") if state.is_ours else tr("comes with QGIS")
