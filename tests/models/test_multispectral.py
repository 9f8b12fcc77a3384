"""Patches of many bands and many labels: real samples, more in their true layout, training."""

from __future__ import annotations

import bz2
import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from lookalike.models import (
    config,
    corine,
    data,
    evaluate,
    export,
    loop,
    losses,
    metrics,
    multispectral,
    split,
    train,
)
from lookalike.models.config import DataConfig
from lookalike.models.encoding import encode
from lookalike.models.errors import DataError
from lookalike.models.methods.base import Run
from lookalike.models.methods.ours import Objective, Settings
from lookalike.models.networks import HashingNetwork
from lookalike.plugin.core.model import HashModel
from lookalike.tests.rasters import write_raster

SHARED = Path(config.ROOT).parent / "shared" / "data"
TEN = ("B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B11", "B12")


def real(name: str) -> str:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the real imagery {name} is not here")
    return str(path)


def write_patch(folder: Path, numbers: dict[str, int], labels: list[str] | None) -> None:
    """A patch in BigEarthNet's layout: a file a band, at 10, 20 and 60 m."""
    rasterio = pytest.importorskip("rasterio")
    folder.mkdir(parents=True)
    for band, number in numbers.items():
        metres = {"B01": 60, "B09": 60}.get(
            band, 10 if band in ("B02", "B03", "B04", "B08") else 20
        )
        size = 1200 // metres
        with rasterio.open(
            folder / f"{folder.name}_{band}.tif",
            "w",
            driver="GTiff",
            width=size,
            height=size,
            count=1,
            dtype="uint16",
            crs="EPSG:32633",
            transform=rasterio.Affine(metres, 0, 404_400, 0, -metres, 5_342_400),
        ) as raster:
            rows = np.arange(size)[None, :, None] * metres  # brighter to the south
            raster.write((number + rows + np.zeros((1, size, size))).astype(np.uint16))
    if labels is not None:
        text = json.dumps({"labels": labels})
        (folder / f"{folder.name}_labels_metadata.json").write_text(text)


@pytest.fixture
def bigearthnet(tmp_path) -> DataConfig:
    """Twelve patches in the layout of version 1, of two kinds."""
    root = tmp_path / "BigEarthNet-v1.0"
    for i in range(12):
        numbers = {band: (500 if i % 2 else 2500) + 37 * j for j, band in enumerate(TEN)}
        labels = ["Water bodies"] if i % 2 else ["Pastures", "Non-irrigated arable land"]
        write_patch(root / f"S2A_MSIL2A_20170613T101031_{i}_1", numbers, labels)
    return DataConfig(str(root), "bigearthnet_v1", TEN, 120)


def test_the_43_classes_become_19_in_their_order():
    assert len(corine.NINETEEN_OF) == 43
    assert len(corine.NINETEEN) == 19
    assert corine.NINETEEN[0] == "Urban fabric"
    assert corine.NINETEEN[-1] == "Marine waters"
    hot = corine.multi_hot([["Peatbogs", "Airports"], ["Marine waters"], []], "x")
    assert [list(np.flatnonzero(row)) for row in hot] == [
        [corine.NINETEEN.index("Inland wetlands")],
        [18],
        [],
    ]


def test_an_unknown_class_is_refused_by_name():
    with pytest.raises(DataError, match="unknown class 'Moon'"):
        corine.multi_hot([["Moon"]], "the data")


def test_bands_of_all_resolutions_become_reflectance_on_one_grid(bigearthnet):
    patches = multispectral.read_bigearthnet_v1(bigearthnet)
    assert patches.pixels.shape == (12, 120, 120, 10)
    assert patches.labels.shape == (12, 19)
    assert patches.names[0] == "S2A_MSIL2A_20170613T101031_0_1"
    found = patches.reflectance(slice(0, 1))[0]
    for j, band in enumerate(TEN):
        middle = found[j, 60].mean()
        assert middle == pytest.approx((2500 + 37 * j + 600) / 10_000, abs=0.003), band
    assert patches.take(np.array([3])).parts == ("",)


