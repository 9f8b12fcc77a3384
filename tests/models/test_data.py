"""Reading, splitting and changing patches."""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike.models import augment, data, material, places, split
from lookalike.models.config import AugmentConfig, DataConfig, parse, resolve
from lookalike.models.errors import DataError

STILL = AugmentConfig(
    flips=False, shift=0, gain=0, band_gain=0, offset=0, noise=0, sharpness=0, jpeg=0
)


def test_patches_come_with_their_folder_as_label(tiny_config):
    patches = data.read(tiny_config.data)
    assert patches.classes == ("Field", "Forest", "Lake")
    assert patches.pixels.shape == (42, 64, 64, 3)
    for name, label in zip(patches.names, patches.labels):
        assert name.split("_")[0] == patches.classes[label]


def test_255_is_the_full_scale_reflectance_and_bands_come_first():
    pixels = np.zeros((1, 4, 4, 3), np.uint8)
    pixels[0, 1, 2] = (255, 51, 0)
    x = data.to_reflectance(pixels, 0.275)
    assert x.dtype == np.float32
    np.testing.assert_allclose(x[0, :, 1, 2], [0.275, 0.055, 0], rtol=1e-6)


def test_held_out_patches_are_not_among_the_training_patches(tiny_config):
    patches = data.read(tiny_config.data)
    training, validation = data.split(patches, resolve(tiny_config.data.split))
    assert len(training) == 33
    assert len(validation) == 9
    assert not set(training.names) & set(validation.names)


def test_a_split_of_other_data_is_refused(tiny_config, tmp_path):
    (tmp_path / "s.json").write_text(json.dumps({"validation": ["Elsewhere_1"]}))
    with pytest.raises(DataError, match="does not belong to this data"):
        data.split(data.read(tiny_config.data), tmp_path / "s.json")


def test_a_missing_split_says_how_to_make_one(tiny_config, tmp_path):
    with pytest.raises(DataError, match=r"lookalike\.models\.split CONFIG"):
        data.split(data.read(tiny_config.data), tmp_path / "none.json")


def test_a_missing_archive_says_what_to_set(tmp_path):
    with pytest.raises(DataError, match=r"Set data\.path in the configuration or give --data"):
        data.read(DataConfig(path=str(tmp_path / "none.zip")))


def test_other_bands_than_the_archive_has_are_refused(archive):
    with pytest.raises(DataError, match="has the bands B04, B03, B02"):
        data.read(DataConfig(path=str(archive), bands=("B08", "B04", "B03")))


def test_patches_of_another_size_are_refused_by_name(archive):
    with pytest.raises(DataError, match=r"Field_1\.jpg is 64×64 pixels, not 120×120"):
        data.read(DataConfig(path=str(archive), patch_size=120))


def test_an_unreadable_patch_is_refused_by_name(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as file:
        file.writestr("eurosat_rgb/Lake/Lake_1.jpg", b"no image")
    with pytest.raises(DataError, match=r"Lake_1\.jpg is not a readable image"):
        data.read(DataConfig(path=str(tmp_path / "z.zip")))


def test_a_damaged_zip_is_refused_by_the_name_of_the_patch(archive, tmp_path):
    content = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as file:
        member = file.getinfo("eurosat_rgb/Lake/Lake_3.jpg")
    content[member.header_offset + 100] ^= 255
    (tmp_path / "z.zip").write_bytes(content)
    with pytest.raises(DataError, match=r"Lake_3\.jpg in .*z\.zip cannot be read"):
        data.read(DataConfig(path=str(tmp_path / "z.zip")))


def test_another_ground_sampling_distance_than_the_archive_has_is_refused(archive):
    with pytest.raises(DataError, match="pixels of 10 m, not 20"):
        data.read(DataConfig(path=str(archive), gsd=20.0))


def test_a_split_that_fits_in_part_says_what_is_missing(tiny_config, tmp_path, capsys):
    names = [f"Lake_{i}" for i in (1, 2)] + [f"Tundra_{i}" for i in range(7)]
    (tmp_path / "s.json").write_text(json.dumps({"validation": names}))
    patches = data.read(tiny_config.data)
    assert data.held_out(patches, tmp_path / "s.json").sum() == 2
    assert "names 7 more patches than the data has" in capsys.readouterr().out


def test_patches_with_several_labels_cannot_be_split_by_class():
    with pytest.raises(DataError, match="--train"):
        split.stratified(np.eye(4, dtype=np.int64), 0.5, 0)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--share", "1.5"], "--share is 1.5"),
        (["--share", "nan"], "--share is nan"),
        (["--seed", "-1"], "--seed is -1"),
        (["--out", "."], "cannot be written"),
    ],
)
def test_the_split_command_says_what_is_wrong(values, tmp_path, capsys, arguments, sentence):
    (tmp_path / "c.json").write_text(json.dumps(values))
    before = Path(values["data"]["split"]).read_bytes()
    assert split.main([str(tmp_path / "c.json"), *arguments]) == 1
    assert sentence in capsys.readouterr().err
    assert Path(values["data"]["split"]).read_bytes() == before


def test_places_are_asked_of_a_zip_alone(tmp_path):
    with pytest.raises(DataError, match="is no zip"):
        places.centres(tmp_path, ["a"], 64)


