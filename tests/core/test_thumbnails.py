import numpy as np
import pytest

from lookalike.plugin.core import thumbnails
from lookalike.plugin.core.archive import source_from_file
from lookalike.plugin.core.errors import FileMissingError
from lookalike.plugin.core.examples import BoxExample
from lookalike.plugin.core.index import Index
from lookalike.plugin.core.raster import SourceReader
from lookalike.plugin.core.source import BandFile
from lookalike.tests.factories import make_source


@pytest.fixture
def reader():
    one = thumbnails.ThumbnailReader()
    yield one
    one.close()


def test_a_picture_shows_its_patch(reader, built):
    index = Index.open(built)
    means = {
        label: reader.read([str(built)], row, 32).mean()
        for row in (0, 59)
        for label in [index.label(row)]
    }
    assert means["bright"] > means["dark"] + 50


def test_a_picture_has_its_size_and_8_bits(reader, built):
    picture = reader.read([str(built)], 3, 48)
    assert (picture.shape, picture.dtype) == ((48, 48, 3), np.uint8)


def test_all_pictures_are_stretched_alike():
    grey = np.full((3, 1, 1), 0.1)
    assert (thumbnails.to_picture(grey) == thumbnails.to_picture(grey + 0)).all()
    assert thumbnails.to_picture(np.zeros((3, 1, 1))).max() == 0
    assert thumbnails.to_picture(np.full((3, 1, 1), 5.0)).min() == 255


def test_only_the_rasters_used_of_late_stay_open(reader, built):
    for row in range(30):
        reader.read([str(built)], row, 8)
    assert len(reader._readers) == thumbnails.OPEN


def test_imagery_that_is_not_at_hand_is_an_error(reader, root):
    with pytest.raises(FileMissingError):
        reader.read([str(root / "tests" / "data" / "index" / "v1.h5")], 0, 8)


def test_without_true_colour_the_first_bands_are_shown():
    assert thumbnails.bands_to_show(make_source()) == ("B04", "B03", "B02")
    radar = make_source(bands={"VV": BandFile("a.tif", 1), "VH": BandFile("a.tif", 2)})
    assert thumbnails.bands_to_show(radar) == ("VV", "VH", "VH")


def test_what_was_drawn_is_a_square_around_its_patches(scene, built_scene):
    index = Index.open(built_scene)
    source, dark = index.place(0)
    bright = max((index.place(row)[1] for row in range(10)), key=lambda window: window.col)
    example = BoxExample(scene, (0.0, 0.0, 1.0, 1.0))
    picture = crop_of(example, source, dark, bright)
    assert picture.shape == (64, 64, 3)
    assert picture[29:35, -4:].mean() > picture[29:35, :4].mean() + 50  # west dark, east bright
    assert crop_of(example, source, dark).std() > 0


def crop_of(example, source, *windows):
    return thumbnails.crop_of(example, [source.footprint(w) for w in windows], 64).picture


def test_a_crop_says_where_its_patches_lie(scene, built_scene):
    index = Index.open(built_scene)
    (source, one), (_, other) = index.place(0), index.place(11)  # to the right and below
    crop = thumbnails.crop_of(
        BoxExample(scene, None), [source.footprint(window) for window in (one, other)], 32
    )
    assert np.allclose(crop.patches[0], [(0, 0), (0.5, 0), (0.5, 0.5), (0, 0.5)])
    assert np.allclose(crop.patches[1], crop.patches[0] + 0.5)


def test_a_large_crop_shows_the_same_from_fewer_pixels(scene):
    source = source_from_file(scene)
    whole = (-64, -64, 768, 768)
    with SourceReader(source) as reader:
        averaged, _ = reader.patch(whole, ("B04", "B03", "B02"), 96)
        glanced = reader.glance(whole, ("B04", "B03", "B02"), 96)
    assert glanced.shape == averaged.shape
    assert np.corrcoef(glanced.ravel(), averaged.ravel())[0, 1] > 0.95
    assert not glanced[:, :7].any()  # beside the raster
