"""How a build goes, in QGIS's message bar, while its dialog is closed."""

from __future__ import annotations

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from ..words import tr
from .build_dialog import progress_text

WIDTH = 120  # pixels of the progress bar


class BuildNotice(QgsMessageBarItem):
    """The progress of a build, and buttons to stop it and to see its dialog again."""

    def __init__(self) -> None:
        super().__init__("Lookalike", tr("The index is being built."))
        self.bar = QProgressBar()
        self.bar.setObjectName("lookalikeBuildNoticeProgress")
        self.bar.setFixedWidth(WIDTH)
        self.bar.setRange(0, 0)
        self.look = QPushButton(tr("Show"))
        self.look.setObjectName("lookalikeBuildNoticeShow")
        self.stop = QPushButton(tr("Stop"))
        self.stop.setObjectName("lookalikeBuildNoticeStop")
        for part in (self.bar, self.look, self.stop):
            self.layout().addWidget(part)

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is; a total of 0 means that this is not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.setText(progress_text(done, total, text))
