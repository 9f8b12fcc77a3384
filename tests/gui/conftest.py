"""Real index files and rasters for widgets and threads, and a wait that lets Qt work."""

from __future__ import annotations

import gc
import shutil
import time

import pytest
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from lookalike.plugin import environment, folders
from lookalike.plugin.core import build
from lookalike.tests.core.conftest import (  # noqa: F401
    archive,
    built,
    built_scene,
    no_file_over,
    pack_in_child,
    scene,
    tiny_model,
)
from lookalike.tests.gui.managed import (  # noqa: F401
    drawing,
    iface,
    managed,
    opened,
    panel,
)


@pytest.fixture(scope="session", autouse=True)
def _runtime():
    """ONNX Runtime from the private folder, where it is there."""
    if not environment.missing(["onnxruntime"]):
        environment.provide("onnxruntime")


@pytest.fixture(scope="session", autouse=True)
def _nothing_outlives_qgis(qgis_app):
    """What only a cycle keeps is let go before QGIS ends: its destructor would crash afterwards."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _clean():
    """Each test begins with empty settings and leaves an empty project."""
    QgsSettings().remove("lookalike")
    yield
    QgsProject.instance().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def index_file(root, tmp_path):
    """The small index of the first format version: 50 patches in the Alps, three labels."""
    return str(shutil.copy(root / "tests" / "data" / "index" / "v1.h5", tmp_path / "small.h5"))


@pytest.fixture
def growing(archive, tiny_model, tmp_path):  # noqa: F811
    """An index of three images, in whose folder there are now five."""
    files = sorted(archive.rglob("*.tif"))[28:33]
    folder = tmp_path / "growing"
    for number, path in enumerate(files):
        if number == 3:
            request = build.BuildRequest(str(folder), str(tmp_path / "a.h5"), str(tiny_model))
            build.encode(request)
            pack_in_child(request)
        (folder / path.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.parent.name)
    return tmp_path / "a.h5"


@pytest.fixture
def models(monkeypatch, tiny_model):  # noqa: F811
    """Make the tiny model the only one at hand."""
    monkeypatch.setattr(folders, "model_folders", lambda: (str(tiny_model.parent),))


@pytest.fixture
def scene_layer(scene):  # noqa: F811
    """The test scene as a layer of the project."""
    layer = QgsRasterLayer(scene, "Scene")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def log():
    """Collect what goes to the QGIS log under Lookalike."""
    lines = []

    def listen(text, tag, _level):
        if tag == "Lookalike":
            lines.append(text)

    source = QgsApplication.messageLog()
    signal = getattr(source, "messageReceived", None)
    signal[str, str, type(_level_of())].connect(listen)
    yield lines
    signal[str, str, type(_level_of())].disconnect(listen)


def _level_of():
    from qgis.core import Qgis

    return Qgis.MessageLevel.Info


@pytest.fixture
def wait():
    """Let Qt work until a condition holds; fails where it never does."""

    def until(condition, seconds=30.0):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QCoreApplication.processEvents()
            time.sleep(0.001)

    return until


@pytest.fixture
def provider(qgis_app):
    """The provider, registered as the plugin registers it."""
    from lookalike.plugin.processing.provider import LookalikeProvider

    one = LookalikeProvider()
    QgsApplication.processingRegistry().addProvider(one)
    yield one
    QgsApplication.processingRegistry().removeProvider(one)
