// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost.JSON as a header-only library: only core/base/json.cpp, its headers and the one unit that compiles it
// include this.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#pragma GCC diagnostic pop
