"""The walk through the best hits by key: ↑ wanted, ↓ unwanted, → neither, Esc ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QPixmap
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..words import percent, tr
from .examples_section import sign_icon

if TYPE_CHECKING:
    from ..core.hits import Hit

ROUND = 10  # judgements; three rounds are mostly enough
PICTURE = 96  # px


class RefineBar(QFrame):
    """Shows one hit and takes what the user says of it.

    Signals
    -------
    judged(Hit, bool or None)
        Wanted, unwanted, or neither.
    ended()
    """

    judged = pyqtSignal(object, object)
    ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeRefineBar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hit: Hit | None = None
        self.picture = QLabel()
        self.picture.setObjectName("lookalikeRefinePicture")
        self.picture.setFixedSize(QSize(PICTURE, PICTURE))
        self.picture.hide()
        self.text = QLabel()
        self.text.setObjectName("lookalikeRefineText")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.rounds = QLabel()
        self.rounds.setObjectName("lookalikeRefineRounds")
        self.rounds.setWordWrap(True)
        self.up = self._button("Up", tr("Wanted ↑"), tr("More like this (↑)"), True)
        self.down = self._button("Down", tr("Unwanted ↓"), tr("Less like this (↓)"), False)
        self.skip = self._button("Skip", tr("Skip →"), tr("Go on without judging this one (→)"))
        self.end = self._button("End", tr("Done"), tr("Stop refining (Esc)"))
        self.end.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.skip.clicked.connect(self._on_skip)
        self.end.clicked.connect(self.ended)
        self.hide()

    def _button(self, name: str, text: str, tip: str, wanted: bool | None = None) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"lookalikeRefine{name}")
        button.setText(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the bar's
        if wanted is not None:
            button.setIcon(sign_icon(wanted))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.up, self.down, self.skip):
            buttons.addWidget(button)
        state = QHBoxLayout()  # four buttons in a row would make the panel wider
        state.addWidget(self.rounds, 1)
        state.addWidget(self.end)
        words = QVBoxLayout()
        words.addWidget(self.text)
        words.addLayout(state)
        words.addStretch()
        above = QHBoxLayout()
        above.addWidget(self.picture)
        above.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3, 6, 3, 6)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addLayout(buttons)

    def show_hit(self, hit: Hit | None, judged: int) -> None:
        """Show the next hit to judge; None: there is no other.

        Parameters
        ----------
        hit : Hit or None
        judged : int
            How many were judged in this walk.
        """
        self.hit = hit
        self.picture.hide()
        if hit is None:
            self.text.setText(
                tr("No hits are left to judge. Ask for more hits above, or press Done.")
            )
        else:
            named = " · ".join(filter(None, (hit.label, hit.id)))
            self.text.setText(
                tr("Hit {rank}, similarity {similarity}\n{name}").format(
                    rank=hit.rank, similarity=percent(hit.similarity), name=named
                )
            )
        self.rounds.setText(
            tr("Round {round}, {judged} of {size} judged").format(
                round=judged // ROUND + 1, judged=judged % ROUND, size=ROUND
            )
        )
        for button in (self.up, self.down, self.skip):
            button.setEnabled(hit is not None)
        self.show()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show how the hit looks; None: its image is not at hand."""
        self.picture.setVisible(picture is not None)
        if picture is not None:
            self.picture.setPixmap(
                picture.scaled(
                    self.picture.size(),
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_Up: self._on_up,
            Qt.Key.Key_Down: self._on_down,
            Qt.Key.Key_Right: self._on_skip,
            Qt.Key.Key_Space: self._on_skip,
            Qt.Key.Key_Escape: self.ended.emit,
        }.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _on_up(self) -> None:
        self._judge(True)

    def _on_down(self) -> None:
        self._judge(False)

    def _on_skip(self) -> None:
        self._judge(None)

    def _judge(self, wanted: bool | None) -> None:
        if self.hit is not None:
            hit, self.hit = self.hit, None  # one word a hit, however fast the keys
            self.judged.emit(hit, wanted)
