"""Time the search: one query, the 100 nearest of 590,326 codes of 128 bits (BigEarthNet's size).

``python tests/benchmarks/search.py``; beside faiss where it is installed. Prints medians in
milliseconds and, as machines are noisy, the ratio to a plain read of the same memory.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable

import numpy as np

from lookalike.plugin.core import bits, search

ROWS, BITS, K, ROUNDS = 590_326, 128, 100, 31


def median_ms(call: Callable[[], object]) -> float:
    """Median of some rounds after one that does not count."""
    call()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return 1_000 * float(np.median(times))


def main() -> None:
    """Print a line for each way to search."""
    random = np.random.default_rng(0)
    codes = random.integers(0, 2**64, (ROWS, BITS // 64), dtype=np.uint64)
    words, query, logits = bits.columns(codes), codes[7] ^ np.uint64(9), random.normal(size=BITS)
    ways: dict[str, Callable[[], object]] = {
        "read the codes (sum)": lambda: [word.sum() for word in words],
        "distances alone": lambda: bits.hamming(words, query),
        "nearest": lambda: search.nearest(words, query, K),
        "nearest, re-ordered by logits": lambda: search.nearest(words, query, K, logits=logits),
    }
    try:
        import faiss
    except ImportError:
        pass
    else:
        flat = faiss.IndexBinaryFlat(BITS)
        flat.add(codes.view(np.uint8))
        one = query[None].view(np.uint8)
        ways["faiss IndexBinaryFlat"] = lambda: flat.search(one, K)
    print(f"Python {platform.python_version()}, numpy {np.__version__}, {ROWS:,} × {BITS} bits")
    times = {name: median_ms(call) for name, call in ways.items()}
    unit = next(iter(times.values()))
    for name, milliseconds in times.items():
        print(f"  {name:<30} {milliseconds:7.2f} ms   {milliseconds / unit:5.1f} reads")


if __name__ == "__main__":
    main()
