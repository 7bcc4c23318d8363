#!/usr/bin/env bash
# Proves in a browser that the pages work: without a script, on small and large screens, by keyboard, in light and dark. It
# launches data, serves them on a free port of this machine, and ends only the server that it started. It fails on any finding.
set -euo pipefail
cd "$(dirname "$0")"
tests=$PWD academy=$(cd ../.. && pwd) root=$(cd ../../../.. && pwd)
work=$(mktemp -d)
server=

finish() {
  if [ -n "$server" ]; then kill "$server" 2> /dev/null || true; wait "$server" 2> /dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$CHROMIUM" ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core > /dev/null
fi
python=${ACADEMY_PYTHON:-}
if [ -z "$python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet -r "$tests/requirements.txt"
  python=$work/venv/bin/python
fi

configuration=${ACADEMY_CONFIGURATION:-release}
# Both packages build into one folder, each by a plan of its own.
swift build -c "$configuration" --package-path "$root" --disable-build-manifest-caching --product launch
swift build -c "$configuration" --package-path "$academy" --scratch-path "$root/.build" --disable-build-manifest-caching \
  --product academy
bin=$(swift build -c "$configuration" --package-path "$root" --show-bin-path)
launch=$bin/launch program=$bin/academy

export ACADEMY_DATA=$work/data
"$launch" --into "$ACADEMY_DATA" > /dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export ACADEMY_ORIGIN=http://localhost:$port
"$program" create-organization --data "$ACADEMY_DATA" --origin "$ACADEMY_ORIGIN" --name "Second School" --slug second-school \
  --founder administrator@ou.example --feature-set Basics
"$program" serve --data "$ACADEMY_DATA" --port "$port" > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 150); do
  curl --silent --fail "$ACADEMY_ORIGIN/readyz" > /dev/null && break
  kill -0 "$server" 2> /dev/null || { cat "$work/server.log"; exit 1; }
  sleep 0.2
done

failed=0
# The walk comes last, because it ends a membership.
for proof in axe keyboard paper languages walk; do
  "$python" "$tests/$proof.py" || failed=1
done
exit "$failed"
