#!/usr/bin/env bash
# Run the core tests in QGIS's Python as its two kinds of process have it: with GDAL and onnxruntime
# (QGIS itself, encode), and with h5py but no GDAL (pack). Two copies of HDF5 never meet.
# Usage: core-in-qgis-python.sh PYTHON [PYTEST ARGUMENT...]
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
shift

packages=$("$python" -c 'from lookalike.plugin.environment import packages_folder as f; print(f())')
export PYTHONPATH=$PWD/scripts/blocker:$packages${PYTHONPATH:+:$PYTHONPATH}
export QT_QPA_PLATFORM=offscreen
pytest() { "$python" -m pytest --no-header -p no:pytest_qgis "$@"; }

echo "== core, in QGIS's Python: GDAL, no h5py"
LOOKALIKE_BLOCK=h5py,rasterio pytest "$@" tests/core

echo "== core, in QGIS's Python: h5py, no GDAL"
# All that is about h5py and not about rasters.
mapfile -t files < <(grep -rl --include='test_*.py' h5py tests/core | xargs grep -L rasters)
LOOKALIKE_BLOCK=osgeo,rasterio pytest "$@" "${files[@]}"
