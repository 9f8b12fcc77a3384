"""A folder tree or a zip of georeferenced patch files; the parent folder is the label."""

from __future__ import annotations

from pathlib import PurePosixPath

from .base import Item, Reader, Recipe
from .listing import Listing, short_names

LOOKS = 9  # files that are opened to see whether an archive is one of patches


class PatchReader(Reader):
    """One source a file, with one patch in its middle (more where there is room for two)."""

    kind = "patches"

    @classmethod
    def recognises(cls, listing: Listing, recipe: Recipe) -> bool:
        """Whether none of a few files has room for two patches in any direction."""
        step = max(1, len(listing.files) // LOOKS)
        reader = cls(Listing(listing.root, listing.files[::step][:LOOKS]), recipe)
        plans = [reader._plan(item) for item in reader._sorted]
        readable = [plan for plan in plans if plan is not None]
        return bool(readable) and all(len(plan.windows) == 1 for plan in readable)

    def _items(self) -> list[Item]:
        files = self.listing.files
        names = short_names(files)
        labels = {file: PurePosixPath(file).parent.name for file in files}
        if len(set(labels.values())) < 2:
            labels = dict.fromkeys(files, "")  # one folder alone classifies nothing
        return [Item(names[file], file, label=labels[file]) for file in files]

    def count_patches(self) -> int:
        """Count one patch a file: opening thousands of headers would take too long."""
        return len(self)
