#!/usr/bin/env bash
# Run a command with its output kept back; show all of it where the command fails.
# Usage: quietly.sh COMMAND...
set -u
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if "$@" >"$log" 2>&1; then
  exit 0
else
  code=$?
fi
cat "$log" >&2
echo "failed ($code): $*" >&2
exit "$code"
