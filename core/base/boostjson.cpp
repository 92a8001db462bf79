// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles Boost.JSON once for the whole program.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <boost/json/src.hpp>
#pragma GCC diagnostic pop
