import pickle
import string

import pytest

from lookalike.plugin.core import errors

ERRORS = [
    one
    for one in vars(errors).values()
    if isinstance(one, type) and issubclass(one, errors.LookalikeError)
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda one: one.__name__)
def test_every_sentence_is_filled_by_its_facts(error):
    parts = [part for part in string.Formatter().parse(error.sentence) if part[1]]
    facts = {name: 7 if form else f"<{name}>" for _, name, form, _ in parts}
    text = str(error(**facts))
    assert all(str(fact) in text for fact in facts.values())
    assert "{" not in text
    if error is not errors.LookalikeError:
        assert text.rstrip().endswith((".", ">"))


def test_a_missing_fact_is_noticed():
    with pytest.raises(KeyError):
        errors.NotAnIndexError()


def test_a_missing_file_is_also_what_python_calls_one():
    assert issubclass(errors.FileMissingError, FileNotFoundError)


def test_being_cancelled_is_no_error_of_the_users():
    assert not issubclass(errors.Cancelled, errors.LookalikeError)


def test_an_error_travels_between_processes():
    error = errors.NewerIndexError(path="a.h5", found=3, known=1)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.facts) == (type(error), str(error), error.facts)
