"""The build that goes on while its dialog is closed."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from lookalike.plugin import environment
from lookalike.plugin.control.builder import Builder
from lookalike.plugin.gui.build_notice import BuildNotice

pytestmark = pytest.mark.skipif(
    bool(environment.missing()), reason="onnxruntime and h5py are not in the package folder"
)


@pytest.fixture
def building(iface, models, scene, tmp_path):
    """A build of some seconds, asked for in the dialog."""
    builder = Builder(iface)
    builder.show()
    dialog = builder._dialog
    dialog.archive.setText(str(scene))
    dialog.index.setFilePath(str(tmp_path / "new.h5"))
    dialog.stride.setValue(4)
    dialog.start.click()
    yield builder
    builder.stop()


def notices(iface):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [item for item in iface.bar.items() if isinstance(item, BuildNotice)]


def test_with_its_dialog_closed_a_build_is_seen_and_stopped_in_the_message_bar(
    building, iface, wait
):
    assert notices(iface) == []
    building._dialog.reject()
    (notice,) = notices(iface)
    wait(lambda: notice.bar.value() > 0 and "a second" in notice.text())
    notice.stop.click()
    wait(lambda: not building.is_building)
    assert notices(iface) == []
    assert building._dialog.isVisible()
    assert "Stopped" in building._dialog.message.text()


def test_the_dialog_comes_back_from_the_message_bar(building, iface):
    building._dialog.reject()
    notices(iface)[0].look.click()
    assert building._dialog.isVisible()
    assert notices(iface) == []


def test_a_notice_that_was_closed_does_no_harm(building, iface, wait):
    building._dialog.reject()
    iface.bar.popWidget(notices(iface)[0])
    wait(lambda: building._dialog.bar.value() > 0)
    building.stop()
    assert notices(iface) == []
