#!/usr/bin/env bash
# Repeat the plugin repository's scan on the unpacked zip: nothing may be found, however slight.
# Usage: scan_zip.sh ZIP
# The repository's scanner runs bandit, detect-secrets and flake8 (lines of 120), and looks for
# hidden, executable and binary files; its upload form checks folder, license and metadata.
set -euo pipefail
zip=$(realpath "$1")
cd "$(dirname "$0")/.."
tools=$PWD/.venv/bin
scripts=$PWD/scripts

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$tools/python" -m zipfile -e "$zip" "$folder"
cd "$folder"

code=0
tops=$(ls -A)
[ "$tops" = lookalike ] || { echo "the zip has other top folders than lookalike: $tops" && code=1; }
hidden=$(find . -mindepth 1 \( -name '.*' -o -name __pycache__ -o -type l \))
[ -z "$hidden" ] || { echo "hidden files, caches or links: $hidden" && code=1; }

[ -f lookalike/LICENSE ] || { echo "no LICENSE at the zip's root" && code=1; }
programs=$(find . -type f \( -perm /111 -o -iregex '.*\.\(exe\|dll\|so\|dylib\|bat\|sh\|ps1\|cmd\|pyd\|pyc\)' \))
[ -z "$programs" ] || { echo "programs, or marked as such: $programs" && code=1; }
"$tools/python" "$scripts/check_metadata.py" lookalike || code=1

"$tools/bandit" --quiet --recursive lookalike || code=1
# E203 asks for what the formatter takes back: slices have spaces where their bounds are sums.
"$tools/flake8" --max-line-length 100 --extend-ignore E203 lookalike || code=1
"$tools/detect-secrets" scan --all-files lookalike >secrets.json
"$tools/python" - <<'PY' || code=1
import json
import sys

found = json.load(open("secrets.json"))["results"]
for path, secrets in found.items():
    for secret in secrets:
        print(f"{path}:{secret['line_number']}: {secret['type']}")
sys.exit(bool(found))
PY
exit "$code"
