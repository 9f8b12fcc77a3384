"""A small archive of real raster files, and an index of it, made as the plugin makes it."""

from __future__ import annotations

import dataclasses
import importlib.util
import json
import os
import subprocess
import sys
from contextlib import contextmanager

import numpy as np
import pytest

from lookalike.plugin.core import build
from lookalike.tests.rasters import TRANSFORM, write_raster

BANDS = ("B04", "B03", "B02")


def _importable(name):
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:  # blocked
        return False


def need_rasters():
    """Skip where the process has no raster library, as one that packs."""
    if not (_importable("osgeo") or _importable("rasterio")):
        pytest.skip("this process has no raster library")


@pytest.fixture(scope="session")
def tiny_model(root):
    """The ONNX model of `tests/data/model/tiny.py`."""
    return root / "tests" / "data" / "model" / "tiny.onnx"


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """Two folders of patch files: `dark` and `bright`, 30 of each, all over a plain."""
    need_rasters()
    folder = tmp_path_factory.mktemp("archive")
    random = np.random.default_rng(0)
    for number in range(60):
        label, level = ("dark", 500) if number < 30 else ("bright", 3_000)
        pixels = random.normal(level, level / 10, (3, 64, 64)).clip(1).astype(np.uint16)
        x, dx, rx, y, ry, dy = TRANSFORM
        place = (x + 5_000 * (number % 10), dx, rx, y - 5_000 * (number // 10), ry, dy)
        path = folder / label / f"{label}_{number}.tif"
        write_raster(path, pixels, transform=place, descriptions=BANDS)
    return folder


@pytest.fixture(scope="session")
def scene(tmp_path_factory):
    """One raster of 640 × 640 px: west dark, east bright, its last 100 rows without data."""
    need_rasters()
    random = np.random.default_rng(1)
    pixels = random.normal(500, 50, (3, 640, 640))
    pixels[:, :, 320:] = random.normal(3_000, 300, (3, 640, 320))
    blocks = random.uniform(0.6, 1.4, (3, 40, 40))  # no two patches are alike
    pixels = (pixels * np.kron(blocks, np.ones((16, 16)))).clip(1).astype(np.uint16)
    pixels[:, 540:] = 0
    path = tmp_path_factory.mktemp("scene") / "scene.tif"
    return write_raster(path, pixels, descriptions=BANDS, nodata=0)


@pytest.fixture
def no_file_over():
    """Let no file grow over some bytes, as on a full disk."""
    resource = pytest.importorskip("resource", reason="Windows cannot limit files")

    @contextmanager
    def limited(size):
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limited


@pytest.fixture
def request_(archive, tiny_model, tmp_path):
    return build.BuildRequest(
        str(archive), str(tmp_path / "plain.h5"), str(tiny_model), name="Plain"
    )


def stop_after(patches):
    return lambda done, _total: done < patches


def pack_in_child(request):
    """Pack as QGIS does: in a process without GDAL, which may have h5py where this one has not."""
    command = [sys.executable, "-m", "lookalike.plugin.cli", "pack"]
    environ = {name: value for name, value in os.environ.items() if name != "LOOKALIKE_BLOCK"}
    done = subprocess.run(
        [*command, json.dumps(dataclasses.asdict(request))],
        env=environ,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    said = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 0, said
    return said["result"]


@pytest.fixture(scope="session")
def built(tmp_path_factory, archive, tiny_model):
    """Path of an index of `archive`."""
    index = tmp_path_factory.mktemp("built") / "plain.h5"
    request = build.BuildRequest(str(archive), str(index), str(tiny_model), name="Plain")
    build.encode(request)
    pack_in_child(request)
    return index


@pytest.fixture(scope="session")
def built_scene(tmp_path_factory, scene, tiny_model):
    """Path of an index of `scene`."""
    index = tmp_path_factory.mktemp("built") / "scene.h5"
    request = build.BuildRequest(scene, str(index), str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    return index


@pytest.fixture(scope="session")
def overlapping_scene(tmp_path_factory, scene, tiny_model):
    """Path of an index of `scene` whose patches overlap by half."""
    index = tmp_path_factory.mktemp("built") / "overlapping.h5"
    request = build.BuildRequest(scene, str(index), str(tiny_model), stride=32)
    build.encode(request)
    pack_in_child(request)
    return index
