"""A file is replaced once the new one is whole; else it stays as it was."""

from __future__ import annotations

import pytest

from lookalike.plugin.core.errors import UnreplaceableError, UnwritableError
from lookalike.plugin.core.replacing import replacing


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "folder" / "a.txt"
    path.parent.mkdir()
    path.write_text("old")
    return path


def names(path):
    return sorted(one.name for one in path.parent.iterdir())


def test_the_file_is_there_once_all_is_written(old):
    with replacing(old) as beside:
        beside.write_text("new")
        assert old.read_text() == "old"
    assert old.read_text() == "new"
    assert names(old) == ["a.txt"]


def test_what_is_made_beside_it_goes_with_it(old):
    with replacing(old) as beside:
        beside.write_text("new")
        beside.with_suffix(".qmd").write_text("about it")
    assert old.with_suffix(".qmd").read_text() == "about it"
    assert names(old) == ["a.qmd", "a.txt"]


@pytest.mark.parametrize("problem", [KeyboardInterrupt, ValueError])
def test_where_writing_is_broken_off_the_old_file_stays(old, problem):
    def write():
        with replacing(old) as beside:
            beside.write_text("half")
            raise problem

    with pytest.raises(problem):
        write()
    assert old.read_text() == "old"
    assert names(old) == ["a.txt"]


def test_on_a_full_disk_the_old_file_stays_and_it_is_said(old, no_file_over):
    with (
        no_file_over(1_000),
        pytest.raises(UnwritableError, match=r"Cannot write .*a\.txt.* too large"),
        replacing(old) as beside,
    ):
        beside.write_bytes(bytes(2_000))
    assert old.read_text() == "old"
    assert names(old) == ["a.txt"]


def test_what_cannot_be_replaced_stays_and_is_said(old):
    """A folder, as there is nothing else that no right and no system lets be replaced by a file."""
    with (
        pytest.raises(UnreplaceableError, match=r"folder cannot be replaced: .* another name"),
        replacing(old.parent) as beside,
    ):
        beside.write_text("new")
    assert old.read_text() == "old"
    assert names(old.parent) == ["folder"]


def test_of_a_link_what_it_leads_to_is_replaced(old):
    link = old.with_name("link.txt")
    try:
        link.symlink_to(old)
    except OSError:
        pytest.skip("no right to make links")
    with replacing(link) as beside:
        beside.write_text("new")
    assert link.is_symlink()
    assert old.read_text() == "new"
