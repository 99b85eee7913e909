# Sets this computer up for bin/run and bin/test, which read this file; a step that is done is not done again.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
VENV=$ROOT/.venv
PYTHON=$VENV/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK=1 DEBIAN_FRONTEND=noninteractive

SITE_PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-dejavu-core gettext)
READING_PACKAGES=(tesseract-ocr)
CHECK_PACKAGES=(poppler-utils mupdf-tools)
VERAPDF_PACKAGES=(default-jdk-headless libjaxb-java)

say() { printf '%s\n' "$*"; }

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

how_elsewhere() {
  say "On macOS:  brew install python@3.11 pango gettext font-noto-sans font-dejavu tesseract poppler mupdf-tools; brew install --cask chromium"
  say "On Fedora: sudo dnf install python3.11 pango gettext google-noto-sans-fonts dejavu-sans-fonts tesseract poppler-utils mupdf chromium"
  say "Elsewhere: install Python 3.11, Pango, GNU gettext, the Noto and DejaVu fonts, Tesseract, poppler, MuPDF and Chromium."
  say "For bin/test --all also Node 18.16 or later with npm, and Java 17 or later."
  say "Where Chromium is neither chromium-headless-shell nor /usr/bin/chromium, set CLEARRECORD_CHROMIUM to its place."
}

has_apt() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    stop "This needs root. Run as root, or install sudo, or ask who runs this computer for:" "  $*"
  fi
}

