"""Real children: builds that end, stop, go on, fail and are killed."""

from __future__ import annotations

import os
import signal

import pytest
from qgis.PyQt.QtCore import QProcess

from lookalike.plugin import environment
from lookalike.plugin.core.build import BuildRequest
from lookalike.plugin.core.index import Index
from lookalike.plugin.tasks import BuildRun, interpreter
from lookalike.plugin.tasks.build_run import Rate
from lookalike.plugin.tasks.interpreter import InterpreterSearch

needs_packages = pytest.mark.skipif(
    bool(environment.missing()), reason="onnxruntime and h5py are not in the package folder"
)


@pytest.fixture
def request_(scene, tiny_model, tmp_path):
    return BuildRequest(
        archive=str(scene), index=str(tmp_path / "new.h5"), model=str(tiny_model), stride=64
    )


@pytest.fixture
def run(qgis_app):
    made = []

    def start(request, only_pack=False):
        one = BuildRun(request)
        one.heard = {"progress": [], "finished": [], "failed": [], "cancelled": []}
        one.progress.connect(lambda *what: one.heard["progress"].append(what))
        for name in ("finished", "failed", "cancelled"):
            getattr(one, name).connect(one.heard[name].append)
        one.start(only_pack)
        made.append(one)
        return one

    yield start
    for one in made:
        one.stop()


def over(one):
    return any(one.heard[name] for name in ("finished", "failed", "cancelled"))


def encoding(one):
    """Whether patches are being encoded."""
    return any(total and 0 < done < total for done, total, _text in one.heard["progress"])


@needs_packages
def test_a_build_ends_with_an_index(run, request_, wait):
    one = run(request_)
    wait(lambda: over(one))
    (report,) = one.heard["finished"]
    assert report["index"] == request_.index
    assert Index.open(request_.index).rows == report["rows"] > 0
    done, total, _text = one.heard["progress"][-1]
    assert not one.is_running
    assert done <= total


@needs_packages
def test_a_stopped_build_keeps_what_is_done_and_goes_on(run, request_, wait):
    slow = BuildRequest(**{**request_.__dict__, "stride": 4})
    one = run(slow)
    wait(lambda: encoding(one))
    one.cancel()
    wait(lambda: over(one))
    (kept,) = one.heard["cancelled"]
    assert not os.path.exists(slow.index)
    packed = run(slow, only_pack=True) if kept else None
    if packed:
        wait(lambda: over(packed))
        assert packed.heard["finished"][0]["rows"] == kept
    other = run(slow)
    wait(lambda: over(other), 120)
    assert other.heard["finished"]


@needs_packages
def test_a_child_that_is_killed_from_outside_is_told_as_such(run, request_, wait):
    one = run(BuildRequest(**{**request_.__dict__, "stride": 4}))
    wait(lambda: encoding(one))
    os.kill(one._child._process.processId(), signal.SIGKILL)
    wait(lambda: over(one))
    (error,) = one.heard["failed"]
    assert "ended from outside or crashed" in str(error)
    assert "build again to go on" in str(error)


@needs_packages
@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"archive": "/nowhere"}, "/nowhere"),
        ({"index": "/nowhere/new.h5"}, "Cannot write"),
        ({"model": __file__}, "not a usable hashing model"),
    ],
    ids=["archive", "index", "model"],
)
def test_the_childs_own_sentence_is_passed_on(run, request_, wait, what, sentence):
    one = run(BuildRequest(**{**request_.__dict__, **what}))
    wait(lambda: over(one))
    assert sentence in str(one.heard["failed"][0])


def test_stopping_in_the_middle_leaves_no_process(run, request_, wait):
    one = run(request_)
    wait(lambda: one._child is not None and one._child.is_running)
    process = one._child._process
    one.stop()
    assert process.state() == QProcess.ProcessState.NotRunning
    assert not over(one)


def test_without_an_interpreter_it_says_so(run, request_, wait, monkeypatch):
    monkeypatch.setattr(interpreter.environment, "interpreters", list)
    one = run(request_)
    wait(lambda: over(one))
    assert "QGIS's own Python cannot be used" in str(one.heard["failed"][0])


# -- interpreter


def test_candidates_are_tried_until_one_shakes_hands(qgis_app, wait, monkeypatch, tmp_path):
    right = environment.interpreters()[0]
    mute, absent = tmp_path / "mute", tmp_path / "absent"
    mute.write_text("#!/bin/sh\necho nothing\n")
    mute.chmod(0o755)
    monkeypatch.setattr(interpreter.environment, "interpreters", lambda: [absent, mute, right])
    search, found = InterpreterSearch(), []
    search.found.connect(found.append)
    search.start()
    wait(lambda: found)
    assert found == [str(right)]


def test_one_of_another_version_is_refused_with_its_reason(qgis_app, wait, monkeypatch):
    other = environment.Handshake("3.1.4", "1.0", "2.0")
    monkeypatch.setattr(interpreter.environment, "read_handshake", lambda _output: other)
    search, reasons = InterpreterSearch(), []
    search.failed.connect(reasons.append)
    search.start()
    wait(lambda: reasons)
    assert "it has python 3.1.4" in reasons[0]


# -- rate


def test_the_rate_is_that_of_the_last_seconds():
    rate = Rate()
    assert rate.text(0, 1000, now=0.0) == ""
    assert rate.text(100, 1000, now=1.0) == "100 a second, 9.0 s left"
    for second in range(2, 20):
        text = rate.text(100 + 10 * second, 1000, now=float(second))
    assert text.startswith("10 a second")


def test_what_an_earlier_build_did_does_not_count_as_fast():
    rate = Rate()
    rate.text(500, 1000, now=0.0)
    assert rate.text(510, 1000, now=1.0) == "10 a second, 49 s left"