def test_the_real_patches_of_version_1_are_read_with_their_labels():
    path = real("bigearthnet_v1")
    patches = multispectral.read_bigearthnet_v1(DataConfig(path, "bigearthnet_v1", TEN, 120))
    assert patches.pixels.shape == (6, 120, 120, 10)
    named = dict(zip(patches.names, patches.labels))
    row = named["S2A_MSIL2A_20170613T101031_87_48"]
    assert [patches.classes[i] for i in np.flatnonzero(row)] == [
        "Arable land",
        corine.MIXED_FARMING,
    ]
    # Vegetation in June: near infrared well above red.
    assert patches.reflectance(slice(0, 1))[0, TEN.index("B08")].mean() > 0.3


def test_the_real_patches_of_version_2_are_read_without_their_table():
    path = real("bigearthnet_v2")
    twelve = ("B01", *TEN, "B09")
    patches = multispectral.read_bigearthnet_v2(DataConfig(path, "bigearthnet_v2", twelve, 120))
    assert patches.pixels.shape == (2, 120, 120, 12)
    assert not patches.labels.any()


def test_version_2_takes_labels_and_split_from_its_table(tmp_path, bigearthnet):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow reads metadata.parquet")
    import pyarrow

    names = [p.name for p in sorted(Path(bigearthnet.path).iterdir())]
    table = {
        "patch_id": names,
        "labels": [["Pastures"]] * 11 + [["Marine waters"]],
        "split": ["train"] * 11 + ["test"],
    }
    parquet.write_table(pyarrow.table(table), tmp_path / "metadata.parquet")
    patches = multispectral.read_bigearthnet_v2(bigearthnet)
    assert patches.parts.count("test") == 1
    assert patches.labels[:, corine.NINETEEN.index("Pastures")].sum() == 11


def test_the_real_multispectral_patches_of_eurosat_have_b8a_last():
    path = real("eurosat_ms")
    bands = ("B04", "B08", "B8A", "B09")
    patches = multispectral.read_eurosat_ms(DataConfig(path, "eurosat_ms", bands))
    assert patches.pixels.shape == (271, 64, 64, 4)
    assert len(patches.classes) == 10
    red, near, narrow, vapour = patches.reflectance(slice(None)).mean(axis=(0, 2, 3))
    # The narrow band beside B08 is as bright as it; B09, dimmed by water vapour, is not.
    assert abs(narrow - near) < 0.3 * near
    assert vapour < 0.6 * near
    assert red < near


def test_files_of_training_data_that_cannot_be_read_or_have_another_size_are_named(tmp_path):
    settings = DataConfig(str(tmp_path), "eurosat_ms")
    for name in ("Lake/Lake_1", "Lake/Lake_2", "River/River_1"):
        write_raster(tmp_path / f"{name}.tif", np.full((13, 64, 64), 900, np.uint16))
    assert data.read(settings).classes == ("Lake", "River")
    for size, sentence in ((128, "has room for 4 patches"), (40, "is smaller")):
        write_raster(tmp_path / "River/River_2.tif", np.full((13, size, size), 900, np.uint16))
        with pytest.raises(DataError, match=rf"River_2\.tif {sentence}"):
            data.read(settings)
    for name in ("Lake/Lake_0", "River/River_2"):  # the first of all, and the last
        path = tmp_path / f"{name}.tif"
        path.write_bytes(b"no raster")
        with pytest.raises(DataError, match=path.name):
            data.read(settings)
        path.unlink()


def test_a_patch_whose_file_was_written_anew_is_read_anew(bigearthnet):
    rasterio = pytest.importorskip("rasterio")
    patches = multispectral.read_bigearthnet_v1(bigearthnet)
    before, name = patches.pixels[:], patches.names[3]
    with rasterio.open(Path(bigearthnet.path) / name / f"{name}_B03.tif", "r+") as raster:
        raster.write(np.full((1, 120, 120), 4000, np.uint16))
    after = multispectral.read_bigearthnet_v1(bigearthnet).pixels[:]
    differing = (after != before).any(axis=(1, 2))
    assert np.argwhere(differing).tolist() == [[3, TEN.index("B03")]]


