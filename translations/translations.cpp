// SPDX-License-Identifier: GPL-3.0-or-later
// The library carries the compiled catalogues as a resource; a static library needs one unit of its own.
