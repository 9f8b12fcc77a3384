"""The benchmark: which fits, that it goes on where it stopped, and the table it writes."""

from __future__ import annotations

import json

import numpy as np
import pytest

from lookalike.models import benchmark, config, material, places, report
from lookalike.models.benchmark import MODELS, Bench
from lookalike.models.benchmark_jobs import Job, jobs, rows
from lookalike.models.errors import DataError


@pytest.fixture(scope="module")
def stuff(tiny_values, tmp_path_factory):
    """Material of the tiny archive; the triple T1 is one of its three classes."""
    folder = tmp_path_factory.mktemp("material")
    half = {"triples": {"T1": ["Lake"]}, "half": {"Field": [2, 3], "Forest": [2], "Lake": [3]}}
    (folder / "left_out.json").write_text(json.dumps(half))
    east = [f"{name}_{i}" for name in ("Field", "Forest", "Lake") for i in (1, 2, 3, 4)]
    (folder / "east.json").write_text(json.dumps({"validation": east}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(material, "LEFT_OUT", str(folder / "left_out.json"))
        patch.setattr(material, "EAST", str(folder / "east.json"))
        patch.setattr(material, "BACKBONES", ("tiny",))
        yield material.prepare(config.parse(tiny_values), folder / "cache")


@pytest.fixture(scope="module")
def folder(stuff, tmp_path_factory):
    """Figures of a few fits."""
    listed = [
        Job("float", 0, 1, "all"),
        Job("lsh", 128, 1, "all"),
        Job("lsh", 64, 1, "all"),
        Job("lsh", 64, 2, "all"),
        Job("classcode", 64, 1, "all"),
        Job("classcode", 64, 1, "named-T1"),
        Job("classcode", 64, 1, "seen-T1"),
        Job("classcode", 128, 1, "seen-T1"),
        Job("float", 0, 1, "spatial"),
        Job("classcode", 64, 1, "spatial"),
    ]
    folder = tmp_path_factory.mktemp("figures")
    benchmark.run(Bench(stuff, quick=True), listed, folder)
    benchmark._describe(stuff, folder)
    return folder


def test_never_seen_classes_are_in_nothing_that_a_method_learns_from(stuff):
    bench = Bench(stuff, quick=True)
    lake = stuff.patches.classes.index("Lake")
    seen, named = bench.frozen("seen-T1"), bench.frozen("named-T1")
    assert lake not in seen.labels
    assert len(seen.features) == len(seen.views[0]) == 22
    assert not np.allclose(seen.axes[0], stuff.frozen.axes[0])
    assert lake not in named.labels
    assert len(named.features) == 33
    assert (named.labels == -1).sum() == 11 + 3


def test_a_benchmark_goes_on_where_it_stopped(folder, stuff):
    times = {path: path.stat().st_mtime_ns for path in folder.glob("*-s*.json")}
    benchmark.run(Bench(stuff, quick=True), [Job("lsh", 64, 1, "all")], folder)
    assert {p: p.stat().st_mtime_ns for p in folder.glob("*-s*.json")} == times


def test_time_that_is_up_leaves_the_rest_for_the_next_run(stuff, tmp_path, capsys):
    benchmark.run(Bench(stuff, quick=True), [Job("lsh", 64, 1, "all")], tmp_path / "f", minutes=0)
    assert "1 of 1 fits are left" in capsys.readouterr().out


def test_a_network_is_measured_once_it_is_exported(
    stuff, tiny_model, tmp_path, monkeypatch, capsys
):
    job = Job("milan_tuned", 16, 1, "all")
    monkeypatch.setitem(MODELS, job.row, tmp_path / "none.onnx")
    benchmark.run(Bench(stuff, quick=True), [job], tmp_path / "f")
    assert "none.onnx is not there" in capsys.readouterr().out
    monkeypatch.setitem(MODELS, job.row, tiny_model)
    benchmark.run(Bench(stuff, quick=True), [job], tmp_path / "f")
    fit = json.loads((tmp_path / "f" / f"{job.name}.json").read_text())
    assert fit["retrieval"]["reordered"]["mAP@20"] > 0.5
    assert fit["onnx"]["ms_per_patch"] > 0


def test_published_fits_are_not_fitted_again_and_replace_no_newer_ones(folder, tmp_path):
    report.write(folder, tmp_path)
    published, own = tmp_path / "models.json", tmp_path / "runs"
    names = {path.name for path in folder.glob("*-s[0-9]*.json")}
    newer = sorted(names)[0]
    own.mkdir()
    (own / newer).write_text("newer")
    assert benchmark.adopt(published, own) == len(names) - 1
    assert {path.name for path in own.iterdir()} == names
    assert (own / newer).read_text() == "newer"
    with pytest.raises(DataError, match="cannot be read"):
        benchmark.adopt(tmp_path / "nothing.json", own)


def test_the_page_has_every_row_that_was_measured_and_says_how(folder, tmp_path):
    written = report.write(folder, tmp_path / "help")
    page = written[0].read_text()
    assert "9 patches that no method trained on" in page
    sixty_four = page.split("## 64 bits")[1].split("###")[0]
    assert "| LSH |" in sixty_four
    assert "| classifier's output * |" in sixty_four
    assert "±" in next(line for line in sixty_four.splitlines() if "| LSH |" in line)
    assert "10 fits with the seeds 1, 2" in page
    assert {path.suffix for path in written[2:]} == {".png"}
    assert all(0 < path.stat().st_size < 150_000 for path in written[2:])
    assert len(json.loads(written[1].read_text())["fits"]) == 10


def test_a_sister_without_a_class_measures_it_and_the_others(folder):
    results = report.Results(folder)
    seen = results.of_triples("classcode", 64, "seen")
    others = results.of_triples("classcode", 64, "seen", inside=False)
    assert seen.shape == others.shape == (1, 2)
    assert others[0, 1] > seen[0, 1]
    assert results.of_triples("classcode", 128, "seen", adapted=64).shape == (1, 2)
    assert results.of_triples("lsh", 64, "named") is not None
    assert results.of_triples("itq", 64, "seen") is None


def test_by_longitude_the_same_patches_are_divided_otherwise(folder, stuff):
    other = stuff.by_longitude
    assert (len(other.patches), len(other.queries)) == (30, 12)
    every = dict(zip(stuff.patches.names, stuff.frozen.features))
    every |= dict(zip(stuff.queries.names, stuff.query_features))
    for part, features in (
        (other.patches, other.frozen.features),
        (other.queries, other.query_features),
    ):
        np.testing.assert_array_equal(features, [every[name] for name in part.names])
    fit = json.loads((folder / "classcode-64-s1-spatial.json").read_text())
    assert fit["retrieval"]["hamming"]["mAP@20"] > 0.5
    assert "onnx" not in fit


def test_every_exported_method_of_the_benchmark_agrees_with_its_onnx(folder):
    fit = json.loads((folder / "lsh-128-s1-all.json").read_text())
    assert fit["onnx"]["differing_bits"] <= 1e-3
    assert fit["onnx"]["ms_per_patch"] > 0


def test_the_whole_benchmark_starts_with_the_main_figures_of_all_seeds():
    listed = jobs(seeds=2, quick=False)
    assert len(set(listed)) == len(listed)
    main = [j for j in listed if j.bits in (64, 128) and j.regime == "all" and j.row not in MODELS]
    methods = [job for job in listed if job.row in rows()]
    expected = [job for job in main if job.row in rows()]
    assert methods[: len(expected)] == expected
    assert [job.seed for job in expected] == sorted(job.seed for job in expected)
    assert {job.row for job in listed} == set(report.LABELS)
    assert {j.row for j in jobs(1, False, ["lsh"])} == {"lsh"}


def test_a_folder_without_figures_is_refused(tmp_path):
    with pytest.raises(DataError, match="holds no benchmark"):
        report.write(tmp_path, tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [["--only", "itqq"], ["--regimes", "seen-T9"], ["--seeds", "0"], ["--threads", "0"]],
)
def test_a_benchmark_of_nothing_known_is_refused(arguments, tmp_path):
    with pytest.raises(SystemExit):
        benchmark.main(["--quick", "--runs", str(tmp_path), *arguments])
    assert not list(tmp_path.iterdir())


def test_cells_give_both_rankings_and_the_spread_between_seeds():
    assert report.cell(None) == "–"
    assert report.cell(np.array([[0.5, 0.25]])) == "0.500 / 0.250"
    assert report.cell(np.array([[0.5, 0.2], [0.5, 0.4]])) == "0.500 / 0.300 ±0.141"


def test_rows_without_a_figure_are_left_out():
    assert "b" not in report.table(["h", "x"], [["a", "1"], ["b", "–"]])


def test_places_come_from_the_sidecars(tmp_path):
    import zipfile

    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "x/A/A_1.jpg.aux.xml",
            "<PAMDataset><SRS>EPSG:32632</SRS>"
            "<GeoTransform>499680, 10, 0, 5500320, 0, -10</GeoTransform></PAMDataset>",
        )
        file.writestr("x/A/A_2.jpg.aux.xml", "<PAMDataset></PAMDataset>")
    found = places.centres(path, ["A_1", "A_2", "A_3"], 64)
    np.testing.assert_allclose(found[0], [9, 49.65], atol=1e-2)
    assert np.isnan(found[1:]).all()
