"""Matrix products that a process may be forked beside."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt


def product(left: npt.NDArray[Any], right: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Multiply: (m, n) by (n, k) gives (m, k), by (n,) gives (m,).

    Not `@`, which has OpenBLAS do it with threads of its own. When the process is forked meanwhile,
    as Qt does to start a child, OpenBLAS ends these threads, and a product that had begun in
    another thread waits for them for ever: QGIS could not be closed any more.
    """
    return np.einsum("ij,j...->i...", left, right)
