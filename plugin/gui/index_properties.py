"""What an index is: its patches and images, its model and what that is worth, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDateTime, QLocale, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..core.contents import measured
from ..words import count, decimal, images, index_title, percent, tr

if TYPE_CHECKING:
    from ..core.contents import Imagery, IndexContents

LISTED = 1_000  # paths; nobody reads more
LIST_LINES = 6
SIZE = QSize(620, 560)  # px


class IndexProperties(QDialog):
    """One page for each index that is open.

    Signals
    -------
    update_asked(str)
        Path of an index to update.
    closed()
    """

    update_asked = pyqtSignal(str)
    closed = pyqtSignal()

    def __init__(self, paths: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookalikeIndexProperties")
        self.setWindowTitle(tr("Index properties"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = {path: IndexPage(path) for path in paths}
        for page in self.pages.values():
            page.update_asked.connect(self.update_asked)
        layout = QVBoxLayout(self)
        if len(paths) == 1:
            layout.addWidget(self.pages[paths[0]])
        else:
            tabs = QTabWidget()
            for path, page in self.pages.items():
                tabs.addTab(page, Path(path).stem)
            layout.addWidget(tabs)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.finished.connect(self._on_finished)
        self.resize(SIZE)

    def _on_finished(self, _code: int) -> None:
        self.closed.emit()


class IndexPage(QScrollArea):
    """The facts about one index file, and what became of its images.

    Signals
    -------
    update_asked(str)
        Its path.
    """

    update_asked = pyqtSignal(str)

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self.images = _text(tr("Looking for the images…"))
        self.images.setObjectName("lookalikeImagery")
        self.list = QPlainTextEdit()
        self.list.setObjectName("lookalikeImageryList")
        self.list.setReadOnly(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setFixedHeight(LIST_LINES * self.list.fontMetrics().lineSpacing() + 12)
        self.list.hide()
        self.update_button = QPushButton(tr("&Update…"))
        self.update_button.setObjectName("lookalikePropertiesUpdate")
        self.update_button.setIcon(QgsApplication.getThemeIcon("/mActionRefresh.svg"))
        self.update_button.setToolTip(
            tr("Encode images that are new or have changed, and find those that moved or are gone")
        )
        self.update_button.setAutoDefault(False)
        self.update_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.update_button.clicked.connect(self._on_update)
        self.update_button.hide()
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.addLayout(self._form)
        layout.addWidget(self.list)
        layout.addWidget(self.update_button)
        layout.addStretch()
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_contents(self, contents: IndexContents) -> None:
        """Say what the index holds."""
        for title, value in _facts(contents, self._path):
            self._form.addRow(title, _text(value))
        self._form.addRow(tr("Images"), self.images)
        self.update_button.show()

    def _on_update(self) -> None:
        self.update_asked.emit(self._path)

    def show_progress(self, done: int, total: int) -> None:
        """Say how many images were looked for."""
        looked = tr("Looking for the images… {done} of {total}")
        self.images.setText(looked.format(done=count(done), total=count(total)))

    def show_imagery(self, imagery: Imagery, contents: IndexContents) -> None:
        """Say which images are not where, or not as, the index knows them."""
        missing, changed = imagery
        lines = []
        if not contents.about.archive and len(missing) == contents.sources:
            lines.append(tr("Not attached: the index was passed on without its images."))
            missing = []
        elif missing:
            text = tr("Not found: {missing} of {all}. Is their drive attached?")
            lines.append(text.format(missing=count(len(missing)), all=images(contents.sources)))
        else:
            lines.append(tr("All images are where the index says."))
        if changed:
            text = tr("Changed since they were encoded: {count}. Update the index.")
            lines.append(text.format(count=images(len(changed))))
        self.images.setText("\n".join(lines))
        listed = [tr("missing: {path}").format(path=path) for path in missing]
        listed += [tr("changed: {path}").format(path=path) for path in changed]
        more = len(listed) - LISTED
        self.list.setPlainText("\n".join(listed[:LISTED] + (["…"] if more > 0 else [])))
        self.list.setVisible(bool(listed))

    def show_problem(self, sentence: str) -> None:
        """Say why nothing is known."""
        if self.images.parent() is None:
            self._form.addRow(self.images)
        self.images.setText(f"⚠ {sentence}")


def _text(value: str) -> QLabel:
    label = QLabel(value)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


# -- in words -------------------------------------------------------------------------------------


def _facts(contents: IndexContents, path: str) -> list[tuple[str, str]]:
    """Titles and values, from what is asked first to what is asked last."""
    about = contents.about
    metres = about.patch_metres
    patches = tr("{patches} of {side} m, cut from {images}").format(
        patches=count(contents.rows), side=f"{metres:g}", images=images(contents.sources)
    )
    found = [
        (tr("Title"), index_title(about.name)),
        (tr("Patches"), patches),
        (tr("Area"), _area(contents)),
        (tr("Period"), _period(contents)),
        (tr("Labels"), _labels(contents)),
        (tr("Model"), str(about.card.get("name", "?"))),
        (tr("Model quality"), _quality(contents)),
        (tr("Codes"), _codes(contents)),
        (tr("Read as"), ", ".join(about.readings)),
        (tr("Made"), _made(contents)),
        (tr("Archive"), "\n".join(about.looked_in)),
        (tr("File"), f"{path}\n{QLocale().formattedDataSize(contents.size)}"),
    ]
    return [(title, value) for title, value in found if value]


def _area(contents: IndexContents) -> str:
    if contents.extent is None:
        return ""
    west, south, east, north = contents.extent
    square = contents.rows * (contents.about.patch_metres / 1000) ** 2
    return tr("{square} km² of patches between {corner} and {opposite}").format(
        square=count(round(square)) if square >= 10 else decimal(square, 1),
        corner=_place(west, south),
        opposite=_place(east, north),
    )


def _place(lon: float, lat: float) -> str:
    north = tr("{degrees}° N") if lat >= 0 else tr("{degrees}° S")
    east = tr("{degrees}° E") if lon >= 0 else tr("{degrees}° W")
    parts = (north, abs(lat)), (east, abs(lon))
    return " ".join(text.format(degrees=decimal(number, 2)) for text, number in parts)


def _period(contents: IndexContents) -> str:
    if contents.period is None:
        return tr("unknown: the images do not say when they were taken")
    first, last = contents.period
    return first if first == last else f"{first} – {last}"


def _labels(contents: IndexContents) -> str:
    named = [
        f"{label or tr('no label')} ({count(number)})" for label, number in contents.labels.items()
    ]
    return ", ".join(named)


def _quality(contents: IndexContents) -> str:
    card = contents.about.card
    adapted = bool(contents.about.layer_digest)
    worth = measured(card, contents.bits, adapted=adapted)
    if worth is None:
        return tr("not measured: the model card has no figures")
    text = tr(
        "Of the first 20 hits {first} were of the query's class, of the first 100 {many}; measured "
        "with {queries} patches that training never saw, among {archive}."
    ).format(
        first=percent(worth.first),
        many=percent(worth.many),
        queries=count(worth.queries),
        archive=count(worth.archive),
    )
    if not adapted:
        return text
    if worth.adapted:
        other = tr("That was with codes adapted to those patches, as yours are to your archive.")
    else:
        other = tr("That was with the model's own codes; yours are adapted to your archive.")
    return f"{text} {other}"


def _codes(contents: IndexContents) -> str:
    if contents.about.layer_digest:
        kind = tr("{bits} bits, adapted to this archive, so that they tell its places apart better")
    else:
        kind = tr("{bits} bits, the model's own")
    return kind.format(bits=contents.bits)


def _made(contents: IndexContents) -> str:
    about = contents.about
    made = tr("{when}, by {software}").format(when=_moment(about.created), software=about.software)
    if about.updated:
        made += "\n" + tr("updated {when}").format(when=_moment(about.updated))
    return made


def _moment(iso: str) -> str:
    """Write a point in time as the user's language does, in local time."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return iso
    return QLocale().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
