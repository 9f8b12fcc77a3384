"""The table of the benchmark: from the figures of single fits to Markdown, JSON and plots."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from . import report_plots
from .errors import DataError

LABELS = {
    "float": "exact cosine of float features",
    "lsh": "LSH",
    "pca_rotation": "PCA + random rotation",
    "itq": "ITQ",
    "whitened_itq": "whitened ITQ",
    "propagated_itq": "propagated ITQ",
    "sth": "self-taught hashing",
    "kulsh": "KULSH",
    "kslsh": "KSLSH *",
    "plsh": "pLSH",
    "milan": "MiLaN *",
    "milan_tuned": "MiLaN, fine-tuned *",
    "cdne": "CDNE *",
    "csq": "CSQ *",
    "cibhash": "CIBHash",
    "crovca": "CroVCA",
    "classcode": "classifier's output *",
    "distilled": "ours, frozen features *",
    "shipped": "ours, fine-tuned (shipped) *",
}
"""Rows in the order of the table; a star: learned with labels."""
LENGTHS = (16, 32, 64, 128, 256)
FIGURE = "mAP@20"
WAYS = ("hamming", "reordered")
FLOAT, SHIPPED = "float", "shipped"
FINE_TUNED = ("milan_tuned", SHIPPED)
"""Rows that are whole networks, not heads behind the same frozen features."""
NONE = "–"

Result = Mapping[str, Any]
Pick = Callable[[Result], Sequence[float]]


class Results:
    """All figures in a folder.

    Parameters
    ----------
    folder
        One JSON file a fit, and `about.json`.

    Raises
    ------
    DataError
        If there is nothing in it.
    """

    def __init__(self, folder: Path) -> None:
        self.fits: dict[tuple[str, int, str], list[dict[str, Any]]] = defaultdict(list)
        try:
            self.about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise DataError(f"{folder} holds no benchmark ({error}). Run one first.") from error
        for path in sorted(folder.glob("*-s[0-9]*.json")):
            fit = json.loads(path.read_text(encoding="utf-8"))
            self.fits[fit["row"], fit["bits"], fit["regime"]].append(fit)
        # Rows are compared on the same classes: as long as a triple is not measured for all, on T1.
        measured = {
            k: {row for row, _, regime in self.fits if regime == f"seen-{k}"}
            for k in self.about["triples"]
        }
        most = max(map(len, measured.values()), default=0)
        self.triples = [k for k, rows in measured.items() if len(rows) == most] or ["T1"]

    def seeds(self, row: str, bits: int, regime: str = "all") -> int:
        """Count the seeds that a figure is the mean of."""
        return len(self.fits.get((row, bits, regime), ()))

    def values(self, row: str, bits: int, regime: str, pick: Pick) -> np.ndarray | None:
        """Figures that `pick` finds, float (seeds, figures); None where nothing was measured."""
        found = []
        for fit in self.fits.get((row, bits, regime), ()):
            try:
                found.append(pick(fit))
            except KeyError:
                continue
        return np.array(found) if found else None

    def of_triples(
        self, row: str, bits: int, kind: str, inside: bool = True, adapted: int | None = None
    ) -> np.ndarray | None:
        """Mean mAP@20 of the triples' classes (or of the others), float (seeds, ways).

        `kind` is named or seen. A method without labels has nothing named: its fit on everything
        stands for "never named". None unless every one of `self.triples` was measured. Of the
        shipped model it is what its card says of its sisters, all three triples.
        """
        if row == SHIPPED:
            layer = "own" if adapted is None else "adapted"
            figures = self.of_sisters(f"never {kind}", f"{layer} {adapted or bits}")
            names = ("left out, hamming", "left out") if inside else ("others",)
            return figures and np.array([[figures[name] for name in names]])
        parts = []
        for triple in self.triples:
            names = self.about["triples"][triple]
            regime = f"{kind}-{triple}"
            blind = row in self.about["blind"] and kind == "named"
            pick = _of_classes([self.about["classes"].index(n) for n in names], inside, adapted)
            part = self.values(row, bits, "all" if blind else regime, pick)
            if part is None:
                return None
            parts.append(part)
        fewest = min(len(part) for part in parts)
        return np.mean([part[:fewest] for part in parts], axis=0)

    def of_sisters(self, kind: str, layer: str) -> dict[str, Any] | None:
        """Find what the shipped model's card says of its sisters; None where it says nothing."""
        return self.about.get("sisters", {}).get(kind, {}).get(layer)


