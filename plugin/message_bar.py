"""What the plugin says in QGIS's message bar, which shows one line and no more."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem, QgsMessageViewer
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from .words import tr

BESIDE = 150  # px that icon, name and buttons take beside a message


def put(
    bar: QgsMessageBar,
    text: str,
    level: Qgis.MessageLevel,
    seconds: int = -1,
    details: str = "",
    button: QWidget | None = None,
) -> QgsMessageBarItem:
    """Show a message; where it has details or is too long for the bar, with a way to read it all.

    Parameters
    ----------
    bar : QgsMessageBar
    text : str
    level : Qgis.MessageLevel
    seconds : int
        How long; 0 until it is closed, -1 as usual for the level.
    details : str
        Further lines.
    button : QWidget, optional
        What to do about it.
    """
    message = bar.createMessage("Lookalike", text)
    room = (bar.parentWidget() or bar).width()  # an empty bar is hidden, and as wide as ever
    is_long = bar.fontMetrics().horizontalAdvance(text) + BESIDE > room
    if details or is_long:
        message.layout().addWidget(_ReadAll("\n\n".join(filter(None, (text, details)))))
    if button is not None:
        message.layout().addWidget(button)
    if seconds < 0:
        seconds = bar.defaultMessageTimeout(level)
    return bar.pushWidget(message, level, seconds)


def warn(bar: QgsMessageBar, said: object, button: QWidget | None = None) -> QgsMessageBarItem:
    """Show an error or a warning until it is closed."""
    return put(bar, str(said), Qgis.MessageLevel.Warning, 0, button=button)


class _ReadAll(QPushButton):
    """Opens a window with the whole of a message, to read and to copy."""

    def __init__(self, text: str) -> None:
        super().__init__(tr("Read all…"))
        self.setObjectName("lookalikeReadAll")
        self._text = text
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        viewer = QgsMessageViewer(self.window())  # deletes itself when closed
        viewer.setTitle("Lookalike")
        viewer.setMessageAsPlainText(self._text)
        viewer.showMessage(False)
