"""The protocols by which every method is measured, by hand and by slow loops."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

from lookalike.models import metrics, protocols, ranking
from lookalike.models.config import resolve
from lookalike.models.errors import DataError
from lookalike.models.material import LEFT_OUT
from lookalike.models.ranking import Archive


@pytest.fixture
def rng():
    return np.random.default_rng(0)


@pytest.fixture
def coded(rng):
    """Archive and queries of three classes, codes that are right for two bits of three."""
    labels = rng.integers(0, 3, 600)
    centres = rng.normal(size=(3, 64))
    logits = centres[labels] + 1.5 * rng.normal(size=(600, 64))
    return Archive(logits[:500]), labels[:500], logits[500:], labels[500:]


def test_full_average_precision_divides_by_all_that_is_relevant():
    relevant = np.array([[1, 0, 1, 0], [0, 0, 0, 0], [0, 0, 0, 1]], bool)
    expected = [(1 + 2 / 3) / 2, 0, 0.25]
    np.testing.assert_allclose(metrics.full_average_precision(relevant), expected, rtol=1e-6)


def test_an_empty_ball_has_no_precision():
    relevant = np.array([[1, 0, 1], [1, 1, 1]], bool)
    distances = np.array([[0, 2, 3], [3, 4, 5]])
    np.testing.assert_allclose(metrics.precision_within(relevant, distances, 2), [0.5, 0])


def test_precision_is_read_where_a_recall_is_first_reached():
    relevant = np.array([[1, 0, 0, 1], [0, 0, 0, 0]], bool)
    found = metrics.precision_at_recall(relevant, np.array([0.25, 0.5, 0.75, 1]))
    np.testing.assert_allclose(found, [[1, 1, 0.5, 0.5], [0, 0, 0, 0]])


def test_the_standard_error_is_that_of_a_mean_of_class_means(rng):
    labels = np.repeat([0, 1], [300, 50])
    spread = [
        metrics.macro(np.where(labels == 0, rng.normal(0, 1, 350), rng.normal(0, 2, 350)), labels)
        for _ in range(400)
    ]
    one = np.where(labels == 0, rng.normal(0, 1, 350), rng.normal(0, 2, 350))
    assert metrics.standard_error(one, labels) == pytest.approx(np.std(spread), rel=0.25)


def test_bits_that_are_always_alike_are_counted():
    codes = np.array([[1, 1, 0], [1, 0, 0], [1, 1, 1], [1, 0, 1]], bool)
    found = metrics.bit_balance(codes)
    assert found["entropy"] == pytest.approx(2 / 3, abs=1e-6)
    assert found["constant"] == pytest.approx(1 / 3)


def test_graded_figures_are_their_formulas(rng):
    query, archive = rng.random((2, 5)) < 0.7, rng.random((9, 5)) < 0.5
    ranked = np.stack([rng.permutation(9) for _ in range(2)])
    shared = metrics.shared_labels(query, archive[ranked])
    everything = metrics.shared_labels(query, np.stack([archive, archive]))
    for q in range(2):
        c = [sum(a and b for a, b in zip(query[q], archive[r])) for r in ranked[q]]
        assert list(shared[q]) == c
        acg = [sum(c[:i]) / i for i in range(1, 10)]
        assert metrics.average_cumulative_gain(shared, 4)[q] == pytest.approx(acg[3])
        dcg, best = (
            sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(v[:4]))
            for v in (c, sorted(everything[q], reverse=True))
        )
        found = metrics.discounted_gain(shared, everything, 4)[q]
        assert found == pytest.approx(dcg / best)
        hits = [acg[i] for i in range(4) if c[i]]
        wap = sum(hits) / len(hits) if hits else 0
        assert metrics.weighted_average_precision(shared, 4)[q] == pytest.approx(wap)


def test_no_shared_label_at_all_scores_nothing():
    none = np.zeros((1, 4), np.int64)
    assert metrics.discounted_gain(none, none, 3) == [0]
    assert metrics.weighted_average_precision(none, 3) == [0]


def test_retrieval_gives_the_figures_of_its_ranking(coded):
    archive, labels, queries, wanted = coded
    found = protocols.retrieval(*coded, full=True)
    rows = np.concatenate([rows for _, rows, _ in archive.blocks(queries)])
    relevant = labels[rows] == wanted[:, None]
    ap = metrics.average_precision(relevant, 20)
    assert found["hamming"]["mAP@20"] == pytest.approx(metrics.macro(ap, wanted), abs=1e-4)
    strict = metrics.macro(
        np.array([sum(r[i] * r[: i + 1].mean() for i in range(20)) / 20 for r in relevant]), wanted
    )
    assert found["hamming"]["mAP@20/20"] == pytest.approx(strict, abs=1e-4)
    by_class = found["reordered"]["P@20 by class"]
    assert found["reordered"]["P@20"] == pytest.approx(np.mean(by_class), abs=1e-4)
    assert found["reordered"]["classes"] == [0, 1, 2]
    assert len(found["hamming"]["curve"]) == 20
    assert found["hamming"]["mAP@20±"] > 0


def test_several_labels_that_are_one_give_the_figures_of_one(coded):
    archive, labels, queries, wanted = coded
    one = protocols.retrieval(*coded, full=True)
    hot = np.eye(3, dtype=np.int64)
    several = protocols.retrieval(archive, hot[labels], queries, hot[wanted], full=True)
    for way in ("hamming", "reordered"):
        for name in ("mAP by class", "P@100 by class", "classes"):
            assert several[way][name] == one[way][name]
        by_class, counts = one[way]["mAP by class"], np.bincount(wanted)
        assert several[way]["mAP"] == pytest.approx(np.average(by_class, weights=counts), abs=1e-4)


def test_patches_with_one_label_in_common_are_alike(rng):
    one, other = (rng.random((n, 4)) < 0.3 for n in (5, 7))
    wanted = [[any(a & b) for b in other] for a in one]
    found = metrics.alike(one.astype(np.int64), other.astype(np.int64))
    np.testing.assert_array_equal(found, wanted)


def test_a_large_archive_is_ranked_in_small_blocks_alike(coded, monkeypatch):
    at_once = protocols.retrieval(*coded, full=True)
    monkeypatch.setattr(ranking, "PAIRS", 7 * 500)
    assert protocols.retrieval(*coded, full=True) == at_once


def test_a_guard_takes_away_what_lies_near(coded):
    archive, labels, queries, wanted = coded
    hidden = labels[None] == wanted[:, None]
    guarded = protocols.retrieval(archive, labels, queries, wanted, hidden=hidden)
    assert guarded["hamming"]["P@100"] == 0


@pytest.mark.parametrize("visible", [0, 3, 15, 60])
def test_what_a_query_must_not_find_is_no_hit_where_few_rows_are_left(coded, rng, visible):
    archive, labels, queries, wanted = coded
    hidden = np.ones((len(queries), len(labels)), bool)
    hidden[:, rng.permutation(len(labels))[:visible]] = False
    found = protocols.retrieval(archive, labels, queries, wanted, hidden=hidden, full=True)
    unit = archive.logits / np.linalg.norm(archive.logits, axis=1, keepdims=True)
    exact = protocols.float_retrieval(unit, labels, queries, wanted, hidden=hidden)
    right = (labels[None] == wanted[:, None]) & ~hidden
    depth = 100  # all that is visible is found: whatever the order, P@100 is what there is
    alike = [right[wanted == c].sum(axis=1).mean() / depth for c in np.unique(wanted)]
    for figures in (found["hamming"], found["reordered"], exact):
        assert figures["P@100"] == pytest.approx(np.mean(alike), abs=1e-4)
        assert (figures["mAP@20"] == 0) == (not right.any())


def test_distances_on_the_sphere_are_those_of_the_ground(rng):
    place = np.array([[13.4, 52.5]])
    degree = 111_195 * math.cos(math.radians(52.5))
    offsets = np.array([[9_900 / degree, 0], [10_100 / degree, 0], [0, 9_900 / 111_195]])
    others = place + offsets
    np.testing.assert_array_equal(protocols.nearer_than(place, others, 10_000), [[1, 0, 1]])


def test_clicks_help_and_wrong_ones_help_less(coded):
    right = protocols.clicks(*coded)
    wrong = protocols.clicks(*coded, wrong=0.4)
    assert len(right) == 4
    assert right[0] == wrong[0]
    assert right[3] > right[0]
    assert wrong[3] < right[3]


def test_marked_rows_are_not_found_again(coded):
    archive, _, queries, _ = coded
    few = Archive(archive.logits[:30])
    # All 30 rows are ranked; after a round up to 10 are marked and gone.
    p = protocols.clicks(few, np.zeros(30, int), queries[:1], np.zeros(1, int), rounds=4)
    assert p == [1, 1, 1, 1, 1]


def test_a_view_that_changed_nothing_finds_its_own_place(coded):
    archive = coded[0]
    own = np.arange(0, 500, 7)
    found = protocols.same_place(archive, archive.logits[own], own)
    assert found == {"recall@1": 1, "recall@10": 1}
    unit = archive.logits / np.linalg.norm(archive.logits, axis=1, keepdims=True)
    assert protocols.same_place_of_float(unit, unit[own], own)["recall@1"] == 1


def test_recall_of_float_counts_the_reference_among_the_first(coded):
    archive, _, queries, _ = coded
    rows = np.concatenate([rows for _, rows, _ in archive.blocks(queries)])
    again = archive.reordered(queries, rows, protocols.REORDERED)
    found = protocols.recall_of_float(archive, queries, again[:, :10], (5, 10, 50))
    assert found == {"5": 0.5, "10": 1, "50": 1}


def test_the_stored_protocol_hides_half_of_every_class_and_all_of_the_triple():
    left_out = protocols.LeftOut.read(resolve(LEFT_OUT))
    assert set(left_out.triples) == {"T1", "T2", "T3"}
    assert len({c for t in left_out.triples.values() for c in t}) == 9
    held_out = set(
        json.loads(resolve("models/splits/eurosat_rgb.json").read_text(encoding="utf-8"))[
            "validation"
        ]
    )
    assert not left_out.half & held_out
    assert len(left_out.half) == (21600 - len(held_out)) // 2


def test_labels_are_hidden_by_triple_and_by_half():
    left_out = protocols.LeftOut({"T1": ("B",)}, frozenset({"A_2"}))
    labels, names = np.array([0, 0, 1, 1]), ["A_1", "A_2", "B_1", "B_2"]
    np.testing.assert_array_equal(left_out.named("T1", labels, names, ["A", "B"]), [0, -1, -1, -1])
    np.testing.assert_array_equal(left_out.rows("T1", labels, ["A", "B"]), [0, 0, 1, 1])


def test_a_protocol_of_other_data_or_none_is_refused(tmp_path):
    with pytest.raises(DataError, match="no class C"):
        protocols.LeftOut({"T1": ("C",)}, frozenset()).rows("T1", np.array([0]), ["A"])
    with pytest.raises(DataError, match="cannot be read"):
        protocols.LeftOut.read(tmp_path / "none.json")
    (tmp_path / "p.json").write_text("[]")
    with pytest.raises(DataError, match="cannot be read"):
        protocols.LeftOut.read(tmp_path / "p.json")
