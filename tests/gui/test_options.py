"""What is set in QGIS's options reaches panel, core and children."""

from __future__ import annotations

import os
import shutil

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QColor, QIcon, QImage
from qgis.PyQt.QtWidgets import QPushButton

from lookalike.plugin import environment, folders, settings
from lookalike.plugin.control import library
from lookalike.plugin.control.accelerator import Accelerator
from lookalike.plugin.core import build, providers
from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.model import HashModel
from lookalike.plugin.gui.options_page import OptionsFactory, OptionsPage
from lookalike.plugin.packages import PackageState
from lookalike.plugin.settings import Settings
from lookalike.plugin.tasks import Thumbnails
from lookalike.plugin.tasks.interpreter import child_environment
from lookalike.plugin.tasks.picture_cache import PictureCache
from lookalike.tests.core.conftest import pack_in_child
from lookalike.tests.gui.managed import click, rows, states_of

CHOSEN = Settings(
    models="/m", indexes="/i", threads=3, hits=50, overlapping=True, pictures=50, provider="X"
)
CUDA = "CUDAExecutionProvider"
needs_onnxruntime = pytest.mark.skipif(
    bool(environment.missing(["onnxruntime"])), reason="needs onnxruntime"
)


@pytest.fixture(autouse=True)
def _as_before(monkeypatch):
    """No test's settings stay in force."""
    monkeypatch.delenv(settings.MODELS, raising=False)
    monkeypatch.delenv(settings.THREADS, raising=False)
    monkeypatch.delenv(settings.PROVIDER, raising=False)
    yield
    settings.enforce(Settings())


@pytest.fixture
def page(qgis_app):
    page = OptionsPage(Settings())
    yield page
    page.deleteLater()


def test_settings_are_read_as_they_were_saved():
    assert settings.load() == Settings()
    settings.save(CHOSEN)
    assert settings.load() == CHOSEN


def test_a_setting_of_another_type_is_as_good_as_none():
    QgsSettings().setValue(f"{settings.PREFIX}/threads", "many")
    assert settings.load() == Settings()


def test_settings_in_force_reach_folders_and_children():
    settings.save(CHOSEN)
    assert folders.model_folders()[1] == os.path.normpath("/m")
    child = child_environment()
    assert child.value("LOOKALIKE_MODELS") == "/m"
    assert child.value("LOOKALIKE_THREADS") == "3"
    assert child.value("LOOKALIKE_PROVIDER") == "X"
    settings.save(Settings())
    assert folders.user_models() == folders.usual_models()
    assert not child_environment().contains("LOOKALIKE_THREADS")


def test_what_the_users_shell_set_is_left_alone(monkeypatch):
    monkeypatch.setenv(settings.THREADS, "1")
    settings.enforce(Settings())
    assert os.environ[settings.THREADS] == "1"


@needs_onnxruntime
@pytest.mark.parametrize(("said", "threads"), [("2", 2), ("", 0), ("many", 0)])
def test_the_network_takes_as_many_threads_as_are_set(tiny_model, monkeypatch, said, threads):
    monkeypatch.setenv(settings.THREADS, said)
    options = HashModel.open(tiny_model)._session.get_session_options()
    assert options.intra_op_num_threads == threads


def test_indexes_of_the_folder_are_listed_after_those_opened_of_late(index_file, tmp_path):
    settings.save(Settings(indexes=str(tmp_path)))
    (tmp_path / "another.h5").touch()
    library.remember(index_file)  # lies in the same folder
    names = [choice.name for choice in library.choices()]
    assert names[-2:] == ["small", "another"]
    assert names.count("small") == 1


def test_the_page_shows_the_settings_and_gives_them_when_accepted(qgis_app):
    page, given = OptionsPage(CHOSEN), []
    page.accepted.connect(given.append)
    page.hits.setValue(77)
    page.apply()
    assert given == [Settings(**{**CHOSEN.__dict__, "hits": 77})]
    page.deleteLater()


def test_the_page_says_how_packages_stand_and_asks_for_them(page):
    page.show_packages(
        [
            PackageState("onnxruntime", "1.32.0", is_there=True, is_ours=True),
            PackageState("h5py", "", is_there=False, is_ours=False),
        ]
    )
    assert "✓  onnxruntime 1.32.0 – installed" in page.state.text()
    assert "✗  h5py  – not installed" in page.state.text()
    asked = []
    page.packages_asked.connect(lambda: asked.append(1))
    page.findChild(QPushButton, "lookalikeManagePackages").click()
    assert asked == [1]


def test_the_report_button_waits_for_the_report(page):
    page.report.click()
    assert not page.report.isEnabled()
    page.say_copied()
    assert page.report.isEnabled()
    assert page.report.text() == "Report copied"


def test_every_field_has_a_label_or_a_text(page):
    for field in (page.models, page.indexes, page.threads, page.pictures, page.provider):
        assert field.toolTip()


def test_the_factory_makes_a_page_each_time(qgis_app):
    made = []

    def make(parent):
        made.append(OptionsPage(Settings(), parent))
        return made[-1]

    factory = OptionsFactory(QIcon(), make)
    assert factory.title() == "Lookalike"
    assert factory.createWidget(None) is not factory.createWidget(None)
    for page in made:
        page.deleteLater()


# -- what runs the network


