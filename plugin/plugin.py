"""What QGIS loads: registers panel, menu, button and algorithms, and takes them all back."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider, QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from . import folders, settings
from .control.manager import Manager
from .control.upkeep import Upkeep
from .gui.index_drop import IndexDropHandler
from .gui.panel import Panel
from .language import Language
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
    upkeep : Upkeep
        Packages, options, and the report of a problem.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.panel: Panel | None = None
        self.manager: Manager | None = None
        self.upkeep: Upkeep | None = None
        self._action: QAction | None = None
        self._provider: QgsProcessingProvider | None = None
        self._drops: IndexDropHandler | None = None
        self._language = Language()
        self._language.install()

    def initGui(self) -> None:
        """Build the interface."""
        window = self.iface.mainWindow()
        settings.enforce(settings.load())
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
        self._show_defaults()
        self.upkeep = Upkeep(self.iface, self.panel, QIcon(str(ICON)))
        self.manager.packages_asked.connect(self.upkeep.packager.show)
        self.upkeep.packages_changed.connect(self.manager.look_for_packages)
        self.upkeep.settings_changed.connect(self._on_settings)
        self._drops = IndexDropHandler()
        self._drops.dropped.connect(self._on_dropped)
        self.iface.registerCustomDropHandler(self._drops)
        self.panel.setVisible(not QgsSettings().value(CLOSED, False, type=bool))
        self._action.triggered.connect(_remember_shown)
        self.panel.closed.connect(_remember_closed)
        self.initProcessing()

    def initProcessing(self) -> None:
        """Register the algorithms; all that qgis_process asks for."""
        if self._provider is None:
            settings.enforce(settings.load())
            from .processing.provider import LookalikeProvider

            self._provider = LookalikeProvider()
            QgsApplication.processingRegistry().addProvider(self._provider)

    def _show_defaults(self) -> None:
        """Let the panel begin as QGIS's options say."""
        chosen = settings.load()
        self.panel.query_section.k.setValue(chosen.hits)
        self.panel.query_section.overlapping.setChecked(chosen.overlapping)
        if self.manager is not None:
            self.manager.kept_pictures.most = chosen.pictures * 1_000_000

    def _on_settings(self) -> None:
        """Let the panel follow what was set in QGIS's options."""
        self._show_defaults()
        if self.panel.use_models(folders.model_folders()) and self.panel.index is not None:
            self.manager.open_index(self.panel.index.path)  # its model may be here now

    def _on_dropped(self, index: str) -> None:
        """Open an index that was dropped on QGIS, where the user sees it."""
        self.panel.setUserVisible(True)
        self.manager.open_index(index)

    def unload(self) -> None:
        """Take everything back."""
        if self._drops is not None:
            self.iface.unregisterCustomDropHandler(self._drops)
            self._drops.deleteLater()
            self._drops = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self.upkeep is not None:
            self.upkeep.stop()
            self.upkeep.deleteLater()
            self.upkeep = None
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
        self._language.remove()
