#!/usr/bin/env bash
# Make sure that QGIS (3.40 or later), a virtual display and fonts are there.
# Installs them on Debian and its kin; elsewhere says in a sentence what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=34000
packages=(qgis python3-qgis qgis-providers python3-gdal)
tools=(fonts-open-sans python3-venv xauth xvfb)

qgis_is_there() {
  local python version
  command -v qgis >/dev/null || [ -d /Applications ] || return 1
  python=$(scripts/qgis-python.sh) || return 1
  version=$("$python" -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION_INT)') || return 1
  [ "$version" -ge "$wanted" ]
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

candidate_is_enough() { # does the release that apt prefers have a QGIS that is new enough?
  local version
  version=$(apt-cache policy qgis | sed -n 's/^ *Candidate: *//p')
  dpkg --compare-versions "${version/(none)/0}" ge 1:3.40 ||
    dpkg --compare-versions "${version/(none)/0}" ge 3.40
}

apt() {
  scripts/quietly.sh "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -o Dpkg::Use-Pty=0 "$@"
}

add_backports() { # sets the release to take QGIS from
  local codename target=/etc/apt/sources.list.d/lookalike-backports.sources
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  release="$codename-backports"
  if [ -z "$(apt-get indextargets "Release: $release" 'Created-By: Packages')" ]; then
    python3 scripts/apt_source.py "$release" | "${sudo[@]}" tee "$target" >/dev/null || return 1
    if ! apt update; then
      "${sudo[@]}" rm -f "$target"
      return 1
    fi
  fi
}

if ! command -v apt-get >/dev/null; then
  qgis_is_there && exit 0
  echo "Install QGIS 3.40 or later (and, to run it without a screen, xvfb), then try again." >&2
  exit 1
fi

lacking=()
for package in "${tools[@]}"; do is_installed "$package" || lacking+=("$package"); done
if qgis_is_there; then
  [ "${#lacking[@]}" -gt 0 ] || exit 0
  packages=()
fi
lacking=("${packages[@]}" "${lacking[@]}")

sudo=()
if [ "$(id -u)" != 0 ]; then
  sudo=(sudo)
  if ! command -v sudo >/dev/null; then
    echo "Run this as root once: apt-get install ${lacking[*]} (QGIS >= 3.40)" >&2
    exit 1
  fi
fi

echo "Installing ${lacking[*]}"
apt update || echo "going on with the package lists that are here"
# Python reads the sources; a bare machine may have none.
command -v python3 >/dev/null || apt install -y --no-install-recommends python3
options=()
if [ "${#packages[@]}" -gt 0 ] && ! candidate_is_enough; then
  if ! add_backports; then
    echo "This system offers no QGIS >= 3.40: install one (see QGIS's web site), then try again." >&2
    exit 1
  fi
  options=(-t "$release")
fi
apt install -y --no-install-recommends "${options[@]}" "${lacking[@]}"
qgis_is_there || {
  echo "QGIS is installed, but is older than 3.40, or Python cannot import it." >&2
  exit 1
}
