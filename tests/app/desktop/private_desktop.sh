#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command inside an X server, window manager, session bus and home of its own; nothing outlives it.
#   private_desktop.sh LANG WIDTHxHEIGHT COMMAND [ARGUMENT...]
set -eu
language=$1 size=$2
shift 2
work=$(mktemp -d)
xserver=
cleanup() {
    [ -z "$xserver" ] || kill "$xserver" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

mkfifo "$work/display"
Xvfb -displayfd 7 -screen 0 "${size}x24" -nolisten tcp -dpi 96 7>"$work/display" 2>"$work/xserver.log" &
xserver=$!
read -r number <"$work/display"

export DISPLAY=":$number" LANG=$language LC_ALL=$language HOME="$work/home" XDG_RUNTIME_DIR="$work/run"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_CACHE_HOME="$HOME/.cache"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS LANGUAGE
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_ACCESSIBILITY=1
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

status=0
# shellcheck disable=SC2016
dbus-run-session -- bash -c 'openbox --sm-disable >/dev/null 2>&1 & manager=$!
    status=0; "$@" || status=$?; kill $manager 2>/dev/null; exit $status' desktop "$@" || status=$?
exit $status
