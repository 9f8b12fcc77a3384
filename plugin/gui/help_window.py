"""The help pages, in a window of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QImage, QTextDocument
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..core.saying import language_of
from ..words import tr
from .whats_this import WhatsThis

WIDEST = 640  # pixels of a picture
MARGIN = 12


class _Pages(QTextBrowser):
    """Shows Markdown pages, and pictures no wider than they should be."""

    def loadResource(self, kind: int, name: QUrl) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource:
            return super().loadResource(kind, name)
        path = self.source().resolved(name).toLocalFile()
        picture = QImage(path)
        if picture.width() > WIDEST:
            mode = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToWidth(WIDEST, mode)
        return picture


class HelpWindow(QDialog):
    """A browser of the pages of a folder; links to the web open outside.

    Parameters
    ----------
    page : Path
        The first one, a Markdown file.
    parent : QWidget, optional
    locale : str
        Like ``de`` or ``de_AT``, by default QGIS's: where a page has a translation beside it
        (``page.de.md``), that is shown.
    """

    def __init__(self, page: Path, parent: QWidget | None = None, locale: str = "") -> None:
        super().__init__(parent)
        self._language = language_of(locale or QgsApplication.locale())
        WhatsThis(self)
        self.setObjectName("lookalikeHelp")
        self.setWindowTitle(tr("Lookalike: help"))
        self.pages = _Pages()
        self.pages.setObjectName("lookalikeHelpPages")
        self.pages.setOpenLinks(False)
        self.pages.document().setDocumentMargin(MARGIN)
        self.pages.anchorClicked.connect(self._follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.back = QToolButton()
        self.back.setObjectName("lookalikeHelpBack")
        self.back.setIcon(QgsApplication.getThemeIcon("/mActionArrowLeft.svg"))
        self.back.setToolTip(tr("Back"))
        self.back.setEnabled(False)
        self.back.clicked.connect(self.pages.backward)
        self.pages.backwardAvailable.connect(self.back.setEnabled)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ResetRole)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages)
        layout.addWidget(buttons)
        self._open(QUrl.fromLocalFile(str(page)))

    def sizeHint(self) -> QSize:
        return QSize(WIDEST + 80, 720)

    def _open(self, url: QUrl) -> None:
        page = Path(url.toLocalFile())
        own = page.with_suffix(f".{self._language}.md")
        url = QUrl.fromLocalFile(str(own if own.is_file() else page))
        self.pages.setSource(url, QTextDocument.ResourceType.MarkdownResource)

    def _follow(self, link: QUrl) -> None:
        """Go to a heading or a page; Qt gives Markdown's headings no anchors."""
        url = self.pages.source().resolved(link)
        if not url.isLocalFile():
            QDesktopServices.openUrl(url)
        elif link.hasFragment() and not link.path():
            self._go_to(link.fragment())
        else:
            self._open(url)

    def _go_to(self, anchor: str) -> None:
        block = self.pages.document().begin()
        while block.isValid():
            heading = "-".join(block.text().lower().split())
            if block.blockFormat().headingLevel() and heading == anchor:
                bar = self.pages.verticalScrollBar()
                layout = self.pages.document().documentLayout()
                bar.setValue(int(layout.blockBoundingRect(block).y()) - MARGIN)
                return
            block = block.next()