def test_an_archive_without_patches_is_refused(tmp_path):
    zipfile.ZipFile(tmp_path / "z.zip", "w").close()
    with pytest.raises(DataError, match="holds no JPEG patches"):
        data.read(DataConfig(path=str(tmp_path / "z.zip")))


def test_a_split_takes_the_same_share_of_every_class_and_is_repeatable():
    labels = np.repeat([0, 1, 2], [100, 50, 3])
    rows = split.stratified(labels, 0.2, 7)
    assert np.bincount(labels[rows]).tolist() == [20, 10, 1]
    np.testing.assert_array_equal(rows, split.stratified(labels, 0.2, 7))


def test_a_class_of_one_patch_cannot_be_split():
    with pytest.raises(DataError, match="only one patch"):
        split.stratified(np.array([0, 0, 1]), 0.5, 0)


def test_a_split_by_longitude_holds_out_the_east():
    longitudes = np.array([3.0, 21.5, -4.0, 12.0, 21.5])
    assert split.easternmost(longitudes, 0.2).tolist() == [1, 4]
    with pytest.raises(DataError, match="1 patches have no place"):
        split.easternmost(np.array([1.0, np.nan]), 0.2)
    with pytest.raises(DataError, match="one meridian"):
        split.easternmost(np.array([5.0, 5.0]), 0.2)


def test_the_stored_split_by_longitude_is_that_of_the_real_places(shared_data):
    stored = json.loads(resolve(material.EAST).read_text())
    with zipfile.ZipFile(shared_data / "eurosat_rgb.zip") as file:
        names = [name.split("/")[-1][:-4] for name in file.namelist() if name.endswith(".jpg")]
    longitudes = places.centres(shared_data / "eurosat_rgb.zip", names, 64)[:, 0]
    found = [names[i] for i in split.easternmost(longitudes, stored["share"])]
    assert sorted(found) == sorted(stored["validation"])


@pytest.mark.parametrize(
    ("odd", "sentence"),
    [
        ("Sea/Sea_1.jpg", "A class has only one patch"),
        ("Lake/small.jpg", "small.jpg is 32×32 pixels, not 64×64"),
    ],
)
def test_an_archive_with_one_odd_patch_is_refused_in_a_line(
    values, archive, tmp_path, capsys, odd, sentence
):
    path = shutil.copy(archive, tmp_path)
    buffer = io.BytesIO()
    Image.new("RGB", (32, 32) if "small" in odd else (64, 64)).save(buffer, "JPEG")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(f"eurosat_rgb/{odd}", buffer.getvalue())
    values["data"] |= {"path": path, "split": str(tmp_path / "new.json")}
    (tmp_path / "c.json").write_text(json.dumps(values))
    assert split.main([str(tmp_path / "c.json")]) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "new.json").exists()


def test_the_split_command_writes_what_the_reader_reads(values, tmp_path, capsys):
    values["data"]["split"] = str(tmp_path / "new.json")
    (tmp_path / "c.json").write_text(json.dumps(values))
    assert split.main([str(tmp_path / "c.json"), "--share", "0.5"]) == 0
    assert "21 of 42" in capsys.readouterr().out
    _, validation = data.split(data.read(parse(values).data), tmp_path / "new.json")
    assert len(validation) == 21


def test_the_split_command_reads_the_data_that_it_is_given(values, archive, tmp_path):
    values["data"] |= {"path": "elsewhere.zip", "split": str(tmp_path / "new.json")}
    (tmp_path / "c.json").write_text(json.dumps(values))
    assert split.main([str(tmp_path / "c.json")]) == 1
    assert split.main([str(tmp_path / "c.json"), "--data", str(archive)]) == 0
    assert len(json.loads((tmp_path / "new.json").read_text())["validation"]) == 9


def test_augmentation_that_is_off_changes_nothing(tiny_config):
    pixels = data.read(tiny_config.data).pixels[:5]
    x = augment.augment(pixels, 0.275, STILL, np.random.default_rng(0))
    np.testing.assert_array_equal(x.numpy(), data.to_reflectance(pixels, 0.275))


def test_augmentation_depends_on_its_generator_alone(tiny_config):
    pixels = data.read(tiny_config.data).pixels[:8]
    before = pixels.copy()
    one, two, other = (
        augment.augment(pixels, 0.275, AugmentConfig(), np.random.default_rng(seed)).numpy()
        for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one, two)
    assert not np.array_equal(one, other)
    np.testing.assert_array_equal(pixels, before)


def test_flips_alone_keep_all_pixels(tiny_config):
    pixels = data.read(tiny_config.data).pixels[:8]
    flips = dataclasses.replace(STILL, flips=True)
    x = augment.augment(pixels, 0.275, flips, np.random.default_rng(0)).numpy()
    original = data.to_reflectance(pixels, 0.275)
    assert not np.array_equal(x, original)
    for one, other in zip(x, original):
        np.testing.assert_array_equal(np.sort(one.ravel()), np.sort(other.ravel()))


def test_the_real_archive_and_the_stored_split_fit(shared_data):
    config = DataConfig(path=str(shared_data / "eurosat_rgb.zip"))
    training, validation = data.split(data.read(config), resolve(config.split))
    assert (len(training), len(validation)) == (17_280, 4_320)
    shares = np.bincount(validation.labels) / np.bincount(training.labels)
    np.testing.assert_allclose(shares, 0.25)
