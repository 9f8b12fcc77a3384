#!/usr/bin/env bash
# Print the Python interpreter that sees QGIS; fail silently where there is none.
# QGIS_PYTHON=... names another one.
set -u
for python in "${QGIS_PYTHON:-}" /usr/bin/python3 python3 \
  /Applications/QGIS*.app/Contents/MacOS/bin/python3; do
  [ -n "$python" ] || continue
  if "$python" -c 'import qgis.core' >/dev/null 2>&1; then
    command -v "$python"
    exit 0
  fi
done
exit 1
