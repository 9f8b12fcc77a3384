"""The upper part of the panel: as tall as what it holds, and scrolled where there is no room."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

LEAST = 80  # px of height
UNLIMITED = (1 << 24) - 1  # px: Qt's own limit


class Upper(QScrollArea):
    """A column of sections.

    Parameters
    ----------
    kept : QWidget
        What stays in sight when there is less room, unless the focus is on something else here.
    *sections : QWidget
    """

    def __init__(self, kept: QWidget, *sections: QWidget) -> None:
        super().__init__()
        self._kept = kept
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # that of its controls is seen, and scrolls
        self.setObjectName("lookalikeUpper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for section in sections:
            layout.addWidget(section)
        layout.addStretch()
        self.setWidget(content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # wrapped text is taller where it is narrower
        if event.size().height() < event.oldSize().height():
            focus = QApplication.focusWidget()
            inside = focus is not None and self.widget().isAncestorOf(focus)
            self.ensureWidgetVisible(focus if inside else self._kept)

    def limit(self, height: int | None) -> None:
        """Take at most so many pixels; None: what the sections need."""
        self.setMaximumHeight(UNLIMITED if height is None else max(LEAST, height))

    def sizeHint(self) -> QSize:
        layout = self.widget().layout()
        hint = layout.sizeHint()
        if layout.hasHeightForWidth():
            width = max(self.viewport().width(), hint.width())
            hint.setHeight(layout.totalHeightForWidth(width))
        return hint

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        least = self.widget().minimumSizeHint()
        return QSize(least.width() + bar, min(LEAST, least.height()))