def _of_classes(classes: Sequence[int], inside: bool, adapted: int | None) -> Pick:
    def pick(fit: Result) -> list[float]:
        retrieval = fit["retrieval"] if adapted is None else fit["adapted"][str(adapted)]
        out = []
        for way in ("exact",) if "exact" in retrieval else WAYS:
            part = retrieval[way]
            chosen = np.isin(part["classes"], classes) == inside
            out.append(float(np.mean(np.array(part[f"{FIGURE} by class"])[chosen])))
        return out

    return pick


def _both(key: str, figure: str) -> Pick:
    def pick(fit: Result) -> list[float]:
        ways = ("exact",) if "exact" in fit[key] else WAYS
        return [fit[key][way][figure] for way in ways if figure in fit[key][way]]

    return pick


def cell(values: np.ndarray | None, digits: int = 3) -> str:
    """Mean over seeds of each figure, `a / b`; with the spread (standard deviation) of the last."""
    if values is None or not values.size:
        return NONE
    text = " / ".join(f"{v:.{digits}f}" for v in values.mean(axis=0))
    spread = values.std(axis=0, ddof=1)[-1] if len(values) > 1 else 0
    return f"{text} ±{spread:.{digits}f}" if len(values) > 1 else text


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out a Markdown table; rows with nothing but dashes are left out."""
    kept = [row for row in rows if any(c != NONE for c in row[1:])]
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *kept]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def retrieval_table(results: Results, bits: int) -> str:
    """Quality at one code length."""
    rows = []
    for row, label in LABELS.items():
        own = 0 if row == FLOAT else bits
        get = (row, own, "all")
        rows.append(
            [
                label,
                cell(results.values(*get, _both("retrieval", FIGURE))),
                cell(results.values(*get, _both("retrieval", "mAP@20/20"))),
                cell(results.values(*get, _both("retrieval", "P@20"))),
                cell(results.values(*get, _both("retrieval", "P@100"))),
                cell(results.values(*get, _both("retrieval", "mAP"))),
                cell(results.values(*get, _both("retrieval", "P(r≤2)"))),
                NONE if row == FLOAT else cell(results.of_triples(row, own, "named")),
                cell(results.of_triples(row, own, "seen")),
                cell(results.of_triples(row, own, "seen", inside=False)),
                cell(results.of_triples(row, 128, "seen", adapted=bits)),
                str(results.seeds(row, own) or NONE),
            ]
        )
    head = ["method", FIGURE, "divided by 20", "P@20", "P@100", "mAP, full ranking"]
    head += ["precision in radius 2", "never named", "never seen", "… the named classes"]
    return table([*head, "never seen, adapted", "seeds"], rows)


def lengths_table(results: Results) -> str:
    """MAP@20 of all classes at every code length."""
    rows = []
    for row, label in LABELS.items():
        if row == FLOAT:
            exact = cell(results.values(FLOAT, 0, "all", _both("retrieval", FIGURE)))
            rows.append([label, *[exact] * len(LENGTHS)])
            continue
        cells = (results.values(row, k, "all", _both("retrieval", FIGURE)) for k in LENGTHS)
        rows.append([label, *(cell(values) for values in cells)])
    return table(["method", *(f"{k} bits" for k in LENGTHS)], rows)


def care_table(results: Results, bits: int) -> str:
    """Lay out what a single figure hides, at one code length."""
    rows = []
    for row, label in LABELS.items():
        own = 0 if row == FLOAT else bits
        get = (row, own, "all")
        clicked = get if row in results.about["blind"] else (row, own, "named-T1")

        def clicks(
            key: str, row: str = row, clicked: tuple[str, int, str] = clicked
        ) -> np.ndarray | None:
            if row == SHIPPED:
                return _clicks_of_sisters(results, bits, key)
            return results.values(*clicked, lambda f: [f["clicks"][key][i] for i in (0, 1, 3)])

        def places(fit: Result) -> list[float]:
            views = fit["same place"]
            return [views["radiometry"]["recall@1"], views["all views"]["recall@10"]]

        rows.append(
            [
                label,
                cell(results.values(*get, _both("guarded", FIGURE))),
                cell(results.values(row, own, "spatial", _both("retrieval", FIGURE))),
                cell(results.values(*get, _both("untrained archive", FIGURE))),
                cell(results.values(*get, places)),
                cell(results.values(*get, lambda f: [f["recall of float"]["10"]])),
                cell(clicks("0% wrong")),
                cell(clicks("10% wrong")),
                cell(results.values(*get, lambda f: [f["balance"]["entropy"]]), 2),
                cell(results.values(*get, lambda f: [100 * f["balance"]["constant"]]), 0),
            ]
        )
    head = ["method", "nothing nearer than 10 km", "west to east", "archive never trained on"]
    head += [
        "same place",
        "recall@10 of float",
        "clicks",
        "clicks, 10 % wrong",
        "bit entropy",
        "constant bits, %",
    ]
    return table(head, rows)


def _clicks_of_sisters(results: Results, bits: int, key: str) -> np.ndarray | None:
    figures = results.of_sisters("never named", f"own {bits}")
    named = {"0% wrong": "clicks", "10% wrong": "clicks, 10% wrong"}
    return figures and np.array([[figures[named[key]][i] for i in (0, 1, 3)]])


def cost_table(results: Results) -> str:
    """Lay out what storing, encoding and searching cost."""
    rows = []
    speed = next((f["speed"] for f in results.fits.get((FLOAT, 0, "all"), ())), {})
    dimensions = results.about["dimensions"]
    for name, label, size in [
        *((str(k), f"{k} bits", max(k, 64) / 8) for k in LENGTHS),
        (FLOAT, f"float features, {dimensions} numbers, exact scan", 4 * dimensions),
    ]:
        rows.append([label, f"{size:.0f} MB", f"{speed[name]:.2f} ms" if name in speed else NONE])
    storage = table(["code", "a million patches", "search among a million"], rows)
    rows = []
    models = {
        row: next((f["onnx"] for f in results.fits.get((row, 128, "all"), ()) if "onnx" in f), None)
        for row in LABELS
    }
    # Frozen backbones are the same for all rows that have them: the least is the least disturbed.
    shared = [m["ms_per_patch"] for row, m in models.items() if m and row not in FINE_TUNED]
    for row, onnx in models.items():
        if onnx:
            took = onnx["ms_per_patch"] if row in FINE_TUNED else min(shared)
            rows.append([LABELS[row], f"{took:.2f} ms", f"{onnx['megabytes']:.1f} MB"])
    head = ["method", "encode a patch", "ONNX file"]
    return f"{storage}\n\n{table(head, rows)}"


def write(folder: Path, out: Path) -> list[Path]:
    """Write the table, all figures and the plots of what has been measured.

    Returns
    -------
    list of pathlib.Path
        The files.
    """
    results = Results(folder)
    out.mkdir(parents=True, exist_ok=True)
    page, figures = out / "models.md", out / "models.json"
    page.write_text(markdown(results), encoding="utf-8")
    content = {"about": results.about, "fits": [f for fits in results.fits.values() for f in fits]}
    figures.write_text(json.dumps(rounded(content), ensure_ascii=False) + "\n", encoding="utf-8")
    return [page, figures, *report_plots.write(results, LABELS, out / "figures")]


def rounded(value: Any) -> Any:
    """Four significant decimals, through lists and mappings."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {key: rounded(v) for key, v in value.items()}
    return [rounded(v) for v in value] if isinstance(value, (list, tuple)) else value


