#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy on the sources changed since the last merged state.  tidy_changed.sh BUILD_DIR
# The last merged state is origin/main, or the commit before when that is where we stand (CI of main itself).
# ANRUFWARTE_TIDY_BASE names another one. All files: cmake --preset tidy && cmake --build --preset tidy
set -euo pipefail
build=$1
base=${ANRUFWARTE_TIDY_BASE:-$(git rev-parse -q --verify origin/main || true)}
if [ -z "$base" ] || [ "$(git rev-parse "$base")" = "$(git rev-parse HEAD)" ]; then
    base=$(git rev-parse -q --verify HEAD~1 || git hash-object -t tree /dev/null)
fi
mapfile -t files < <({ git diff --name-only --diff-filter=d "$base"; git ls-files -o --exclude-standard; } \
    | grep -E '^core/.*\.cpp$' | sort -u)
if [ ${#files[@]} = 0 ]; then
    echo "no source in core has changed"
    exit 0
fi
echo "${#files[@]} files"
printf '%s\0' "${files[@]}" | xargs -0 -n 4 -P 2 clang-tidy-16 -p "$build" --quiet --warnings-as-errors='*' 2>/dev/null
