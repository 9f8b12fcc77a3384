#!/usr/bin/env bash
# Run the core tests with a numpy of another series, in an environment of its own below .numpy/.
# Usage: test-numpy.sh SERIES [PYTEST ARGUMENT...]                          SERIES: 1.23, 2.0, ...
# h5py, onnxruntime and rasterio are the newest that go with it.
set -euo pipefail
cd "$(dirname "$0")/.."
series=$1
shift
venv=.numpy/$series

if [ ! -e "$venv/.installed" ]; then
  python3 -m venv "$venv"
  scripts/quietly.sh "$venv/bin/python" -m pip --disable-pip-version-check install \
    --prefer-binary "numpy==$series.*" h5py onnxruntime rasterio 'pytest>=8.2' 'hypothesis>=6.100'
  scripts/quietly.sh "$venv/bin/python" -m pip --disable-pip-version-check install --no-deps -e .
  touch "$venv/.installed"
fi
versions=$("$venv/bin/python" -m pip --disable-pip-version-check freeze |
  grep -E '^(numpy|h5py|onnxruntime|rasterio)=' | tr '\n' ' ')
echo "== core, with $versions"
"$venv/bin/python" -m pytest --no-header tests/core "$@"
