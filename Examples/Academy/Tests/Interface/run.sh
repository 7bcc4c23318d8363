#!/usr/bin/env bash
# Attacks a served platform from outside: schemathesis compares the interface for programs with its document, and attacks.py
# sends large, slow and forged requests.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
server=
end() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"; }
trap end EXIT
root=$(cd ../.. && pwd)
data=$work/data

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q schemathesis requests
# Both packages build into one folder, each by a plan of its own.
swift build --package-path "$root" --disable-build-manifest-caching --product launch
"$root/.build/debug/launch" --into "$data" > "$work/launch.log"
swift build --scratch-path "$root/.build" --disable-build-manifest-caching --product academy
academy=$root/.build/debug/academy
chmod 700 "$data"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$academy" serve --data "$data" --port "$port" > "$work/server.log" 2>&1 &
server=$!
for _ in $(seq 100); do curl -sf "http://localhost:$port/readyz" > /dev/null && break; sleep 0.1; done

token=$("$work/venv/bin/python" Tests/Interface/make_token.py "http://localhost:$port" "$data")
echo "--- attacks"
"$work/venv/bin/python" Tests/Interface/attacks.py "http://localhost:$port" "$data" "$server"
echo "--- hostile texts, and addresses in the hands of others"
"$work/venv/bin/python" Tests/Interface/crawl.py "http://localhost:$port" "$data" "$token"
echo "--- schemathesis: every operation answers as the document says"
# An id of the document's type may name nothing, so what the document allows may be refused: positive_data_acceptance.
"$work/venv/bin/schemathesis" run "http://localhost:$port/api/v1/openapi.json" --url "http://localhost:$port/api/v1" \
  -H "Authorization: Bearer $token" --phases examples,coverage,fuzzing --max-examples 15 --seed 1 \
  --exclude-checks positive_data_acceptance
kill "$server"
wait "$server"
server=
! grep -E "request failed|$(echo "$token" | cut -d. -f2)" "$work/server.log" || { echo "a fault, or a token in the log"; exit 1; }
echo "the server ended after a signal, without a fault and without a token in its log"