def test_a_broken_band_or_a_folder_of_something_else_is_named(bigearthnet):
    folder = sorted(Path(bigearthnet.path).iterdir())[5]
    band = folder / f"{folder.name}_B04.tif"
    whole = band.read_bytes()
    band.write_bytes(b"no raster")
    with pytest.raises(DataError, match=band.name):
        data.read(bigearthnet)
    band.write_bytes(whole)
    for other in ("B02", "B03"):  # bands of another patch
        (folder / f"other_{other}.tif").write_bytes(whole)
    with pytest.raises(DataError, match=folder.name):
        data.read(bigearthnet)
    empty = dataclasses.replace(bigearthnet, path=str(folder / "none"))
    with pytest.raises(DataError, match="holds no patches"):
        data.read(empty)


def test_the_official_split_holds_out_what_it_does_not_train_on(bigearthnet, tmp_path):
    patches = multispectral.read_bigearthnet_v1(bigearthnet)
    assert split.official(patches) is None
    names = tmp_path / "train.csv.bz2"
    names.write_bytes(bz2.compress("".join(f"{n},x\n" for n in patches.names[:9]).encode()))
    np.testing.assert_array_equal(split.official(patches, names), [9, 10, 11])
    parts = dataclasses.replace(patches, parts=("train",) * 10 + ("validation", "test"))
    np.testing.assert_array_equal(split.official(parts), [10, 11])
    training, validation = data.split(parts, config.resolve("official"))
    assert (len(training), validation.names) == (10, patches.names[10:])
    with pytest.raises(DataError, match="comes with no official split"):
        data.split(patches, config.resolve("official"))
    (tmp_path / "other.csv").write_text("of\nother\ndata\n")
    with pytest.raises(DataError, match="does not belong"):
        split.official(patches, tmp_path / "other.csv")
    with pytest.raises(DataError, match="cannot be read"):
        split.official(patches, tmp_path / "none.csv")


def test_the_official_split_is_not_drawn_over(values, tmp_path, capsys):
    values["data"]["split"] = "official"
    (tmp_path / "c.json").write_text(json.dumps(values))
    assert split.main([str(tmp_path / "c.json")]) == 1
    assert "Name the file to write with --out" in capsys.readouterr().err


def test_ten_bands_and_several_labels_train_end_to_end(bigearthnet, tiny_config, tmp_path):
    patches = multispectral.read_bigearthnet_v1(bigearthnet)
    patches.labels[:3] = 0  # some without a label
    network = dataclasses.replace(
        tiny_config.network, input_size=60, full_scale=multispectral.FULL_SCALE
    )
    steps = dataclasses.replace(tiny_config.train, epochs=6)
    trained = dataclasses.replace(tiny_config, data=bigearthnet, network=network, train=steps)
    teacher = np.eye(12, 4, dtype=np.float32) + 0.1
    objective = Objective(64, (64, 128), Settings(), teacher, teacher)
    net = loop.train(HashingNetwork.build(trained), objective, trained, patches, Run(tmp_path))
    _, logits = encode(net, patches)
    assert logits.shape == (12, 128)
    assert np.isfinite(logits).all()
    history = loop.load_checkpoint(tmp_path / loop.CHECKPOINT)["history"]
    assert history[-1]["loss"] < history[0]["loss"]


def test_a_configuration_trains_on_an_official_split_and_exports(bigearthnet, values, tmp_path):
    patches = multispectral.read_bigearthnet_v1(bigearthnet)
    (tmp_path / "train.csv").write_text("\n".join(patches.names[:8]))
    values["data"] = {
        "path": bigearthnet.path,
        "reader": "bigearthnet_v1",
        "bands": list(TEN),
        "patch_size": 120,
        "split": str(tmp_path / "split.json"),
    }
    values["network"] |= {"input_size": 60, "full_scale": multispectral.FULL_SCALE}
    path = tmp_path / "config.json"
    path.write_text(json.dumps(values))
    assert split.main([str(path), "--train", str(tmp_path / "train.csv")]) == 0
    assert train.main([str(path), "--out", str(tmp_path / "run")]) == 0
    checkpoint = tmp_path / "run" / loop.CHECKPOINT
    assert 0 <= loop.load_checkpoint(checkpoint)["history"][-1]["mAP@20/64"] <= 1
    assert export.main([str(checkpoint), str(tmp_path / "m.onnx")]) == 0
    model = HashModel.open(tmp_path / "m.onnx")
    assert model.card.bands == TEN
    assert "BigEarthNet-S2 v1" in model.card.text["training_data"]
    assert model.encode(patches.reflectance(slice(0, 2))).logits.shape == (2, 128)
    figures = tmp_path / "figures.json"
    assert evaluate.main([str(tmp_path / "m.onnx"), "--json", str(figures)]) == 0
    measured = json.loads(figures.read_text())
    assert measured["queries"] == 4
    assert measured["classes"]["Pastures"] == 2
    # Two kinds of patches, and no code mixes them up.
    assert measured["retrieval"]["64"]["hamming"]["mAP"] == 1


