"""What QGIS loads: registers panel, menu, button and algorithms, and takes them all back."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from . import folders
from .gui.panel import Panel
from .manager import Manager
from .packager import Packager
from .words import tr

ICON = folders.RESOURCES / "icon.svg"
CLOSED = "lookalike/panelClosed"


def _remember_shown(shown: bool) -> None:
    QgsSettings().setValue(CLOSED, not shown)


def _remember_closed() -> None:
    _remember_shown(False)


class LookalikePlugin:
    """The plugin; every registration of `initGui` and `initProcessing` has its twin in `unload`.

    Attributes
    ----------
    panel : Panel
        The dock.
    manager : Manager
        What works for it.
    packager : Packager
        What installs packages when asked to.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.panel: Panel | None = None
        self.manager: Manager | None = None
        self.packager: Packager | None = None
        self._action: QAction | None = None
        self._provider: QgsProcessingProvider | None = None

    def initGui(self) -> None:
        """Build the interface."""
        window = self.iface.mainWindow()
        self.panel = Panel(folders.model_folders(), window)
        self._action = QAction(QIcon(str(ICON)), tr("Lookalike"), window)
        self._action.setObjectName("lookalikeShowPanel")
        self._action.setToolTip(tr("Find every place that looks like this one"))
        self._action.setCheckable(True)
        self.panel.setToggleVisibilityAction(self._action)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.iface.addToolBarIcon(self._action)
        self.iface.addPluginToRasterMenu(tr("Lookalike"), self._action)
        self.manager = Manager(self.iface, self.panel)
        self.packager = Packager(self.iface)
        self.manager.packages_asked.connect(self.packager.show)
        self.packager.changed.connect(self.manager.builder.look_for_packages)
        self.panel.setVisible(not QgsSettings().value(CLOSED, False, type=bool))
        self._action.triggered.connect(_remember_shown)
        self.panel.closed.connect(_remember_closed)
        self.initProcessing()

    def initProcessing(self) -> None:
        """Register the algorithms; all that qgis_process asks for."""
        if self._provider is None:
            from .processing.provider import LookalikeProvider

            self._provider = LookalikeProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def unload(self) -> None:
        """Take everything back."""
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self.packager is not None:
            self.packager.stop()
            self.packager.deleteLater()
            self.packager = None
        if self.manager is not None:
            self.manager.stop()
            self.manager.deleteLater()
            self.manager = None
        if self._action is not None:
            self.iface.removePluginRasterMenu(tr("Lookalike"), self._action)
            self.iface.removeToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self.panel is not None:
            self.iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