@needs_onnxruntime
def test_a_provider_that_is_not_there_leaves_the_work_to_the_processor(
    tiny_model, monkeypatch, drawing, panel, iface, wait
):
    assert not HashModel.open(tiny_model).fell_back
    monkeypatch.setenv(settings.PROVIDER, CUDA)
    assert HashModel.open(tiny_model).fell_back
    click(iface)
    wait(lambda: rows(panel))
    assert f"{CUDA} did not start" in panel.state.text()
    monkeypatch.delenv(settings.PROVIDER)
    panel.query_section.k.setValue(5)  # asked anew, the model is opened anew
    wait(lambda: len(rows(panel)) == 5)
    assert CUDA not in panel.state.text()


def test_only_providers_of_this_machine_are_offered():
    there = ["CPUExecutionProvider", "AzureExecutionProvider", CUDA, "TensorrtExecutionProvider"]
    assert providers.offered(there) == [CUDA]


def test_the_page_asks_for_providers_once_it_is_seen(page):
    asked = []
    page.providers_asked.connect(lambda: asked.append(1))
    assert asked == []
    page.show()
    page.hide()
    page.show()
    assert asked == [1]
    assert not page.provider.isEnabled()  # there is but the processor
    page.show_providers([(CUDA, "NVIDIA")])
    page.provider.setCurrentIndex(1)
    assert page.settings().provider == CUDA


def test_a_chosen_provider_that_is_gone_can_be_left(qgis_app):
    page = OptionsPage(CHOSEN)
    page.show_providers([])
    assert page.settings().provider == "X"
    page.provider.setCurrentIndex(0)
    assert page.settings().provider == ""
    page.deleteLater()


@needs_onnxruntime
def test_a_provider_is_tried_in_a_child_and_refused_where_it_does_not_start(qgis_app, wait):
    accelerator, refused = Accelerator(), []
    accelerator.refused.connect(refused.append)
    accelerator.try_out(CUDA)
    wait(lambda: refused, 120)
    assert f"{CUDA} cannot run the network here" in str(refused[0])
    assert settings.load().provider == ""
    accelerator.stop()


@needs_onnxruntime
def test_a_provider_that_can_is_set_and_its_rate_is_said(qgis_app, wait):
    accelerator, taken = Accelerator(), []
    accelerator.taken.connect(taken.append)
    accelerator.try_out("CPUExecutionProvider")  # the one that is everywhere
    wait(lambda: taken, 120)
    assert "patches a second" in taken[0]
    assert settings.load().provider == os.environ[settings.PROVIDER] == "CPUExecutionProvider"
    accelerator.forget()  # another onnxruntime was installed
    assert settings.load().provider == ""
    accelerator.stop()


# -- pictures that are kept


def square(colour):
    image = QImage(96, 96, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    return image


def test_pictures_outlive_the_session(tmp_path):
    path = tmp_path / "new" / "pictures.sqlite"
    PictureCache(path, 1_000_000).put("a", square("red"))
    kept = PictureCache(path, 1_000_000)
    assert kept.get("a").pixelColor(40, 40).red() > 240
    assert kept.get("b") is None
    assert kept.size() > 0
    kept.clear()
    assert (kept.size(), kept.get("a")) == (0, None)


def test_those_used_least_lately_go_first(tmp_path):
    kept = PictureCache(tmp_path / "pictures.sqlite", 1_000_000)
    kept.put("0", square("red"))
    one = kept._bytes
    kept.most = 10 * one
    for number in range(1, 10):
        kept.put(str(number), square("red"))
    assert kept.get("0") is not None  # is now the newest
    kept.put("10", square("red"))
    there = [number for number in range(11) if kept.get(str(number)) is not None]
    assert there == [0, 3, 4, 5, 6, 7, 8, 9, 10]


@pytest.mark.parametrize("spoilt", ["text", "folder"])
def test_a_spoilt_file_costs_no_picture(tmp_path, spoilt):
    path = tmp_path / "pictures.sqlite"
    if spoilt == "text":
        path.write_text("no table " * 500)
    else:
        path.mkdir()
    kept = PictureCache(path, 1_000_000)
    assert kept.get("a") is None
    kept.put("a", square("red"))
    kept.put("a", square("red"))
    assert (kept.get("a") is not None) == (spoilt == "text")


def test_nothing_is_kept_where_nothing_may_be(tmp_path):
    kept = PictureCache(tmp_path / "pictures.sqlite", 0)
    kept.put("a", square("red"))
    assert kept.size() == 0


@needs_onnxruntime
def test_pictures_come_from_the_disk_once_the_images_are_gone(tmp_path, wait, scene, tiny_model):
    image, index = shutil.copy(scene, tmp_path / "scene.tif"), str(tmp_path / "scene.h5")
    request = BuildRequest(str(image), index, str(tiny_model))
    build.encode(request)
    pack_in_child(request)
    kept, seen = PictureCache(tmp_path / "pictures.sqlite", 1_000_000), []
    for _session in range(2):
        thumbnails = Thumbnails(on_disk=kept)
        wait(lambda one=thumbnails: one.picture(states_of(index), 0) is not None)
        seen.append(thumbnails.picture(states_of(index), 0))
        thumbnails.stop()
        image.unlink(missing_ok=True)
    assert seen[1].pixelColor(40, 40).lightness() == pytest.approx(
        seen[0].pixelColor(40, 40).lightness(), abs=12
    )


def test_the_page_says_where_pictures_are_and_clears_them(page):
    page.show_kept("/home/pictures.sqlite", 12_300_000)
    assert page.kept.text() == "12.3 MB in /home/pictures.sqlite"
    cleared = []
    page.clear_asked.connect(lambda: cleared.append(1))
    page.clear.click()
    assert cleared == [1]
    page.show_kept("/home/pictures.sqlite", 0)
    assert not page.clear.isEnabled()
