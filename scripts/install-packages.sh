#!/usr/bin/env bash
# Fill the private package folder of QGIS's Python: onnxruntime and h5py, and nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-qgis/bin/python

folder=$("$python" -c 'from lookalike.plugin.environment import packages_folder; print(packages_folder())')
lacking=$("$python" - "$folder" <<'PY'
import sys
from importlib.metadata import distributions

from lookalike.plugin.environment import PACKAGES

there = {found.metadata["Name"] for found in distributions(path=[sys.argv[1]])}
print(*(name for name in PACKAGES if name not in there))
PY
)
[ -n "$lacking" ] || exit 0

echo "Installing $lacking in $folder"
# shellcheck disable=SC2086  # words
scripts/quietly.sh "$python" -m pip --disable-pip-version-check install \
  --no-deps --upgrade --target "$folder" $lacking
# Each in a process of its own, as the plugin uses them: h5py never beside GDAL.
for name in $lacking; do
  "$python" -c "from lookalike.plugin.environment import provide; provide('$name')"
done
