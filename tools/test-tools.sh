#!/bin/sh
# Install the programs that the tests read finished files with. Without the right to install,
# say what is missing and go on: those tests are then skipped. In CI that is an error.
set -eu

missing=
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need soffice libreoffice-impress
need pdftoppm poppler-utils
need qpdf qpdf
need gs ghostscript
need faketime faketime
need unzip unzip
need rsvg-convert librsvg2-bin
need eot2ttf eot2ttf
for library in pango-1.0 pangoft2-1.0; do # WeasyPrint loads them
    ldconfig -p 2>/dev/null | grep -q "lib$library\.so" || missing="$missing lib$library-0"
done
[ -d /usr/share/fonts/truetype/liberation ] || missing="$missing fonts-liberation"
[ -e /usr/share/i18n/locales/tr_TR ] || missing="$missing locales"
[ -n "$missing" ] || exit 0

without() {
    echo "paroll: $1; the tests that need these are skipped:$missing" >&2
    [ -z "${CI:-}" ] || exit 1
    exit 0
}

command -v apt-get >/dev/null 2>&1 || without "no apt-get to install test tools with"
sudo=
if [ "$(id -u)" -ne 0 ]; then
    sudo -n true >/dev/null 2>&1 || without "no right to install test tools"
    sudo="sudo -n"
fi

echo "paroll: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq || true
# shellcheck disable=SC2086  # both are lists of words
$sudo apt-get install -qq -y --no-install-recommends $missing >/dev/null ||
    without "apt-get could not install test tools"
