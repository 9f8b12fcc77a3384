"""What a user does beside searching: packages, options, the report of a problem."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QApplication, QMenu, QWhatsThis, QWidget

from .. import diagnostics, folders, packages, settings
from ..core.errors import LookalikeError
from ..gui.help_window import HelpWindow
from ..gui.options_page import OptionsFactory, OptionsPage
from ..gui.panel import Panel
from ..message_bar import warn
from ..settings import Settings
from ..tasks.picture_cache import PictureCache
from ..words import tr
from .accelerator import Accelerator
from .packager import Packager


class Upkeep(QObject):
    """Owns the installer, the page of options, the menu of the panel and the report.

    Signals
    -------
    packages_changed()
        Packages were installed or removed.
    settings_changed()
    """

    packages_changed = pyqtSignal()
    settings_changed = pyqtSignal()

    def __init__(self, iface: QgisInterface, panel: Panel, icon: QIcon) -> None:
        super().__init__()
        self._iface, self._panel = iface, panel
        self._inquiry: diagnostics.Inquiry | None = None
        self._page: OptionsPage | None = None
        self._help: HelpWindow | None = None
        self._last = diagnostics.LastProblem(iface.messageBar(), self)
        self.packager = Packager(iface, self)
        self.packager.changed.connect(self._on_packages_changed)
        self.accelerator = Accelerator(self)
        self.accelerator.offered.connect(self._on_offered)
        self.accelerator.taken.connect(self._on_taken)
        self.accelerator.refused.connect(self._on_refused)
        self._factory = OptionsFactory(icon, self._make_page)
        iface.registerOptionsWidgetFactory(self._factory)
        panel.index_section.menu.setMenu(self._make_menu())

    def stop(self) -> None:
        """End what runs, and take the page of options back."""
        self._iface.unregisterOptionsWidgetFactory(self._factory)
        self._last.stop()
        self.packager.stop()
        self.accelerator.stop()
        self._end_inquiry()
        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
            self._help = None

    # -- menu and options

    def _make_menu(self) -> QMenu:
        menu = QMenu(self._panel)
        menu.addAction(self._panel.examples.load)
        menu.addSeparator()
        menu.addAction(self._panel.first_steps.reopen)
        for name, text, act in (
            ("Help", tr("&Help"), self.show_help),
            ("Options", tr("&Options…"), self.show_options),
            ("Packages", tr("Python &packages…"), self.packager.show),
            ("Report", tr("Copy problem &report"), self.copy_report),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"lookalikeMenu{name}")
            action.triggered.connect(act)
            if name == "Help":
                menu.addAction(QWhatsThis.createAction(menu))
        return menu

    def show_help(self) -> None:
        """Open the help pages, or bring them to the front."""
        if self._help is None:
            page = folders.RESOURCES / "help" / "guide.md"
            self._help = HelpWindow(page, self._iface.mainWindow())
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def show_options(self) -> None:
        """Open QGIS's options at our page."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), "lookalikeOptions")

    def _make_page(self, parent: QWidget) -> OptionsPage:
        page = OptionsPage(settings.load(), parent)
        page.models.lineEdit().setPlaceholderText(str(folders.usual_models()))
        page.show_packages(packages.states())
        page.accepted.connect(self._on_accepted)
        page.packages_asked.connect(self.packager.show)
        page.report_asked.connect(self.copy_report)
        page.providers_asked.connect(self.accelerator.look)
        page.clear_asked.connect(self._clear_pictures)
        page.show_kept(str(folders.pictures()), PictureCache(folders.pictures(), 0).size())
        page.destroyed.connect(self._on_page_gone)
        self._page = page
        return page

    def _on_page_gone(self) -> None:
        self._page = None

    def _on_accepted(self, chosen: Settings) -> None:
        before = settings.load()
        if chosen.provider and chosen.provider != before.provider:
            self.accelerator.try_out(chosen.provider)  # which sets it, if it can
            chosen = settings.with_provider(chosen, before.provider)
        if chosen != before:
            settings.save(chosen)
            self.settings_changed.emit()

    def _on_offered(self, providers: list[tuple[str, str]]) -> None:
        if self._page is not None:
            self._page.show_providers(providers)

    def _on_taken(self, text: str) -> None:
        self._iface.messageBar().pushMessage("Lookalike", text, Qgis.MessageLevel.Success)

    def _on_refused(self, error: LookalikeError) -> None:
        warn(self._iface.messageBar(), error)

    def _clear_pictures(self) -> None:
        cache = PictureCache(folders.pictures(), 0)
        cache.clear()
        self._page.show_kept(str(cache.path), cache.size())

    def _on_packages_changed(self) -> None:
        self.accelerator.forget()
        if self._page is not None:
            self._page.show_packages(packages.states())
        self.packages_changed.emit()

    # -- report

    def copy_report(self) -> None:
        """Put the report into the clipboard, once the packages have said what they are."""
        if self._inquiry is None:
            self._inquiry = diagnostics.Inquiry(self)
            self._inquiry.answered.connect(self._on_answered)
            self._inquiry.start()

    def _on_answered(self, said: dict[str, str]) -> None:
        self._end_inquiry()
        QApplication.clipboard().setText(diagnostics.report(said, self._panel.index, self._last))
        text = tr("The report is on the clipboard: paste it where you describe the problem.")
        self._iface.messageBar().pushMessage("Lookalike", text, Qgis.MessageLevel.Info)
        if self._page is not None:
            self._page.say_copied()

    def _end_inquiry(self) -> None:
        if self._inquiry is not None:
            self._inquiry.stop()
            self._inquiry.deleteLater()
            self._inquiry = None
