"""The benchmark's plots."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from .report import Results

LENGTHS = (16, 32, 64, 128, 256)
FLOAT, SHIPPED = "float", "shipped"
STANDING_OUT = {FLOAT: "black", SHIPPED: "crimson"}
"""What all is to be compared with, and what the plugin ships."""


def write(results: Results, labels: Mapping[str, str], folder: Path) -> list[Path]:
    """Draw all plots as PNG files.

    Returns
    -------
    list of pathlib.Path
        The files.
    """
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    folder.mkdir(parents=True, exist_ok=True)
    style = _styles(labels, pyplot.get_cmap("tab20").colors)
    out = []
    for name, draw in (
        ("quality_bits", _quality_bits),
        ("precision_recall", _precision_recall),
        ("quality_cost", _quality_cost),
    ):
        figure = draw(pyplot, results, style)
        path = folder / f"{name}.png"
        figure.savefig(path, dpi=90, metadata={"Software": None})
        pyplot.close(figure)
        out.append(path)
    return out


def _styles(labels: Mapping[str, str], colours: Any) -> dict[str, dict[str, Any]]:
    """Colour and marker of each row; full lines learn from labels."""
    markers = "osD^v<>pPXh*"
    return {
        row: {
            "label": label,
            "color": STANDING_OUT.get(row, colours[i % len(colours)]),
            "marker": markers[i % len(markers)],
            "linestyle": "-" if label.endswith("*") else "--",
            "markersize": 8 if row == SHIPPED else 4,
            "linewidth": 2.4 if row == SHIPPED else 1.2,
            "zorder": 3 if row in STANDING_OUT else 2,
        }
        for i, (row, label) in enumerate(labels.items())
    }


def _score(results: Results, row: str, bits: int) -> float | None:
    values = results.values(row, bits, "all", lambda f: [_best_way(f)["mAP@20"]])
    return None if values is None else float(values.mean())


def _best_way(fit: Mapping[str, Any]) -> Mapping[str, Any]:
    retrieval = fit["retrieval"]
    return retrieval["exact"] if "exact" in retrieval else retrieval["reordered"]


def _quality_bits(pyplot: Any, results: Results, style: Mapping[str, Any]) -> Any:
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(11, 4.8), layout="constrained")
    for row, look in style.items():
        if row == FLOAT:
            _line_of_float(left, _score(results, FLOAT, 0))
            seen = results.of_triples(FLOAT, 0, "seen")
            _line_of_float(right, None if seen is None else float(seen.mean()))
            continue
        scores = {k: s for k in LENGTHS if (s := _score(results, row, k)) is not None}
        if not scores:
            continue
        left.plot(list(scores), list(scores.values()), **look)
        seen = {k: v for k in (64, 128) if (v := results.of_triples(row, k, "seen")) is not None}
        right.plot(list(seen), [v.mean(axis=0)[-1] for v in seen.values()], **look)
    for axes, title, ticks in (
        (left, "all classes", LENGTHS),
        (right, f"classes never seen ({', '.join(results.triples)})", (64, 128)),
    ):
        axes.set(xscale="log", xlabel="bits", ylabel="mAP@20, re-ordered", title=title)
        axes.set_xticks(ticks, [str(k) for k in ticks])
        axes.minorticks_off()
        axes.grid(alpha=0.3)
    figure.legend(*left.get_legend_handles_labels(), loc="outside right upper", fontsize=8)
    return figure


def _precision_recall(pyplot: Any, results: Results, style: Mapping[str, Any]) -> Any:
    figure, axes = pyplot.subplots(figsize=(8, 4.8), layout="constrained")
    for row, look in style.items():
        curve = results.values(
            row, 0 if row == FLOAT else 64, "all", lambda f: _best_way(f)["curve"]
        )
        if curve is not None:
            levels = np.linspace(0.05, 1, curve.shape[1])
            axes.plot(levels, curve.mean(axis=0), **{**look, "marker": None})
    axes.set(xlabel="recall", ylabel="precision", title="64 bits, re-ordered, all classes")
    axes.grid(alpha=0.3)
    figure.legend(loc="outside right upper", fontsize=8)
    return figure


def _quality_cost(pyplot: Any, results: Results, style: Mapping[str, Any]) -> Any:
    figure, both = pyplot.subplots(1, 2, figsize=(11, 4.8), layout="constrained")
    from matplotlib.ticker import NullFormatter

    speed = next((f["speed"] for f in results.fits.get((FLOAT, 0, "all"), ())), {})
    storage = {str(k): max(k, 64) / 8 for k in LENGTHS}
    storage[FLOAT] = 4 * results.about["dimensions"]
    for axes, cost, label in (
        (both[0], storage, "megabytes for a million patches"),
        (both[1], speed, "milliseconds to search a million patches"),
    ):
        for row, look in style.items():
            lengths = (0,) if row == FLOAT else LENGTHS[2:]
            points = [
                (cost[FLOAT if k == 0 else str(k)], score)
                for k in lengths
                if (score := _score(results, row, k)) is not None and cost
            ]
            if points:
                larger = {"markersize": 11, "marker": "*"} if row == FLOAT else {}
                axes.plot(*zip(*points), **{**look, **larger})
        axes.set(xscale="log", xlabel=label, ylabel="mAP@20, re-ordered, all classes")
        axes.xaxis.set_minor_formatter(NullFormatter())
        axes.grid(alpha=0.3)
    figure.legend(*both[0].get_legend_handles_labels(), loc="outside right upper", fontsize=8)
    return figure


def _line_of_float(axes: Any, score: float | None) -> None:
    if score is not None:
        axes.axhline(score, color="black", linewidth=1, linestyle=":")
        axes.annotate("exact float scan", (0.02, score), xycoords=("axes fraction", "data"),
                      fontsize=8, va="bottom")  # fmt: skip
