"""Table of how long QGIS's window does not answer while the panel works; see `gaps.py`.

``python tests/benchmarks/responsiveness.py [CHECKOUT] [--only PART ...]``: this checkout alone, or
beside another one, in turns, so that both have the same machine. A gap is what the window really
waited, and in brackets how much of such a time QGIS itself worked: on a busy machine, where the
first line is long although nothing is done, that is the figure to look at.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GAPS = Path(__file__).with_name("gaps.py")
ROUNDS = 2
TIMEOUT = 900  # seconds


Gap = tuple[float, float]  # milliseconds; how many of them QGIS worked


def measure(checkout: Path, parts: list[str]) -> dict[str, Gap]:
    """Run one checkout's plugin in QGIS; longest gaps by what was done."""
    script = checkout / "scripts" / "run_in_qgis.py"
    with tempfile.TemporaryDirectory() as made:
        command = [sys.executable, str(script), "--enable", "--timeout", str(TIMEOUT)]
        command += [str(GAPS), made, *parts]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    lines = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))
    return {line["what"]: (line["gap"], line["work"]) for line in lines}


def main(checkouts: list[Path], parts: list[str]) -> None:
    """Print the better of some rounds: what is worse came from elsewhere."""
    best: list[dict[str, Gap]] = [{} for _ in checkouts]
    for _ in range(ROUNDS):
        for gaps, checkout in zip(best, checkouts):
            for what, gap in measure(checkout, parts).items():
                gaps[what] = tuple(map(min, gap, gaps.get(what, gap)))
    print(f"{'longest gap in ms':<34}" + "".join(f"{one.name:>18}" for one in checkouts))
    for what in best[0]:
        found = [gaps[what] for gaps in best if what in gaps]
        print(f"{what:<34}" + "".join(f"{gap:11.0f} ({work:4.0f})" for gap, work in found))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("beside", type=Path, nargs="*", help="checkouts to compare with")
    parser.add_argument("--only", nargs="+", default=[], help="parts of gaps.py; default: all")
    options = parser.parse_args()
    main([ROOT, *(one.resolve() for one in options.beside)], options.only)
