"""A frame in a dialog that says which Python packages are missing, and offers to install them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ..words import tr


class MissingPackages(QFrame):
    """Hidden while nothing is missing.

    Parameters
    ----------
    sentence : str
        With ``{names}`` where the packages are to stand.
    parent : QWidget, optional
    """

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel()
        self.text.setObjectName("lookalikeMissing")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.install = QPushButton(tr("I&nstall…"))
        self.install.setObjectName("lookalikeInstallMissing")
        self.install.setToolTip(tr("Install what is missing"))
        self.install.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.addWidget(self.text, 1)
        row.addWidget(self.install)
        self.hide()

    def show_packages(self, packages: Sequence[str]) -> None:
        """Name the packages that are missing; none hides the frame."""
        self.text.setText(self._sentence.format(names=", ".join(packages)))
        self.setVisible(bool(packages))
