#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12: apt), and says what before it does. Sourced by ./run and ./test.
#   need_packages SECTION...   sections of packaging/debian-packages.txt

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# A clone elsewhere finds what this one has compiled.
export CCACHE_BASEDIR=$top CCACHE_NOHASHDIR=1

say() { printf '== %s\n' "$*"; }

packages_of() { # SECTION: its packages, one a line
    sed -n "/^\[$1\]/,/^\[/p" "$top/packaging/debian-packages.txt" | sed -e '/^\[/d' -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d'
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

need_packages() {
    local section package missing=()
    for section in "$@"; do
        for package in $(packages_of "$section"); do
            is_installed "$package" 2>/dev/null || missing+=("$package")
        done
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null 2>&1; then
        say "This is no Debian system. Needed (Debian's names): ${missing[*]}"
        say "Going on; the build says what it does not find."
        return 0
    fi
    say "Installing from Debian: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_node() { # Debian's nodejs and npm, unless some node and npm of at least 18 are already there
    if command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 \
        && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]; then
        return 0
    fi
    need_packages node
}

configure_and_build() { # PRESET [cmake --build arguments]
    local preset=$1
    shift
    (cd "$top" && { [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"; } && cmake --build --preset "$preset" "$@")
}
