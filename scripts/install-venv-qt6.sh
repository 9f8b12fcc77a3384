#!/usr/bin/env bash
# Make or complete .venv-qt6: PyQt6 alone, for the widgets on Qt 6 (QGIS 4).
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv-qt6

[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
echo "Installing the environment of Qt 6, $venv"
pip() { scripts/quietly.sh "$venv/bin/python" -m pip --disable-pip-version-check install "$@"; }

pip 'PyQt6>=6.5' 'numpy>=1.23' 'pytest>=8.2'
pip --no-deps -e .
touch "$venv/.installed"
