// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// simdjson, whose headers are kept out of everybody else's way: only core/base/jsonbody.cpp includes this.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <simdjson.h>
#pragma GCC diagnostic pop
