#!/usr/bin/env bash
# Make or complete .venv-qgis: QGIS's own Python, numpy and GDAL, and the test tools beside them.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv-qgis

base=$(scripts/qgis-python.sh)
[ -x "$venv/bin/python" ] || "$base" -m venv --system-site-packages "$venv"
python="$venv/bin/python"

echo "Installing QGIS's test environment $venv"
# Another numpy than the one that QGIS was built with breaks GDAL's bindings.
constraints=$(mktemp)
trap 'rm -f "$constraints"' EXIT
"$python" -c 'import numpy; print("numpy==" + numpy.__version__)' >"$constraints"
pip() { scripts/quietly.sh "$python" -m pip --disable-pip-version-check install -c "$constraints" "$@"; }

pip 'pytest>=8.2' 'pytest-qgis>=5,<6' 'hypothesis>=6.100'
pip --no-deps -e .

"$python" -c 'from osgeo import gdal_array; import qgis.core, lookalike.plugin.core'
touch "$venv/.installed"
