#!/bin/sh
# Measures pages of the server and of Django on the same data. CI does not run it. See ../README.md.
#
#   run.sh DATA ACADEMY PYTHON [OPTIONS]
#
# DATA is a folder that `launch` wrote. ACADEMY is the program, built for release. PYTHON has Django 6 and gunicorn. The options
# are those of measure.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=$1 academy=$2 python=$3
shift 3
port=8310 django_port=8311
work=$(mktemp -d)
trap 'kill $server $django 2>/dev/null; wait; rm -rf "$work"' EXIT
server= django=

export PYTHONDONTWRITEBYTECODE=1 PAGES_DATABASE="$data/django.db"
# Two worker processes for two processors. Threads keep the connections open between requests.
workers=${WORKERS:-2} threads=${THREADS:-4}

"$python" "$here/site/load.py" "$data" > "$work/people"
"$academy" serve --data "$data" --port $port > "$work/server.log" 2>&1 &
server=$!
(cd "$here/site" && exec "$python" -m gunicorn --workers "$workers" --worker-class gthread --threads "$threads" \
    --keep-alive 60 --bind 127.0.0.1:$django_port --log-level warning --no-control-socket wsgi) &
django=$!
for waiting in $port $django_port; do
    until curl -s -o /dev/null "http://localhost:$waiting/"; do sleep 0.2; done
done
python3 "$here/measure.py" --data "$data" --port $port --pid $server --django-port $django_port --django-pid $django \
    --people "$work/people" "$@"
