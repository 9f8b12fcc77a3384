"""The newest request wins, one waits, and old answers do not come back."""

from __future__ import annotations

import threading
import time

import pytest
from qgis.PyQt.QtCore import QThread

from lookalike.plugin.core.errors import Cancelled, NoDataError, UnexpectedError
from lookalike.plugin.core.examples import BoxExample, QueryRequest, RowExample
from lookalike.plugin.tasks import LiveQuery, Worker, live_query


def request(row):
    return QueryRequest(indexes=("index.h5",), examples=(RowExample(row),))


class Session:
    """Answers when it is told to; an answer is the number of its request."""

    def __init__(self):
        self.begun, self.cancelled, self.closed_in = [], [], None
        self.go = threading.Event()
        self.error = None

    def answer(self, request, progress):
        row = request.examples[0].row
        self.begun.append(row)
        while not self.go.wait(0.001):
            if not progress(0, 1):
                self.cancelled.append(row)
                raise Cancelled
        if self.error:
            raise self.error
        return row

    def close(self):
        self.closed_in = QThread.currentThread().objectName()


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def live(session, qgis_app):
    live = LiveQuery(Worker(), prepare=lambda hits: f"features of {hits}")
    live._session = session
    live.heard, live.failures, live.states = [], [], []
    live.answered.connect(lambda hits, features: live.heard.append((hits, features)))
    live.failed.connect(live.failures.append)
    live.busy.connect(live.states.append)
    yield live
    session.go.set()
    live.stop()


def test_an_answer_comes_with_what_was_prepared_of_it(live, session, wait):
    session.go.set()
    live.submit(request(1))
    wait(lambda: live.heard)
    assert live.heard == [(1, "features of 1")]
    assert live.states == [True, False]


def test_of_many_requests_only_the_running_and_the_newest_are_answered(live, session, wait):
    live.submit(request(1))
    wait(lambda: session.begun)
    for row in range(2, 9):
        live.submit(request(row))
    session.go.set()
    wait(lambda: live.states[-1:] == [False])
    assert [hits for hits, _ in live.heard] == [1, 8]
    assert session.begun == [1, 8]


def test_a_query_that_takes_long_gives_way_to_the_one_that_waits(live, session, wait):
    live.submit(request(1))
    wait(lambda: session.begun)
    live.submit(request(2))
    start = time.monotonic()
    wait(lambda: session.begun == [1, 2])
    assert session.cancelled == [1]
    assert time.monotonic() - start > live_query.PATIENCE / 2
    session.go.set()
    wait(lambda: live.heard)
    assert [hits for hits, _ in live.heard] == [2]
    assert live.failures == []


def test_a_long_query_runs_on_where_none_waits(live, session, wait):
    live.submit(request(1))
    wait(lambda: session.begun)
    time.sleep(2 * live_query.PATIENCE)
    session.go.set()
    wait(lambda: live.heard)
    assert session.cancelled == []


def test_an_answer_from_before_a_change_is_dropped(live, session, wait):
    live.submit(request(1))
    wait(lambda: session.begun)
    live.submit(request(2))
    live.drop()
    wait(lambda: live.states[-1:] == [False])
    session.go.set()
    live.submit(request(3))
    wait(lambda: live.heard)
    assert [hits for hits, _ in live.heard] == [3]
    assert session.begun == [1, 3]


def test_a_users_error_is_told_of_the_newest_request_alone(live, session, wait):
    live.submit(request(1))
    wait(lambda: session.begun)
    session.error = NoDataError(path="scene.tif")
    live.submit(request(2))
    session.go.set()
    wait(lambda: live.states[-1:] == [False])
    assert [str(error) for error in live.failures] == [str(session.error)]
    assert session.begun == [1, 2]


def test_a_bug_goes_to_the_log_with_its_traceback(live, session, wait, log):
    session.error = ZeroDivisionError("a bug")
    session.go.set()
    live.submit(request(1))
    wait(lambda: live.failures)
    assert isinstance(live.failures[0], UnexpectedError)
    assert "ZeroDivisionError: a bug" in log[0]
    assert "in answer" in log[0]


def test_a_request_from_within_an_answer_is_answered_too(live, session, wait):
    session.go.set()
    live.answered.connect(lambda hits, _f: live.submit(request(2)) if hits == 1 else None)
    live.submit(request(1))
    wait(lambda: len(live.heard) == 2)
    assert [hits for hits, _ in live.heard] == [1, 2]


def test_stopping_cancels_closes_in_the_worker_and_ends_the_thread(live, session, wait):
    live.submit(request(1))
    wait(lambda: session.begun)
    live.stop()
    assert session.cancelled == [1]
    assert session.closed_in == "Lookalike"
    assert not live._worker.is_running
    live.stop()
    live.submit(request(2))
    assert live.heard == []


def test_a_drawn_query_says_that_the_runtime_is_missing(live, session, wait, monkeypatch, tmp_path):
    monkeypatch.setenv("LOOKALIKE_PACKAGES", str(tmp_path))
    monkeypatch.setitem(live_query.environment.sys.modules, "onnxruntime", None)
    live.submit(QueryRequest(("index.h5",), (BoxExample("scene.tif", (0, 0, 1, 1)),)))
    wait(lambda: live.failures)
    assert "Drawing a query needs the Python package onnxruntime" in str(live.failures[0])
    assert "--no-deps" in str(live.failures[0])
