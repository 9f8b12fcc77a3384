#!/usr/bin/env bash
# Run a command in an unpacked Debian that has this checkout as /opt/lookalike. No network; what it
# writes into the checkout, its processes and its mounts are gone afterwards.
# Usage: run-in-debian.sh FOLDER COMMAND...
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath "$1")
shift

options=(--mount --pid --net --fork --kill-child)
[ "$(id -u)" = 0 ] || options+=(--map-root-user)

# shellcheck disable=SC2016  # expanded by the inner shell
exec unshare "${options[@]}" bash -euc '
  cd "$1" # so that the mounts are named alike in every clone
  mount --rbind /dev dev
  mount -t proc proc proc
  mount -t tmpfs tmp tmp
  mount -t tmpfs run run
  mkdir run/{upper,work}
  mount -t overlay -o "lowerdir=$2,upperdir=run/upper,workdir=run/work" checkout opt/lookalike
  if [ -d "$3" ]; then
    mkdir -p opt/shared/data
    mount --rbind "$3" opt/shared/data
  fi
  shift 3
  exec chroot . "$@"
' - "$folder" "$PWD" "$(realpath -m "${LOOKALIKE_DATA:-../shared/data}")" \
  env --chdir=/opt/lookalike --unset=DISPLAY --unset=LOOKALIKE_DATA --unset=PIP_FIND_LINKS \
  HOME=/root PATH=/usr/sbin:/usr/bin PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/opt:/opt/tools \
  PIP_NO_INDEX=1 LOOKALIKE_WHEELS=/opt/wheels "$@"
