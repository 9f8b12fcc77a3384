"""Pixels in files: what is written, what is believed, and that training cannot tell."""

from __future__ import annotations

import dataclasses
import hashlib

import numpy as np
import pytest

from lookalike.models import config, data, loop, stored
from lookalike.models.errors import DataError
from lookalike.models.methods import METHODS
from lookalike.models.methods.base import Run
from lookalike.models.stored import Item, PixelFile, Rows

SHAPE = (6, 6, 2)


def drawn(name: str) -> np.ndarray:
    """Pixels that only the name decides."""
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "little")
    return np.random.default_rng(seed).integers(0, 256, SHAPE, np.uint8)


def refused(name: str) -> np.ndarray:
    raise DataError(f"{name} is broken.")


def items(count: int, stamp: str = "") -> list[Item]:
    return [Item(f"patch {i}", stamp) for i in range(count)]


@pytest.fixture
def small_blocks(monkeypatch):
    monkeypatch.setattr(stored, "BLOCK", 4)


@pytest.fixture
def here(small_blocks, monkeypatch):
    """Read in this process, so that a test can count."""
    monkeypatch.setattr(stored.os, "cpu_count", lambda: 1)
    asked = []

    def read(name: str) -> np.ndarray:
        asked.append(name)
        return drawn(name)

    read.asked = asked
    return read


@pytest.fixture
def rows(small_blocks, tmp_path, monkeypatch) -> Rows:
    monkeypatch.setattr(stored.os, "cpu_count", lambda: 1)
    return stored.stored(items(10), drawn, SHAPE, "", tmp_path / "pixels")


def test_rows_read_what_an_array_holds(rows):
    whole = np.stack([drawn(item.name) for item in items(10)])
    assert (len(rows), rows.shape) == (10, whole.shape)
    for wanted in (slice(None), slice(3, 9), np.array([9, 0, 4, 4]), np.array([], np.int64)):
        np.testing.assert_array_equal(rows[wanted], whole[wanted])
    some = np.array([8, 1, 5, 3])
    np.testing.assert_array_equal(rows.take(some).take(np.array([2, 0]))[:], whole[some][[2, 0]])


def test_rows_and_arrays_stand_one_behind_the_other(rows):
    more = np.arange(3 * 72, dtype=np.uint8).reshape(3, *SHAPE)
    both = stored.concatenated([rows.take(np.array([7, 2])), more])
    np.testing.assert_array_equal(both[:], np.concatenate([rows[np.array([7, 2])], more]))
    assert isinstance(stored.concatenated([more, more]), np.ndarray)


def test_several_processes_read_what_one_reads(rows, small_blocks, tmp_path, monkeypatch):
    monkeypatch.setattr(stored.os, "cpu_count", lambda: 2)
    found = stored.stored(items(10), drawn, SHAPE, "", tmp_path / "others")
    np.testing.assert_array_equal(found[:], rows[:])
    with pytest.raises(DataError, match=r"^patch \d is broken\.$"):
        stored.stored(items(10), refused, SHAPE, "", tmp_path / "none")


def test_a_reading_that_was_stopped_goes_on_and_believes_no_half_file(here, tmp_path):
    def stopping(name: str) -> np.ndarray:
        if name == "patch 9":
            raise KeyboardInterrupt
        return drawn(name)

    with pytest.raises(KeyboardInterrupt):
        stored.stored(items(12), stopping, SHAPE, "", tmp_path)
    first = sorted(tmp_path.glob("*.u8"))[0]
    first.write_bytes(first.read_bytes()[:-1])
    found = stored.stored(items(12), here, SHAPE, "", tmp_path)
    assert len(here.asked) == 8  # the block that was cut short, and the one that never was
    np.testing.assert_array_equal(found[:], [drawn(item.name) for item in items(12)])
    assert len(list(tmp_path.iterdir())) == 3


def test_a_changed_source_is_read_again_and_others_are_not(here, tmp_path):
    stored.stored(items(8), here, SHAPE, "", tmp_path)
    here.asked.clear()
    changed = [*items(7), Item("patch 7", "changed")]
    stored.stored(changed, here, SHAPE, "", tmp_path)
    assert here.asked == ["patch 4", "patch 5", "patch 6", "patch 7"]
    here.asked.clear()
    stored.stored(changed, here, SHAPE, "other bands", tmp_path)
    assert len(here.asked) == 8
    assert len(list(tmp_path.iterdir())) == 2  # what is not asked for any more has gone


def test_a_file_that_was_cut_short_since_is_named(rows):
    file = rows.places[1]
    assert isinstance(file, PixelFile)
    file.path.write_bytes(b"short")
    with pytest.raises(DataError, match=rf"{file.path.name} cannot be read \(it is cut short\)"):
        rows[:]


def test_a_disk_without_room_is_said_before_anything_is_read(here, tmp_path):
    huge = (100_000, 100_000, 13)
    with pytest.raises(DataError, match=r"520 GB are to be written"):
        stored.stored(items(4), here, huge, "", tmp_path)
    assert not here.asked


def test_other_rows_have_another_digest(rows):
    def digest(pixels: stored.Pixels) -> str:
        key = hashlib.sha256()
        stored.feed(key, pixels)
        return key.hexdigest()

    some = np.array([1, 2])
    assert digest(rows.take(some)) == digest(rows.take(some))
    assert digest(rows.take(some)) != digest(rows.take(some[::-1]))


@pytest.mark.parametrize("method", ["ours", "cibhash"])
def test_training_on_files_is_training_in_memory(values_of, tiny_config, tmp_path, method):
    patches = data.read(tiny_config.data)
    file = PixelFile(tmp_path / "pixels.u8", patches.pixels.shape)
    file.write(patches.pixels)
    on_disk = dataclasses.replace(patches, pixels=Rows([file]))
    configured = config.parse(values_of(method))
    split = config.resolve(configured.data.split)
    codes = []
    for name, of in (("memory", patches), ("files", on_disk)):
        training, validation = data.split(of, split)
        run = Run(tmp_path / name, validation, tmp_path / f"{name} cache")
        fitted = METHODS[method](configured).fit(training, run)
        codes.append(fitted.encode(validation)[1])
    np.testing.assert_array_equal(*codes)
    if method == "ours":
        histories = [
            loop.load_checkpoint(tmp_path / name / loop.CHECKPOINT)["history"]
            for name in ("memory", "files")
        ]
        assert histories[0] == histories[1]
