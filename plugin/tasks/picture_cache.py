"""Pictures of hits that are kept from one session to the next: one SQLite file of JPEGs."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QImage

from ..core.index import State
from .reporting import LOG

QUALITY = 90  # of a JPEG
SPARE = 0.9  # share of the limit that is left once it was passed
LOCKED = 2.0  # seconds to wait for another QGIS
TABLE = """
CREATE TABLE IF NOT EXISTS pictures (
    key TEXT PRIMARY KEY, used REAL NOT NULL, picture BLOB NOT NULL
) WITHOUT ROWID
"""


class PictureCache:
    """Keeps the pictures that were used last; whatever fails, they are read again.

    Each call opens the file for itself, so any thread may make it.

    Parameters
    ----------
    path : Path
        Made where it is not there.
    most : int
        Bytes of pictures; 0 keeps none. May be changed.
    """

    def __init__(self, path: Path, most: int) -> None:
        self.path, self.most = path, most
        self._bytes: int | None = None  # of all pictures, once they were added up

    def get(self, key: str) -> QImage | None:
        """Return a picture; None where it is not kept."""
        if not (self.most and self.path.is_file()):
            return None
        try:
            with closing(self._open()) as file, file:
                found = file.execute("SELECT picture FROM pictures WHERE key = ?", (key,))
                row = found.fetchone()
                if row is not None:
                    file.execute("UPDATE pictures SET used = ? WHERE key = ?", (time.time(), key))
        except sqlite3.Error as problem:
            self._give_up(problem)
            return None
        image = QImage.fromData(row[0]) if row else QImage()
        return None if image.isNull() else image

    def put(self, key: str, image: QImage) -> None:
        """Keep a picture, and let those go that were used least lately where it is too many."""
        if not self.most:
            return
        picture = _jpeg(image)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as file, file:
                file.execute(TABLE)
                row = (key, time.time(), picture)
                file.execute("INSERT OR REPLACE INTO pictures VALUES (?, ?, ?)", row)
                self._make_room(file, len(picture))
        except (sqlite3.Error, OSError) as problem:
            self._give_up(problem)

    def size(self) -> int:
        """Return how many bytes it takes on the disk."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def clear(self) -> None:
        """Let all pictures go; `size` says whether they went."""
        self._bytes = None
        try:
            self.path.unlink(missing_ok=True)
        except OSError as problem:  # another program holds the file
            self._log(problem)

    def _open(self) -> sqlite3.Connection:
        file = sqlite3.connect(self.path, timeout=LOCKED)
        try:
            file.execute("PRAGMA synchronous = OFF")  # what a power cut spoils is made anew
            file.execute("PRAGMA journal_mode = MEMORY")
        except sqlite3.Error:  # a spoilt file
            file.close()
            raise
        return file

    def _make_room(self, file: sqlite3.Connection, added: int) -> None:
        if self._bytes is None:
            self._bytes = _total(file)
        else:
            self._bytes += added
        if self._bytes > self.most:
            newest, kept = 0, []
            sizes = "SELECT key, length(picture) FROM pictures ORDER BY used DESC"
            for key, size in file.execute(sizes):
                newest += size
                if newest > SPARE * self.most:
                    break
                kept.append((key,))
            file.execute("CREATE TEMP TABLE kept (key TEXT PRIMARY KEY)")
            file.executemany("INSERT INTO kept VALUES (?)", kept)
            file.execute("DELETE FROM pictures WHERE key NOT IN (SELECT key FROM kept)")
            file.execute("DROP TABLE kept")
            self._bytes = _total(file)

    def _give_up(self, problem: Exception) -> None:
        """Do without in this session: what is kept is no more than a convenience."""
        if type(problem) is sqlite3.DatabaseError:  # no such file, or a spoilt one: begin anew
            self.path.unlink(missing_ok=True)
            return
        self.most = 0
        self._log(problem)

    def _log(self, problem: Exception) -> None:
        text = f"Pictures kept in {self.path}: {problem}"
        QgsMessageLog.logMessage(text, LOG, Qgis.MessageLevel.Warning)


def key_of(states: Sequence[State], row: int, size: int) -> str:
    """Name the picture of a row of some indexes: another name once an index was replaced.

    Parameters
    ----------
    states : sequence of (str, int, int)
        Of the files, as `Index.state` says.
    row : int
    size : int
        Of the picture.
    """
    files = [f"{path}:{length}:{changed}" for path, length, changed in states]
    return "|".join([*files, str(row), str(size)])


def _total(file: sqlite3.Connection) -> int:
    [[total]] = file.execute("SELECT coalesce(sum(length(picture)), 0) FROM pictures")
    return int(total)


def _jpeg(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG", QUALITY)
    return bytes(data)
