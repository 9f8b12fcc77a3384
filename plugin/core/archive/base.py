"""What all readers of archives share: they list items, and make a source of each."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, NamedTuple

import numpy as np

from .. import grid
from ..errors import (
    EmptyArchiveError,
    FileMissingError,
    LookalikeError,
    MissingPackageError,
    RadiometryError,
)
from ..saying import say
from ..source import Source
from .listing import Listing
from .sources import Mapped, Place, source_from_file, source_from_files


@dataclass(frozen=True)
class Recipe:
    """What patches of an archive shall be like.

    Attributes
    ----------
    wanted : tuple of str
        Bands that the model needs.
    patch_size : int
        In pixels of the model.
    gsd : float
        Of the model, in metres.
    stride : int or None
        Pixels of the model from patch to patch; None is a patch's size.
    bands : mapping of band name to band number, name of a `sentinel2.ORDERS`, or None
    radiometry : str or None
        Profile that the user chose.
    """

    wanted: tuple[str, ...]
    patch_size: int
    gsd: float
    stride: int | None = None
    bands: Mapped = None
    radiometry: str | None = None


class Item(NamedTuple):
    """One source to be.

    Attributes
    ----------
    name : str
    file : str
        Relative to the archive's root; of a set of bands the first.
    bands : mapping of band name to file, or None
        Where each band has a file of its own.
    label : str
    """

    name: str
    file: str
    bands: Mapping[str, str] | None = None
    label: str = ""


class Plan(NamedTuple):
    """A source and the patches to cut from it.

    Attributes
    ----------
    source : Source
    windows : (m, 4) array of int32
        Column, row, width, height; all inside the source, all of one size.
    """

    source: Source
    windows: grid.Windows


class Reader(ABC):
    """Reads one kind of archive: yields sources in a stable order, each with its patches.

    Parameters
    ----------
    listing : Listing
    recipe : Recipe

    Attributes
    ----------
    root : str
        Folder or zip that the sources' paths are relative to.
    skipped : list of (path, sentence)
        Items that could not be read, so far; the rest goes on.
    """

    kind: ClassVar[str]

    def __init__(self, listing: Listing, recipe: Recipe) -> None:
        self.listing, self.recipe = listing, recipe
        self.root = listing.root
        self.skipped: list[tuple[str, str]] = []
        self._is_known = False  # in part

    @classmethod
    @abstractmethod
    def recognises(cls, listing: Listing, recipe: Recipe) -> bool:
        """Whether the archive is of this kind."""

    @abstractmethod
    def _items(self) -> list[Item]:
        """Find what the archive holds, by names alone."""

    @cached_property
    def _sorted(self) -> list[Item]:
        return sorted(self._items(), key=lambda item: item.file)

    def leave_out(self, files: Collection[str]) -> None:
        """Leave out items of which a file is among these; before anything is read."""
        new = [item for item in self._sorted if not self._is_of(item, files)]
        self._is_known, self._sorted = len(new) < len(self._sorted), new

    def count_of(self, files: Collection[str]) -> int:
        """Count items of which a file is among these."""
        return sum(self._is_of(item, files) for item in self._sorted)

    def _is_of(self, item: Item, files: Collection[str]) -> bool:
        own = (item.file, *(item.bands or {}).values())
        return any(self.listing.full(file) in files for file in own)

    def __len__(self) -> int:
        """Count the items; nothing is opened for it."""
        return len(self._sorted)

    def items(self, start: int = 0) -> Iterator[tuple[int, Plan]]:
        """Yield what can be read, in the order of files.

        Parameters
        ----------
        start : int
            Items to leave out, because they are done.

        Yields
        ------
        position : int
            How many items are done when this one is: the `start` to go on from.
        plan : Plan

        Raises
        ------
        EmptyArchiveError
            If not one item of the archive can be read, nor was left out.
        MissingPackageError, RadiometryError, FileMissingError
            What no other file would cure.
        """
        found = start > 0 or self._is_known
        for position, item in enumerate(self._sorted[start:], start=start + 1):
            plan = self._plan(item)
            if plan is not None:
                found = True
                yield position, plan
        if not found:
            raise EmptyArchiveError(path=self.root, detail=self._first_problem())

    def file_of(self, position: int) -> str:
        """Name the (first) file of the item that is done where so many are."""
        return self._sorted[position - 1].file

    def position_of(self, file: str, is_done: bool) -> int:
        """Count the items before the one of a file, and this one too where it is done.

        It may have gone since. Others that came and sort before it are left to an update.
        """
        files = [item.file for item in self._sorted]
        return bisect_right(files, file) if is_done else bisect_left(files, file)

    def plans(self) -> Iterator[Plan]:
        """Yield all sources with their patches; see `items`."""
        return (plan for _, plan in self.items())

    def sample(self, count: int, seed: int = 0) -> Iterator[Plan]:
        """Yield a random sample of about `count` patches, spread evenly over the items.

        What cannot be read is passed over; `skipped` stays as it is.
        """
        generator, skipped = np.random.default_rng(seed), list(self.skipped)
        items = self._sorted
        chosen = np.sort(generator.choice(len(items), min(count, len(items)), replace=False))
        share = -(-count // max(1, len(items)))
        for number in chosen:
            plan = self._plan(items[number])
            if plan is not None:
                size = min(share, len(plan.windows))
                rows = np.sort(generator.choice(len(plan.windows), size, replace=False))
                yield Plan(plan.source, plan.windows[rows])
        self.skipped = skipped

    def count_patches(self) -> int:
        """Count the patches of all items; opens each one's header where it has to."""
        skipped = list(self.skipped)
        plans = [self._plan(item) for item in self._sorted]
        self.skipped = skipped
        return sum(len(plan.windows) for plan in plans if plan is not None)

    def _plan(self, item: Item) -> Plan | None:
        try:
            source = self._source(item)
            return Plan(source, self._windows(source))
        except (MissingPackageError, RadiometryError):
            raise
        except LookalikeError as error:
            self.check_there()
            self.skipped.append((item.file, str(error)))
            return None

    def check_there(self) -> None:
        """Raise FileMissingError where it is not one file that is broken: the archive is away."""
        if self.root and not os.path.exists(self.root):
            raise FileMissingError(path=self.root)

    def _source(self, item: Item) -> Source:
        recipe, place = self.recipe, Place(self.root, item.name, item.label)
        if item.bands is not None:
            return source_from_files(item.bands, recipe.wanted, recipe.radiometry, place)
        return source_from_file(item.file, recipe.wanted, recipe.bands, recipe.radiometry, place)

    def _windows(self, source: Source) -> grid.Windows:
        """One patch in the middle where there is no room for two, else a grid."""
        recipe = self.recipe
        patch = grid.patch_pixels(source, recipe.patch_size, recipe.gsd)
        if all(side < 2 * pixels for side, pixels in zip(source.size, patch)):
            return grid.centre_window(source.size, patch)
        share = (recipe.stride or recipe.patch_size) / recipe.patch_size
        stride = max(1, round(patch[0] * share)), max(1, round(patch[1] * share))
        return grid.grid_windows(source.size, patch, stride)

    def _first_problem(self) -> str:
        if not self.skipped:
            return ""
        if len(self.skipped) == 1:
            return self.skipped[0][1]
        more = say("This is the first of {count} files that failed.", count=len(self.skipped))
        return f"{self.skipped[0][1]} {more}"
