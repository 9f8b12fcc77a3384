from __future__ import annotations

import pytest

from lookalike.plugin.words import count, duration, percent


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0.0 %"),
        (0.5, "50.0 %"),
        (0.98999, "98.9 %"),
        (0.999, "99.90 %"),
        (0.99999, "99.99 %"),
        (1.0, "100 %"),
    ],
)
def test_similarity_is_never_rounded_up_to_a_hundred(share, text):
    assert percent(share) == text


def test_thousands_stand_apart():
    assert count(21600) == "21,600"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.0001, "1 ms"),
        (0.004, "4 ms"),
        (2.34, "2.3 s"),
        (61, "61 s"),
        (600, "10 min"),
        (7200, "2.0 h"),
    ],
)
def test_time_has_the_unit_that_fits(seconds, text):
    assert duration(seconds) == text
