import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from lookalike.plugin.core.product import product

BESIDE_FORKS = """
import os, threading, time
import numpy as np
from lookalike.plugin.core.product import product
left, right = np.ones((128, 64)), np.ones((64, 128))
done = [0]

def multiply():
    while True:
        product(left, right)
        done[0] += 1

threading.Thread(target=multiply, daemon=True).start()
for _ in range(200):
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
before = done[0]
deadline = time.monotonic() + 10
while done[0] == before and time.monotonic() < deadline:
    time.sleep(0.01)
os._exit(0 if done[0] > before else 1)
"""


@pytest.mark.parametrize("shape", [(7,), (7, 3)])
def test_it_is_the_matrix_product(shape):
    random = np.random.default_rng(0)
    left, right = random.normal(size=(5, 7)), random.normal(size=shape)
    assert np.allclose(product(left, right), left @ right)
    assert np.allclose(product(left > 0, right), (left > 0) @ right)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system does not fork")
def test_a_product_ends_where_the_process_is_forked_meanwhile():
    folder = str(Path(__file__).resolve().parents[3])
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join([folder, *sys.path])}
    command = [sys.executable, "-W", "ignore", "-c", BESIDE_FORKS]
    assert subprocess.run(command, env=variables, timeout=120).returncode == 0