def test_classes_can_be_left_out_and_unlabelled_patches_added_where_labels_are_several(bigearthnet):
    patches = multispectral.read_bigearthnet_v1(bigearthnet)
    left = data.for_training(patches, dataclasses.replace(bigearthnet, without=("Inland waters",)))
    assert len(left) == 6
    plain = dataclasses.replace(
        data.Patches(**{k: v for k, v in vars(left).items() if k != "parts"}),
        labels=np.full(6, -1),
    )
    both = data.joined([left, plain])
    assert both.labels.shape == (12, 19)
    np.testing.assert_array_equal(both.labelled, [True] * 6 + [False] * 6)


def test_labels_that_are_missing_or_broken_are_named(bigearthnet):
    folder = next(Path(bigearthnet.path).iterdir())
    path = folder / f"{folder.name}_labels_metadata.json"
    path.write_text("{")
    with pytest.raises(DataError, match="cannot be read"):
        multispectral.read_bigearthnet_v1(bigearthnet)


def test_a_patch_size_that_is_too_small_is_explained(bigearthnet):
    small = DataConfig(bigearthnet.path, "bigearthnet_v1", TEN, 32)
    with pytest.raises(DataError, match=r"Set data\.patch_size"):
        multispectral.read_bigearthnet_v1(small)


def test_contrast_of_several_labels_is_weighted_by_what_is_shared():
    generator = torch.Generator().manual_seed(0)
    codes = torch.tanh(torch.randn(5, 8, generator=generator, dtype=torch.float64))
    hot = torch.tensor([[1, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 0], [1, 1, 1]])
    z = codes / codes.norm(dim=1, keepdim=True)
    s, labelled, per_patch = (z @ z.T / 0.2).exp(), [0, 1, 2, 4], []
    for i in labelled:
        below = sum(s[i, a] for a in labelled if a != i)
        weights = {
            j: float((hot[i] & hot[j]).sum() / (hot[i] | hot[j]).sum()) for j in labelled if j != i
        }
        total = sum(w * torch.log(s[i, j] / below) for j, w in weights.items())
        per_patch.append(-float(total) / sum(weights.values()))
    found = losses.supervised_contrast(codes, hot, 0.2)
    assert float(found) == pytest.approx(np.mean(per_patch), rel=1e-5)


def test_distillation_of_several_labels_leaves_out_pairs_without_a_common_one():
    generator = torch.Generator().manual_seed(0)
    codes = torch.tanh(torch.randn(4, 8, generator=generator))
    teacher = torch.nn.functional.normalize(torch.randn(4, 3, generator=generator), dim=1)
    hot = torch.tensor([[1, 1], [0, 1], [1, 0], [0, 0]])
    z = torch.nn.functional.normalize(codes, dim=1).numpy()
    t, per_patch = teacher.numpy(), []
    for i, allowed in enumerate([[1, 2, 3], [0, 3], [0, 3], [0, 1, 2]]):
        q, p = (np.exp(m[allowed] @ m[i] / d) for m, d in ((t, 0.05), (z, 0.1)))
        per_patch.append(-(q / q.sum() * np.log(p / p.sum())).sum())
    found = losses.neighbourhood_distillation(codes, hot, teacher, 0.05, 0.1)
    assert float(found) == pytest.approx(np.mean(per_patch), rel=1e-4)


def test_patches_with_a_label_in_common_are_relevant():
    found = np.array([[[1, 0], [0, 1], [0, 0]]])
    np.testing.assert_array_equal(metrics.related(found, np.array([[1, 0]])), [[1, 0, 0]])
    np.testing.assert_array_equal(metrics.related(np.array([[2, 1]]), np.array([1])), [[0, 1]])
