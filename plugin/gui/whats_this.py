"""What's This (Shift+F1, then a click) says of each control what its tooltip says.

So do screen readers, where nothing else names a control.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QHelpEvent
from qgis.PyQt.QtWidgets import QAbstractButton, QLabel, QWhatsThis, QWidget


class WhatsThis(QObject):
    """Answers for everything inside a widget that has no text of its own.

    Qt asks the control first, then what it lies in, up to this widget.
    """

    def __init__(self, root: QWidget) -> None:
        super().__init__(root)
        self._root = root
        root.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            name_controls(self._root)
        if event.type() == QEvent.Type.QueryWhatsThis:
            event.setAccepted(bool(self._text(event)))
            return True
        if event.type() == QEvent.Type.WhatsThis and (text := self._text(event)):
            QWhatsThis.showText(event.globalPos(), text, self._root)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _text(self, event: QHelpEvent) -> str:
        widget = self._root.childAt(self._root.mapFromGlobal(event.globalPos()))
        while widget is not None and widget is not self._root:
            if text := widget.whatsThis() or widget.toolTip():
                return text
            widget = widget.parentWidget()
        return self._root.whatsThis()


def name_controls(root: QWidget) -> None:
    """Name each control that shows only an icon or an initial by the first line of its tooltip."""
    labelled = {label.buddy() for label in root.findChildren(QLabel)}
    for control in root.findChildren(QWidget):
        tip = control.toolTip().partition("\n")[0]
        says = control.text() if isinstance(control, (QAbstractButton, QLabel)) else ""
        if tip and len(says) < 2 and control not in labelled and not control.accessibleName():
            control.setAccessibleName(tip)
