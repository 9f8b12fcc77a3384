"""A page of pictures: the query's examples and the best hits, as PDF or PNG. Runs in any thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from qgis.PyQt.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPageSize, QPainter, QPdfWriter

from ..core.hits import Hit, Hits
from ..core.replacing import replacing
from ..gui.compat import flag_number
from ..words import count, decimal, index_title, patches, percent, tr

EXTENSIONS = (".pdf", ".png")
PAGE = QSizeF(210, 297)  # mm: A4
MARGIN, GAP = 12.0, 3.0  # mm
COLUMNS, ROWS = 6, 5  # of hits; one row more would be cut by the end of the page
CELL = (PAGE.width() - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS
LINE = 3.4  # mm of a line of text
DPI = 200  # of a PNG
MOST_HITS, MOST_EXAMPLES = COLUMNS * ROWS, COLUMNS
INK, FAINT, WANTED, UNWANTED = "#1a1a1a", "#707070", "#e0218a", "#404040"


class Cell(NamedTuple):
    """One picture and the lines below it; the frame says what an example is."""

    image: QImage | None
    lines: tuple[str, ...]
    frame: str = ""


class Sheet(NamedTuple):
    """What a contact sheet shows."""

    title: str
    lines: tuple[str, ...]
    examples: tuple[Cell, ...]
    hits: tuple[Cell, ...]


def sheet_of(
    hits: Hits, examples: Sequence[QImage | None], pictures: Sequence[QImage | None]
) -> Sheet:
    """Lay out an answer; pictures are those of its examples and of its best hits."""
    wanted = sum(one.example.wanted for one in hits.asked)
    unwanted = len(hits.asked) - wanted
    facts = tr("{patches} searched, {bits} bits · {wanted} wanted, {unwanted} unwanted")
    shown = tr("Hits: the best {shown} of {hits}")
    return Sheet(
        title=tr("Places like these, in {index}").format(index=index_title(hits.index_name)),
        lines=(
            facts.format(
                patches=patches(hits.searched), bits=hits.bits, wanted=wanted, unwanted=unwanted
            ),
            shown.format(shown=len(pictures), hits=count(len(hits.hits))),
        ),
        examples=tuple(
            Cell(
                image,
                (("+ " if one.example.wanted else "− ") + (one.label or one.id),),
                WANTED if one.example.wanted else UNWANTED,
            )
            for one, image in zip(hits.asked, examples)
        ),
        hits=tuple(Cell(image, _lines(hit)) for hit, image in zip(hits.hits, pictures)),
    )


def _lines(hit: Hit) -> tuple[str, ...]:
    place = f"{decimal(hit.lat, 4)}° {decimal(hit.lon, 4)}°"
    return f"{hit.rank} · {percent(hit.similarity)}", hit.label or hit.id, place


def save(path: str, sheet: Sheet) -> None:
    """Paint a sheet into a file, PDF or PNG by its extension.

    Raises
    ------
    UnwritableError
    """
    paint = _paint_pdf if Path(path).suffix.lower() == ".pdf" else _paint_png
    buffer = QBuffer()  # Qt would not say that a disk is full
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    paint(buffer, sheet)
    with replacing(path) as beside:
        beside.write_bytes(bytes(buffer.data()))


def _paint_pdf(buffer: QBuffer, sheet: Sheet) -> None:
    writer = QPdfWriter(buffer)
    writer.setResolution(300)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheet.title)
    painter = QPainter(writer)
    _paint(painter, sheet, 300 / 25.4)
    painter.end()


def _paint_png(buffer: QBuffer, sheet: Sheet) -> None:
    scale = DPI / 25.4
    image = QImage((PAGE * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    _paint(painter, sheet, scale)
    painter.end()
    image.save(buffer, "PNG")


def _paint(painter: QPainter, sheet: Sheet, scale: float) -> None:
    """Paint in millimetres."""
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    width = PAGE.width() - 2 * MARGIN
    y = MARGIN
    _text(painter, QRectF(MARGIN, y, width, 7), sheet.title, 5.0, INK, bold=True)
    y += 8
    for line in sheet.lines:
        _text(painter, QRectF(MARGIN, y, width, 4.5), line, 3.0, FAINT)
        y += 4.5
    y = _cells(painter, sheet.examples[:MOST_EXAMPLES], y + 2) + 1
    painter.fillRect(QRectF(MARGIN, y, width, 0.3), QColor(FAINT))
    _cells(painter, sheet.hits[:MOST_HITS], y + 3)


def _cells(painter: QPainter, cells: Iterable[Cell], top: float) -> float:
    """Paint cells row by row; return where they end."""
    height, bottom = 0.0, top
    for number, cell in enumerate(cells):
        row, column = divmod(number, COLUMNS)
        height = CELL + LINE * len(cell.lines) + GAP
        x, y = MARGIN + column * (CELL + GAP), top + row * height
        frame = QRectF(x, y, CELL, CELL)
        if cell.image is None:
            painter.fillRect(frame, QColor("#eeeeee"))
            _text(painter, frame, tr("no image"), 2.6, FAINT, centred=True)
        else:
            painter.drawImage(frame, cell.image)
        if cell.frame:
            pen = painter.pen()
            pen.setColor(QColor(cell.frame))
            pen.setWidthF(0.8)
            painter.setPen(pen)
            painter.drawRect(frame)
        for line, text in enumerate(cell.lines):
            place = QRectF(x, y + CELL + 0.4 + line * LINE, CELL, LINE)
            _text(painter, place, text, 2.6, FAINT if line else INK)
        bottom = y + height
    return bottom


def _text(
    painter: QPainter,
    place: QRectF,
    text: str,
    size: float,
    colour: str,
    bold: bool = False,
    centred: bool = False,
) -> None:
    """Write one line, shortened where it has no room.

    Fonts are made of whole pixels; so the text is written ten times as large and scaled.
    """
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(0.1, 0.1)
    font = QFont("Open Sans")
    font.setPixelSize(round(size * 10))
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    room = QRectF(0, 0, place.width() * 10, place.height() * 10)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(room.width()))
    across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    flags = flag_number(across) | flag_number(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(room, flags, shown)
    painter.restore()
