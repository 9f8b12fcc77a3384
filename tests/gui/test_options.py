"""What is set in QGIS's options reaches panel, core and children."""

from __future__ import annotations

import os

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QPushButton

from lookalike.plugin import environment, folders, settings
from lookalike.plugin.control import library
from lookalike.plugin.core.model import HashModel
from lookalike.plugin.gui.options_page import OptionsFactory, OptionsPage
from lookalike.plugin.packages import PackageState
from lookalike.plugin.settings import Settings
from lookalike.plugin.tasks.interpreter import child_environment

CHOSEN = Settings(models="/m", indexes="/i", threads=3, hits=50, overlapping=True)


@pytest.fixture(autouse=True)
def _as_before(monkeypatch):
    """No test's settings stay in force."""
    monkeypatch.delenv(settings.MODELS, raising=False)
    monkeypatch.delenv(settings.THREADS, raising=False)
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
    settings.save(Settings())
    assert folders.user_models() == folders.usual_models()
    assert not child_environment().contains("LOOKALIKE_THREADS")


def test_what_the_users_shell_set_is_left_alone(monkeypatch):
    monkeypatch.setenv(settings.THREADS, "1")
    settings.enforce(Settings())
    assert os.environ[settings.THREADS] == "1"


@pytest.mark.skipif(bool(environment.missing(["onnxruntime"])), reason="needs onnxruntime")
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
    for field in (page.models, page.indexes, page.threads):
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