def markdown(results: Results) -> str:
    """Write the page."""
    parts = [_intro(results)]
    for bits in (64, 128):
        if any(key[1] == bits for key in results.fits):
            parts += [f"## {bits} bits", retrieval_table(results, bits)]
            parts += [f"### What a single figure hides, {bits} bits", care_table(results, bits)]
    parts += ["## Every length", lengths_table(results), _PLOTS, "## Cost", cost_table(results)]
    return "\n\n".join([*parts, _how(results)]) + "\n"


_PLOTS = """![Quality against bits](figures/quality_bits.png)

![Precision and recall](figures/precision_recall.png)

![Quality against storage and search time](figures/quality_cost.png)"""


def _intro(results: Results) -> str:
    about = results.about
    return f"""# Hashing methods, measured alike

{about["queries"]:,} patches that no method trained on are searched for among {about["archive"]:,} \
EuroSAT patches over Europe, through the search that the plugin uses. "a / b" is the ranking by \
Hamming distance alone, and with its first 400 re-ordered by the query's logits. \
A star: learned with labels; a dash: does not apply, or not measured yet. \
`make benchmark-models` measures what is missing and makes this page again."""


def _how(results: Results) -> str:
    classes = results.about["triples"]
    triples = "; ".join(f"{t} = {', '.join(classes[t])}" for t in results.triples)
    seeds = sorted({f["seed"] for fits in results.fits.values() for f in fits})
    fits = sum(map(len, results.fits.values()))
    error = results.values("itq", 64, "all", lambda f: [f["retrieval"]["reordered"][f"{FIGURE}±"]])
    return f"""## How to read it

- **mAP@20** divides by the hits found among 20, as the field's papers do: one hit at rank 1 \
scores 1. *Divided by 20* it is strict. All figures are means over classes; ties fall by a hash of \
the row, never by file order. The standard error of an mAP@20 is {cell(error)} (queries drawn \
anew); ± is the spread between seeds, of the re-ordered figure, where there is more than one.
- **Never named**: the images of three classes are there, but without labels, as are half of all \
others. **Never seen**: the three classes are nowhere in training, nor in means or axes; *the \
named classes* are the others under the same model. **Adapted**: a hash layer fitted to the \
archive, without labels and without the queries, to the embedding of that model. Left out, of \
several the mean: {triples}. These are sisters of a model, trained alike with less. \
Those of the shipped model are measured by `lookalike.models.sisters`: the mean of T1 to T3, one \
seed; of the named classes re-ordered alone.
- **Nothing nearer than 10 km**: mAP@20 with all archive patches around a query taken away. \
**West to east**: fitted on the western four fifths of Europe, which are the archive, and asked by \
the easternmost fifth. \
**Archive never trained on**: each held-out patch is searched for among the other held-out ones.
- **Same place**: recall@1 of a patch from a copy with other radiometry, and recall@10 from a copy \
that is also turned and shifted by up to a quarter (mirrored at the edge: single patches have no \
surroundings), among all patches.
- **Recall@10 of float**: how many of the 10 nearest by float features are among the first 10. Not \
a goal: what makes codes class-pure lowers it.
- **Clicks**: P@100 on T1 before, after one and after three rounds of at most 5 right and 5 wrong \
marks; with labels from the never-named sister.
- The figures of the second tables are of every third query.
- All rows but the fine-tuned ones work on the same frozen features (ImageNet MobileNetV2 and \
EfficientNet-Lite0 at 128 pixels, each of length 1, reduced to {results.about["dimensions"]} \
numbers), in bfloat16 or, on processors that are slow at it, in single precision. Each length is \
fitted on its own, except propagated ITQ at 16 and \
32 bits (the first bits of 64) and the shipped model (nested). Shorter codes than 64 bits are \
stored in a word. MiLaN trains 3,000 steps, not 10,000; fine-tuned, 1,920 (MobileNetV2 at 72 \
pixels, `models/configs/milan128.json`).
- Times are of the processor, one thread, while other work ran on the machine. Encoding: ONNX \
Runtime, float32; the two backbones at 128 pixels are nearly all of it and the same for all rows \
but the fine-tuned ones.
- {fits} fits with the seed{"s" if len(seeds) > 1 else ""} {", ".join(map(str, seeds))}; the last \
column of the tables counts those of all classes. {results.about["software"]}."""
