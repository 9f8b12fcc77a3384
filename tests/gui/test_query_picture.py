"""The newest picture of a query is read, one waits, and none comes after it was dropped."""

from __future__ import annotations

import threading

import pytest

from lookalike.plugin.core.errors import FileMissingError
from lookalike.plugin.tasks import QueryPicture


@pytest.fixture
def pictures(qgis_app):
    pictures = QueryPicture()
    pictures.go, pictures.read, pictures.heard = threading.Event(), [], []

    def ask(number):
        def read():
            pictures.read.append(number)
            pictures.go.wait(10)
            return number

        pictures.ask(read)

    pictures.number = ask
    pictures.ready.connect(pictures.heard.append)
    yield pictures
    pictures.go.set()
    pictures.stop()


def test_of_many_only_the_one_that_is_read_and_the_newest_come(pictures, wait):
    pictures.number(1)
    wait(lambda: pictures.read)
    for number in (2, 3, 4):
        pictures.number(number)
    pictures.go.set()
    wait(lambda: len(pictures.heard) == 2)
    assert pictures.heard == pictures.read == [1, 4]


def test_after_the_query_has_gone_its_picture_does_not_come(pictures, wait):
    pictures.number(1)
    wait(lambda: pictures.read)
    pictures.drop()
    pictures.go.set()
    wait(lambda: pictures.heard)
    assert pictures.heard == [None]


def test_nor_does_it_come_before_that_of_the_next_query(pictures, wait):
    pictures.number(1)
    wait(lambda: pictures.read)
    pictures.drop()
    pictures.number(2)
    pictures.go.set()
    wait(lambda: pictures.heard)
    assert pictures.heard == [2]


def test_a_picture_that_cannot_be_read_is_none(pictures, wait, log):
    def read():
        raise FileMissingError(path="gone.tif")

    pictures.ask(read)
    wait(lambda: pictures.heard)
    assert pictures.heard == [None]
    assert log == []
