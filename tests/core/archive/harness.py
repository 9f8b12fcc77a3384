"""What holds for every reader of archives, and small archives to try it on."""

from __future__ import annotations

import numpy as np

from lookalike.plugin.core import raster
from lookalike.plugin.core.archive import open_archive
from lookalike.tests.rasters import write_raster

RGB = ("B04", "B03", "B02")


def noise(bands=3, side=16, seed=0, dtype="uint16"):
    return np.random.default_rng(seed).integers(1, 4000, (bands, side, side)).astype(dtype)


def opened(path, wanted=RGB, patch_size=16, **options):
    return open_archive(path, wanted, patch_size, 10.0, **options)


def broken_file(path):
    path.write_bytes(b"II*\0 not much of a raster")


def write_named(path, bands=RGB, side=16, **options):
    return write_raster(path, noise(len(bands), side), descriptions=bands, **options)


def check_reader(reader):
    """The contract: stable order, unique names, windows inside, radiometry known, patches read."""
    items = list(reader.items())
    plans = [plan for _, plan in items]
    names = [plan.source.name for plan in plans]
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    assert [plan.source for plan in reader.plans()] == [plan.source for plan in plans]
    assert [position for position, _ in items] == sorted({position for position, _ in items})
    assert items[-1][0] <= len(reader)
    for plan in plans:
        check_plan(reader, plan)
    for position, _ in items[:3]:
        again = [number for number, _ in reader.items(start=position)]
        assert again == [number for number, _ in items if number > position]
    return plans


def check_plan(reader, plan):
    source, windows = plan
    assert windows.dtype == np.int32
    assert (windows[:, :2] >= 0).all()
    assert (windows[:, :2] + windows[:, 2:] <= source.size).all()
    assert len(set(map(tuple, windows[:, 2:].tolist()))) == 1
    assert source.radiometry.name
    assert source.crs
    assert source.root == reader.root
    assert tuple(source.bands) == reader.recipe.wanted
    assert not any(band.path.startswith("/") or "\\" in band.path for band in source.bands.values())
    with raster.SourceReader(source) as pixels:
        size = reader.recipe.patch_size
        patch, valid = pixels.patch(windows[0], reader.recipe.wanted, size)
    assert patch.shape == (len(source.bands), size, size)
    assert 0 <= valid <= 1
