#!/bin/sh
# Make .venv with the first Python here that is new enough; PYTHON=… names one instead.
set -eu

if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
else
    set -- python3 python3.13 python3.12 python3.11 python3.14 python
fi

# Each is run, not only looked up: version managers leave names on the path that only fail.
for python in "$@"; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        if "$python" -m venv .venv; then
            exit 0
        fi
        echo "paroll: $python cannot make a virtual environment; install its venv module" >&2
        echo "  (Debian and Ubuntu: apt-get install python3-venv)" >&2
        exit 1
    fi
done

echo "paroll: needs Python 3.11 or newer; tried $*" >&2
echo "  install one, or name it: make PYTHON=/path/to/python3 build" >&2
exit 1
