"""Large rasters, cut into a grid of patches: of many bands, or one file a band."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from .. import sentinel2
from .base import Item, Reader, Recipe
from .listing import Listing, short_names
from .sources import best_file

_GRID_FOLDER = re.compile(r"R(10|20|60)m")  # Level-2A products sort their files by grid


class SceneReader(Reader):
    """One source a raster, or a set of files of one band each that are named alike."""

    kind = "scenes"

    @classmethod
    def recognises(cls, listing: Listing, recipe: Recipe) -> bool:
        """Whether some files are the bands of one product."""
        return any(len(bands) > 1 for bands in _band_sets(listing.files).values())

    def _items(self) -> list[Item]:
        sets = _band_sets(self.listing.files)
        sets = {key: bands for key, bands in sets.items() if len(bands) > 1}
        # Beside the bands of a product lie previews and masks: not for us.
        folders = {folder for folder, _ in sets}
        single = [file for file in self.listing.files if _product_folder(file) not in folders]
        titles = {key: _title(*key, self.root) for key in sets}
        names = short_names([*single, *titles.values()])
        return [Item(names[file], file) for file in single] + [
            Item(names[titles[key]], next(iter(bands.values())), bands)
            for key, bands in sets.items()
        ]


def _product_folder(file: str) -> str:
    folder = PurePosixPath(file).parent
    return str(folder.parent if _GRID_FOLDER.fullmatch(folder.name) else folder)


def _band_sets(files: list[str]) -> dict[tuple[str, str], dict[str, str]]:
    """Files that name a band, by folder and what else their names say: band to file."""
    sets: dict[tuple[str, str], dict[str, str]] = {}
    for file in files:
        name = PurePosixPath(file)
        band = sentinel2.band_of(name.name)
        if band is not None:
            key = _product_folder(file), sentinel2.without_band(name.stem)
            bands = sets.setdefault(key, {})
            bands[band] = best_file(bands.get(band, file), file)
    return sets


def _title(folder: str, shared: str, root: str) -> str:
    """Make one name of a set of files: of its folder, and of what its files share."""
    path = PurePosixPath(folder)
    if shared and shared != path.name:
        path = path / shared
    return f"{path if path.name else PurePosixPath(root).name}.bands"
