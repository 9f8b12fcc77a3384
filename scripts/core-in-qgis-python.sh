#!/usr/bin/env bash
# Run the core tests in QGIS's Python as its two kinds of process have it: with GDAL and onnxruntime
# (QGIS itself, encode), and with h5py but no GDAL (pack): two copies of HDF5 never meet.
# Usage: core-in-qgis-python.sh [PYTEST ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-qgis/bin/python

packages=$("$python" -c 'from lookalike.plugin.environment import packages_folder as f; print(f())')
export PYTHONPATH=$PWD/scripts/blocker:$packages
export QT_QPA_PLATFORM=offscreen

code=0
for block in h5py,rasterio osgeo,qgis,rasterio; do
  echo "== core, in QGIS's Python without $block"
  LOOKALIKE_BLOCK=$block "$python" -m pytest --no-header -p no:pytest_qgis "$@" tests/core || code=$?
done
exit "$code"
