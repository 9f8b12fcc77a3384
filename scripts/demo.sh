#!/usr/bin/env bash
# The main job on real imagery, in the real QGIS: scripts/demo.sh [ARCHIVE]
# Without ARCHIVE (a folder, zip or raster of one's own) it takes a scene from PyPI.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-qgis/bin/python
mkdir -p demo

archive=${1:-}
if [ -z "$archive" ]; then
  archive=demo/scene.tif
  "$python" scripts/demo_scene.py "$archive"
fi

window=() # a window where there is a screen, which stays open
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
  window=(--display --stay)
fi
"$python" scripts/run_in_qgis.py --enable "${window[@]}" --timeout 7200 \
  scripts/demo_tour.py "$(realpath demo)" "$(realpath "$archive")"