is_installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# packages WHY NAME...: installs what is missing, and says what and why.
packages() {
  local why=$1 name
  local missing=()
  shift
  has_apt || return 0
  for name in "$@"; do is_installed "$name" || missing+=("$name"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${missing[*]}: $why."
  as_root apt-get update -qq
  as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

is_python_311() { "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; }

find_python() {
  local name
  for name in python3.11 python3 python; do
    if command -v "$name" >/dev/null && is_python_311 "$name"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

python_311() {
  is_python_311 "$PYTHON" && return 0
  if ! find_python >/dev/null && has_apt; then
    as_root apt-get update -qq
    apt-cache show python3.11 >/dev/null 2>&1 && packages "the language ClearRecord is written in" python3.11
  fi
  local found
  found=$(find_python) || stop "ClearRecord needs Python 3.11, and it is not on this computer." "$(how_elsewhere)"
  "$found" -c 'import ensurepip, venv' 2>/dev/null ||
    packages "to keep ClearRecord's own packages apart in .venv" python3.11-venv
  say "Making .venv: a place for ClearRecord's own Python packages."
  "$found" -m venv --clear "$VENV"
}

fingerprint() { cksum <"$1"; }

# Without its windows Chromium does half the work; older Debians have only the whole of it.
browser() {
  local name
  has_apt && [ -z "${CLEARRECORD_CHROMIUM:-}" ] || return 0
  for name in chromium-headless-shell chromium; do is_installed "$name" && return 0; done
  apt-cache show chromium-headless-shell >/dev/null 2>&1 || as_root apt-get update -qq
  name=chromium
  apt-cache show chromium-headless-shell >/dev/null 2>&1 && name=chromium-headless-shell
  packages "to walk the pages as a person does" "$name"
}

# What veraPDF runs on; the engine is inside a Python package. A Java that is here already is used.
verapdf() {
  local needed=("${VERAPDF_PACKAGES[@]}")
  command -v javac >/dev/null && needed=(libjaxb-java)
  packages "to check the papers for accessibility" "${needed[@]}"
}

# What judges the pages: axe-core, Lighthouse and the HTML checker, each pinned with its hash; no part of the site.
# A Node and a Java that are here already are used.
browser_tools() {
  local pinned=$ROOT/tests/browser_tools home=$ROOT/var/browser_tools
  command -v npm >/dev/null || packages "to install and run what judges the pages" nodejs npm
  command -v java >/dev/null || packages "to run the HTML checker" default-jre-headless
  command -v npm >/dev/null && command -v java >/dev/null ||
    stop "The long checks of the pages need Node (node, npm) and Java, and they are not on this computer." "$(how_elsewhere)"
  [ "$(cat "$home/installed" 2>/dev/null)" = "$(fingerprint "$pinned/package-lock.json")" ] && return 0
  say "Installing what judges the pages (axe-core, Lighthouse, the HTML checker) in var/browser_tools, each checked by its hash."
  mkdir -p "$home"
  cp "$pinned/package.json" "$pinned/package-lock.json" "$pinned/.npmrc" "$home"
  (cd "$home" && npm ci --loglevel=error >/dev/null)
  fingerprint "$pinned/package-lock.json" >"$home/installed"
}

# requirements FILE ALSO...: installs what FILE pins; ALSO names the files whose pins it contains.
requirements() {
  local file=$1 part
  [ "$(cat "$VENV/installed-$file" 2>/dev/null)" = "$(fingerprint "$file")" ] && return 0
  say "Installing the Python packages of $file, each checked by its hash."
  "$PYTHON" -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r "$file"
  for part in "$@"; do fingerprint "$part" >"$VENV/installed-$part"; done
}

catalogues() {
  local source compiled
  command -v msgfmt >/dev/null || stop "The translations need GNU gettext (msgfmt)." "$(how_elsewhere)"
  for source in locale/*/LC_MESSAGES/*.po; do
    compiled=${source%.po}.mo
    [ -f "$source" ] || continue
    [ "$compiled" -nt "$source" ] || msgfmt -o "$compiled" "$source"
  done
}

# The tests that talk to a Redis each start one of their own; where there is none they are left out.
redis() {
  command -v redis-server >/dev/null || ! has_apt || packages "for the tests that talk to a real Redis" redis-server
}

# The tests start a PostgreSQL of their own, in memory, or use the one that CLEARRECORD_TEST_POSTGRES names.
postgresql_is_installed() {
  [ -n "${CLEARRECORD_TEST_POSTGRES:-}" ] || ! has_apt || packages "for the tests that talk to a real PostgreSQL" postgresql
}

# Starts PostgreSQL as it comes, for measuring, with a role that may make databases.
# Where CLEARRECORD_TEST_POSTGRES names a server, that one is used and nothing is started.
postgresql() {
  [ -z "${CLEARRECORD_TEST_POSTGRES:-}" ] || return 0
  if ! has_apt; then
    say "To measure with PostgreSQL, set CLEARRECORD_TEST_POSTGRES=postgresql://ROLE:PASSWORD@HOST/postgres."
    return 0
  fi
  packages "to measure with a real PostgreSQL" postgresql
  pg_isready -q -h 127.0.0.1 || start_postgresql
  as_postgres -c "DO \$\$ BEGIN CREATE ROLE clearrecord_test LOGIN CREATEDB PASSWORD 'clearrecord_test';
    EXCEPTION WHEN duplicate_object THEN NULL; END \$\$" >/dev/null
  export CLEARRECORD_TEST_POSTGRES=postgresql://clearrecord_test:clearrecord_test@127.0.0.1/postgres
}

start_postgresql() {
  local version
  version=$(pg_lsclusters -h | awk 'NR == 1 { print $1 }')
  say "Starting PostgreSQL $version."
  as_root pg_ctlcluster --skip-systemctl-redirect "$version" main start
  for _ in $(seq 30); do
    pg_isready -q -h 127.0.0.1 && return 0
    sleep 1
  done
  stop "PostgreSQL did not start. See what it says: pg_lsclusters"
}

as_postgres() { (cd / && as_root runuser -u postgres -- psql -q "$@"); }

can_print() {
  "$PYTHON" -c 'import weasyprint' 2>/dev/null || stop "The papers need Pango, and it is not on this computer." "$(how_elsewhere)"
}

site_is_set_up() {
  packages "to draw the papers with their fonts, and to read the translations" "${SITE_PACKAGES[@]}"
  packages "to read a picture of a RAP sheet twice, so that what two readings differ on is shown as doubtful" "${READING_PACKAGES[@]}"
  python_311
  requirements "$@"
  has_apt || can_print
  catalogues
}
