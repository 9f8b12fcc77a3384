"""The shipped model's method: an embedding of two parts, unlabelled imagery, classes left out."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from lookalike.models import card, data, loop, train
from lookalike.models.config import parse, resolve
from lookalike.models.errors import ConfigError, DataError
from lookalike.models.methods import METHODS
from lookalike.models.methods.base import Run
from lookalike.models.methods.ours import Objective, Settings, _ridge
from lookalike.models.networks import Features, HashingNetwork
from lookalike.models.teacher import principal

SHARE = 0.7


@pytest.fixture
def two_parts(values):
    """A configuration whose embedding is 8 numbers near the teacher and 56 free ones."""
    values["network"] |= {"general": 8, "share": SHARE}
    return values


@pytest.fixture
def scene(tmp_path):
    """A raster of 96 × 160 pixels at 10 m: four windows of 64 with data, two with too little."""
    rasterio = pytest.importorskip("rasterio")
    path = tmp_path / "elsewhere" / "scene.tif"
    path.parent.mkdir()
    numbers = np.random.default_rng(4).integers(1, 4000, (3, 96, 160)).astype(np.uint16)
    numbers[:, :, 80:] = 0
    transform = rasterio.Affine(10, 0, 500_000, 0, -10, 4_000_000)
    profile = {"count": 3, "height": 96, "width": 160, "dtype": "uint16", "nodata": 0}
    with rasterio.open(
        path, "w", driver="GTiff", crs="EPSG:32633", transform=transform, **profile
    ) as raster:
        raster.write(numbers)
        raster.descriptions = ("B02", "B03", "B04")
    return path, numbers


def test_each_part_of_the_embedding_has_its_share_of_every_cosine(two_parts):
    torch.manual_seed(0)
    network = HashingNetwork.build(parse(two_parts)).eval()
    patches = torch.rand(5, 3, 64, 64) * 0.3
    with torch.no_grad():
        embedding, logits = network(patches)
        projected = network.project(network.features(patches)).double().numpy()
        weight, bias = network.hash.weight * network.hash.scale, network.hash.bias
        torch.testing.assert_close(logits, embedding @ weight + bias)
    cosine = (embedding @ embedding.T).double().numpy()
    for i, x in enumerate(projected):
        for j, y in enumerate(projected):
            wanted = 0.0
            for part, share in ((slice(0, 8), SHARE), (slice(8, None), 1 - SHARE)):
                lengths = np.linalg.norm(x[part]) * np.linalg.norm(y[part])
                wanted += share * (x[part] @ y[part]) / lengths
            assert cosine[i, j] == pytest.approx(wanted, abs=1e-6)


def test_the_general_part_starts_near_the_teacher_and_training_keeps_it_there(two_parts, tmp_path):
    two_parts["method"]["settings"]["keeping"] = 20.0
    config = parse(two_parts)
    training, _ = data.split(data.read(config.data), resolve(config.data.split))
    method = METHODS["ours"](config).fit(training, Run(tmp_path))
    embeddings, _ = method.encode(training)
    teacher = principal(method._teacher(training, None, Run(tmp_path)), 8)
    cosine = (embeddings[:, :8] * teacher).sum(1) / np.sqrt(SHARE)
    assert np.median(cosine) > 0.9
    np.testing.assert_allclose(np.linalg.norm(embeddings, axis=1), 1, atol=1e-5)


def test_a_run_with_two_parts_goes_on_as_if_never_stopped(two_parts, tmp_path, stopped):
    whole = train.train(parse(two_parts), tmp_path / "whole")
    stopped(train.train, parse(two_parts), tmp_path / "parts")
    parts = train.train(parse(two_parts), tmp_path / "parts")
    one, other = (loop.load_checkpoint(path)["network"] for path in (whole, parts))
    for name, tensor in one.items():
        assert torch.equal(tensor, other[name]), name


def test_levels_are_the_mean_and_deviation_of_each_channel_of_a_block():
    torch.manual_seed(0)
    network = Features("tiny", 3, 1, 0.275, (2, 5)).eval()
    patches = torch.rand(3, 3, 32, 32) * 0.3
    with torch.no_grad():
        found = network(patches).numpy()
        x, wanted = network.normalise(patches), []
        for i, block in enumerate(network.backbone.blocks()):
            x = block(x)
            if i in (2, 5):
                numbers = x.double().numpy().reshape(3, x.shape[1], -1)
                wanted += [numbers.mean(2), np.sqrt(numbers.var(2) + 1e-5)]
        wanted.insert(0, x.double().numpy().mean((2, 3)))
    assert network.widths == [80, 24, 160]
    np.testing.assert_allclose(found, np.concatenate(wanted, axis=1), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("name", ["ours", "milan_tuned"])
def test_training_changes_no_level_of_a_network_with_frozen_blocks(two_parts, tmp_path, name):
    two_parts["network"] |= {"levels": [2, 5], "frozen": 3, "general": 16}
    if name != "ours":
        two_parts["network"]["general"] = 0
        two_parts["method"] = {"name": name, "settings": {}}
    config = parse(two_parts)
    training, _ = data.split(data.read(config.data), resolve(config.data.split))
    method = METHODS[name](config).fit(training, Run(tmp_path))
    fresh = Features("tiny", 3, 0.5, 0.275, (2, 5)).eval()
    fresh.backbone.load_imagenet()
    with torch.no_grad():
        x = torch.from_numpy(training.reflectance(slice(0, 4)))
        trained, wanted = method.network.features(x), fresh(x)
    # Level 5 lies behind the frozen blocks: the blocks that train have not seen it change.
    torch.testing.assert_close(trained[:, 80:], wanted[:, 80:])
    assert not torch.allclose(trained[:, :80], wanted[:, :80])


def test_frozen_levels_stand_in_the_embedding_and_change_no_logit(two_parts):
    two_parts["network"] |= {"levels": [2, 5], "frozen": 3}
    networks = []
    for level_share in (0.0, 0.4):
        torch.manual_seed(0)
        two_parts["network"]["level_share"] = level_share
        networks.append(HashingNetwork.build(parse(two_parts)).eval())
        networks[-1].balance.running_mean += 0.1
    patches = torch.rand(4, 3, 64, 64) * 0.3
    with torch.no_grad():
        (without, one), (beside, other) = (network(patches) for network in networks)
        features = networks[1].features(patches).double().numpy() - 0.1
    torch.testing.assert_close(one, other)
    assert beside.shape == (4, 64 + 24 + 160)
    cosine, bare = (beside @ beside.T).numpy(), (without @ without.T).numpy()
    levels = [features[:, 80:104], features[:, 104:]]
    for i in range(4):
        for j in range(4):
            pairs = [(level[i], level[j]) for level in levels]
            seen = np.mean([x @ y / np.linalg.norm(x) / np.linalg.norm(y) for x, y in pairs])
            assert cosine[i, j] == pytest.approx(0.6 * bare[i, j] + 0.4 * seen, abs=1e-5)


@pytest.mark.parametrize(
    ("network", "sentence"),
    [
        ({"frozen": 0}, "at least one of network.frozen"),
        ({"embedding": 500, "frozen": 3}, "must be 512 at most"),
        ({"level_share": 1.0}, "must be 0 to 1"),
    ],
)
def test_a_level_share_that_cannot_be_is_refused(two_parts, network, sentence):
    two_parts["network"] |= {"levels": [2, 5], "level_share": 0.4} | network
    with pytest.raises(ConfigError, match=sentence):
        HashingNetwork.build(parse(two_parts))


@pytest.mark.parametrize("level", [99, -1])
def test_levels_that_the_backbone_does_not_have_are_refused(two_parts, tmp_path, level):
    two_parts["network"]["levels"] = [level]
    with pytest.raises(ConfigError, match=r"network\.levels"):
        train.train(parse(two_parts), tmp_path / "run")


def test_ridge_is_least_squares_with_a_penalty():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(30, 6)).astype(np.float32)
    y = rng.normal(size=(30, 2)).astype(np.float32)
    penalty = 0.1 * np.trace(x.T @ x) / 6
    above = np.concatenate([x, np.sqrt(penalty) * np.eye(6)])
    below = np.concatenate([y, np.zeros((6, 2))])
    wanted = np.linalg.lstsq(above, below, rcond=None)[0]
    np.testing.assert_allclose(_ridge(x, y, 0.1), wanted, rtol=1e-4, atol=1e-5)


def test_more_general_numbers_than_the_teacher_has_are_refused(two_parts, tmp_path):
    two_parts["network"]["general"] = 9
    with pytest.raises(ConfigError, match="the teacher has 8 dimensions"):
        train.train(parse(two_parts), tmp_path / "run")


@pytest.mark.parametrize(
    ("section", "key", "value", "sentence"),
    [
        ("network", "general", 64, "must be less than network.embedding"),
        ("network", "share", 1.0, "must lie between 0 and 1"),
        ("data", "unlabelled", {"x": "s3"}, "Unknown radiometry 's3' of x"),
    ],
)
def test_what_does_not_fit_is_refused(values, section, key, value, sentence):
    values[section][key] = value
    with pytest.raises(ConfigError, match=sentence):
        parse(values)


def test_unlabelled_patches_are_cut_from_a_scene_by_its_radiometry(values, scene):
    path, numbers = scene
    values["data"]["unlabelled"] = {str(path.parent): "s2-offset"}
    config = parse(values).data
    patches = data.read(config)
    joined = data.for_training(patches, config)
    assert len(joined) == len(patches) + 4
    assert (joined.labels[-4:] == -1).all()
    assert joined.classes == patches.classes
    reflectance = (numbers[::-1, :64, :64].astype(np.float64) - 1000) / 10000
    wanted = np.rint(reflectance * 255 / 0.275).clip(0, 255).transpose(1, 2, 0)
    # Halves fall to either side in single precision.
    np.testing.assert_allclose(joined.pixels[len(patches)], wanted, atol=1)


def test_training_goes_on_unlabelled_imagery_too(values, scene, tmp_path):
    values["data"]["unlabelled"] = {str(scene[0]): "s2"}
    values["train"]["epochs"] = 1
    path = train.train(parse(values), tmp_path / "run")
    assert np.isfinite(loop.load_checkpoint(path)["history"][0]["loss"])


def test_the_card_says_that_unlabelled_imagery_trained_too(values):
    values["data"]["reader"] = "eurosat_rgb"
    assert "without labels" not in card.make(parse(values))["training_data"]
    values["data"]["unlabelled"] = {"one": "s2", "other": "s2"}
    assert "cut from 2 more archives" in card.make(parse(values))["training_data"]


def test_a_scene_without_data_is_refused_by_name(values, scene):
    rasterio = pytest.importorskip("rasterio")
    with rasterio.open(scene[0], "r+") as raster:
        raster.write(np.zeros_like(scene[1]))
    with pytest.raises(DataError, match=r"scene\.tif has no patch with data"):
        data.unlabelled(parse(values).data, str(scene[0]), "s2")


def test_a_class_left_out_is_not_trained_on(values):
    values["data"]["without"] = ["Lake"]
    config = parse(values).data
    patches = data.read(config)
    kept = data.for_training(patches, config)
    assert not any(name.startswith("Lake") for name in kept.names)
    assert len(kept) == 28


@pytest.mark.parametrize(
    ("without", "sentence"),
    [(["Sea"], "Unknown class 'Sea'"), (["Field", "Forest", "Lake"], "leaves no class")],
)
def test_what_cannot_be_left_out_is_refused(values, without, sentence):
    values["data"]["without"] = without
    config = parse(values).data
    with pytest.raises(DataError, match=sentence):
        data.for_training(data.read(config), config)


def test_patches_of_another_scale_do_not_mix(tiny_config):
    import dataclasses

    patches = data.read(tiny_config.data)
    with pytest.raises(DataError, match="do not mix"):
        data.joined([patches, dataclasses.replace(patches, full_scale=0.3)])


def test_views_of_a_patch_are_drawn_to_each_other_without_labels():
    """The loss of a batch in which each code has its twin is less than that of shuffled twins."""
    torch.manual_seed(0)
    settings = Settings(views=1.0, contrast=0.0, distillation=0.0, keeping=0.0)
    teacher = np.eye(6, 8, dtype=np.float32)
    objective = Objective(8, (64,), settings, teacher, teacher, general=8)
    rows = np.random.default_rng(0)
    (batch,) = objective.batches(6, 12, rows)
    assert batch.tolist() == [*batch[:6], *batch[:6]]
    z = torch.randn(6, 64) * 3
    embedding, labels = torch.ones(12, 8), torch.full((12,), -1)
    paired, shuffled = (
        objective(embedding, torch.cat([z, other]), labels, torch.from_numpy(batch))
        for other in (z, z.roll(1, 0))
    )
    assert paired < shuffled - 1
