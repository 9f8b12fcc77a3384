"""Table of how long QGIS's window does not answer while the panel works; see `gaps.py`.

``python tests/benchmarks/responsiveness.py [CHECKOUT]``: this checkout alone, or beside another
one, in turns, so that both have the same machine. A gap is what the window really waited: on a
busy machine look at the ratios, and at the first line, where nothing is done.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GAPS = Path(__file__).with_name("gaps.py")
ROUNDS = 2
TIMEOUT = 900  # seconds


def measure(checkout: Path) -> dict[str, float]:
    """Run one checkout's plugin in QGIS; longest gaps in milliseconds by what was done."""
    script = checkout / "scripts" / "run_in_qgis.py"
    with tempfile.TemporaryDirectory() as made:
        command = [sys.executable, str(script), "--enable", "--timeout", str(TIMEOUT)]
        done = subprocess.run([*command, str(GAPS), made], stdout=subprocess.PIPE, text=True)
    lines = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))
    return {line["what"]: line["gap"] for line in lines}


def main(checkouts: list[Path]) -> None:
    """Print the better of some rounds: what is worse came from elsewhere."""
    best: list[dict[str, float]] = [{} for _ in checkouts]
    for _ in range(ROUNDS):
        for gaps, checkout in zip(best, checkouts):
            for what, gap in measure(checkout).items():
                gaps[what] = min(gap, gaps.get(what, gap))
    print(f"{'longest gap in ms':<34}" + "".join(f"{one.name:>14}" for one in checkouts))
    for what in best[0]:
        found = [gaps.get(what, float("nan")) for gaps in best]
        ratio = f"{found[0] / found[1]:10.2f} ×" if len(found) > 1 else ""
        print(f"{what:<34}" + "".join(f"{gap:14.0f}" for gap in found) + ratio)


if __name__ == "__main__":
    main([ROOT, *(Path(one).resolve() for one in sys.argv[1:])])
