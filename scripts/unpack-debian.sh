#!/usr/bin/env bash
# Unpack a Debian release with its QGIS into a folder, beside nothing that is installed here.
# Usage: unpack-debian.sh RELEASE FOLDER       (bookworm, trixie-backports, sid, ...)
# Again: at once. About 3 GB; packages come from this Debian's own mirror.
set -euo pipefail
cd "$(dirname "$0")/.."
release=$1
folder=$(realpath -m "$2")
[ ! -e "$folder/.unpacked" ] || exit 0

packages=(qgis python3-qgis qgis-providers python3-gdal python3-pip fonts-open-sans make xauth xvfb)
suites=("$release")
[ "${release%-backports}" = "$release" ] || suites=("${release%-backports}" "$release")

rm -rf "$folder"
apt=$folder/var/cache/lookalike # apt as if nothing were installed, its state inside the folder
mkdir -p "$apt"/{lists,archives}/partial
touch "$apt/status"
python3 scripts/apt_source.py "${suites[@]}" >"$apt/release.sources"
apt() {
  scripts/quietly.sh apt-get -q -o APT::Sandbox::User="$(id -un)" -o Debug::NoLocking=true \
    -o Dir::State="$apt" -o Dir::State::status="$apt/status" \
    -o Dir::Cache="$apt" -o Dir::Cache::archives="$apt/archives" \
    -o Dir::Etc::SourceList="$apt/release.sources" -o Dir::Etc::SourceParts=- \
    -o Dir::Etc::Preferences=- -o Dir::Etc::PreferencesParts=- -t "$release" "$@"
}
echo "Unpacking QGIS of $release into $2"
apt update
apt install -y --download-only --no-install-recommends '?essential' "${packages[@]}"

# No script of a package runs. What those of the few that matter would do is done below.
for name in bin lib lib64 sbin; do
  mkdir -p "$folder/usr/$name"
  ln -s "usr/$name" "$folder/$name"
done
for package in "$apt"/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$package" |
    tar -x --no-same-owner --keep-directory-symlink --directory "$folder"
done
rm -rf "$apt"
cp "$folder"/usr/share/base-passwd/passwd.master "$folder/etc/passwd"
cp "$folder"/usr/share/base-passwd/group.master "$folder/etc/group"
ln -s mawk "$folder/usr/bin/awk"
find "$folder/usr/share/ca-certificates" -name '*.crt' -exec cat {} + \
  >"$folder/etc/ssl/certs/ca-certificates.crt"
ls -d "$folder"/usr/lib/*/{blas,lapack} | sed "s|$folder||" >"$folder/etc/ld.so.conf.d/blas.conf"
mkdir -p "$folder"/{proc,dev,sys,tmp,run,opt/lookalike}
chroot "$folder" ldconfig

chroot "$folder" python3 -W ignore -m compileall -qq /usr/lib/python3 /usr/share/qgis/python || true # some is Python 2

# Test tools, and the plugin's own packages as its dialog would lay them.
python=$(chroot "$folder" python3 -c 'import sys; print("{}.{}".format(*sys.version_info))')
pip() {
  scripts/quietly.sh .venv-qgis/bin/python -m pip --disable-pip-version-check "$@" \
    --python-version "$python" --only-binary :all:
}
pip install --target "$folder/opt/tools" 'pytest>=8.2' 'pytest-qgis>=5,<6' 'hypothesis>=6.100'
pip download --no-deps --dest "$folder/opt/wheels" onnxruntime h5py
pip install --no-deps --no-index --find-links "$folder/opt/wheels" onnxruntime h5py \
  --target "$folder/root/.local/share/lookalike/packages/cp${python/./}"
touch "$folder/.unpacked"
