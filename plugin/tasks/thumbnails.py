"""Pictures of hits, read away from the interface's thread; the last ones asked for come first."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ..core.errors import LookalikeError
from ..core.index import State
from ..core.thumbnails import Picture, ThumbnailReader
from .picture_cache import PictureCache, key_of
from .reporting import for_user
from .worker import Worker

SIZE = 96  # px
MOST_KEPT = 2_000  # pictures: 73 MB
MOST_WAITING = 200  # the oldest of more is no longer in sight
MOST_LOST = 50  # misses in a row after which an index's imagery is taken as not attached

States = tuple[State, ...]  # of the files of some indexes
Key = tuple[States, int]  # row


class Thumbnails(QObject):
    """A cache of pictures that fills itself.

    A thread of its own reads them one by one, so that no query waits for a picture.

    Parameters
    ----------
    parent : QObject, optional
    on_disk : PictureCache, optional
        Where they are kept beyond the session.

    Signals
    -------
    ready(tuple of (str, int, int), int)
        The picture of a row of some indexes is there, or it is known that there is none.
    """

    ready = pyqtSignal(object, int)

    def __init__(self, parent: QObject | None = None, on_disk: PictureCache | None = None) -> None:
        super().__init__(parent)
        self._on_disk = on_disk
        self._worker = Worker(self)
        self._reader = ThumbnailReader()  # used and closed in the worker's thread
        self._kept: OrderedDict[Key, QImage | None] = OrderedDict()
        self._waiting: OrderedDict[Key, None] = OrderedDict()
        self._is_reading = False
        self._lost: tuple[States, int] = ((), 0)

    def picture(self, states: States, row: int) -> QImage | None:
        """Return a picture, or None and read it; `ready` tells when to ask again.

        Parameters
        ----------
        states : tuple of (str, int, int)
            Of the files of the indexes, as `Index.state` says: others were replaced meanwhile.
        row : int
        """
        key = (states, row)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._waiting.pop(key, None)
        self._waiting[key] = None
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)
        self._read_next()
        return None

    def is_missing(self, states: States, row: int) -> bool:
        """Whether it is known that there is no picture."""
        return self._kept.get((states, row), True) is None

    def forget(self) -> None:
        """Forget all pictures: those that are missing may be there by now."""
        self._waiting.clear()
        self._kept.clear()
        self._lost = ((), 0)
        self._worker.give(self._reader.close, _nothing)

    def stop(self) -> None:
        """End the thread."""
        self._waiting.clear()
        self._worker.stop(self._reader.close)

    def _read_next(self) -> None:
        while self._waiting and not self._is_reading:
            key, _ = self._waiting.popitem()
            if self._lost[0] == key[0] and self._lost[1] >= MOST_LOST:
                self._keep(key, None)
            else:
                self._is_reading = True
                self._worker.give(partial(self._read, key), partial(self._on_read, key))

    def _read(self, key: Key) -> QImage:
        name = key_of(*key, SIZE)
        kept = self._on_disk.get(name) if self._on_disk else None
        if kept is None:
            states, row = key
            paths = [path for path, *_ in states]
            kept = image_of(self._reader.read(paths, row, SIZE, states))
            if self._on_disk is not None:
                self._on_disk.put(name, kept)
        return kept

    def _on_read(self, key: Key, image: Any, error: Exception | None) -> None:
        self._is_reading = False
        if error is not None and not isinstance(error, LookalikeError):
            for_user(error)  # a bug belongs in the log; the placeholder says enough to the user
        misses = self._lost[1] if self._lost[0] == key[0] else 0
        self._lost = (key[0], 0 if error is None else misses + 1)
        self._keep(key, image)
        self._read_next()

    def _keep(self, key: Key, image: QImage | None) -> None:
        self._kept[key] = image
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.ready.emit(*key)


def _nothing(_result: None, _error: Exception | None) -> None:
    """Wait for nothing."""


def image_of(picture: Picture) -> QImage:
    """Copy a picture into an image that owns its bytes."""
    height, width, _ = picture.shape
    return QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
