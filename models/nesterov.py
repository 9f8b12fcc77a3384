"""Accelerated gradient descent (Nesterov 1983)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def minimised(
    value: Callable[[np.ndarray], tuple[float, np.ndarray]], start: np.ndarray, steps: int
) -> np.ndarray:
    """Descend from a start; each step is halved until it descends, and may grow again.

    Parameters
    ----------
    value
        Point → value and gradient there.
    """
    last, ahead, momentum, step = start, start, 1.0, 1.0
    for _ in range(steps):
        here, gradient = value(ahead)
        size = float(gradient @ gradient)
        while step > 1e-20 and value(ahead - step * gradient)[0] > here - step / 2 * size:
            step /= 2
        new = ahead - step * gradient
        following = (1 + np.sqrt(1 + 4 * momentum**2)) / 2
        ahead = new + (momentum - 1) / following * (new - last)
        last, momentum, step = new, following, step * 2
    return last
