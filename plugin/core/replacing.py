"""Files that are written whole or not at all: beside their place, and put there at the end."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .errors import LookalikeError, UnreplaceableError, UnwritableError


@contextmanager
def replacing(
    path: str | os.PathLike[str], put: Callable[[Path, Path], Any] = os.replace
) -> Iterator[Path]:
    """Give a path to write in place of another one, which is replaced once all is written.

    Whatever fails on the way, the file that was there stays as it was. Other files that are made
    beside the new one, such as its metadata, go with it.

    Parameters
    ----------
    path : path
        A file that may be there already; of a link, what it leads to is replaced.
    put : callable, optional
        ``put(made, path)`` puts the new file in its place.

    Yields
    ------
    Path
        The same name in a folder of its own, on the same disk.

    Raises
    ------
    UnreplaceableError
        If the new file is whole, but cannot take the place of the old one.
    UnwritableError
        If it cannot be written.
    """
    target = Path(path).resolve()
    folder = None
    try:
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        made = folder / target.name
        yield made
        _put(made, target, put)
    except LookalikeError:
        raise
    except OSError as problem:
        raise UnwritableError(path=path, reason=problem.strerror or problem) from problem
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _put(made: Path, target: Path, put: Callable[[Path, Path], Any]) -> None:
    beside = [one for one in made.parent.iterdir() if one != made]
    try:
        put(made, target)
        for one in beside:
            os.replace(one, target.with_name(one.name))
    except OSError as problem:
        raise UnreplaceableError(path=target, reason=problem.strerror or problem) from problem
