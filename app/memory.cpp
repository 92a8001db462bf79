// SPDX-License-Identifier: GPL-3.0-or-later

extern "C" {

/// How jemalloc shares out memory (jemalloc.net, TUNING.md); it looks for this name when the program starts.
/// One arena, little kept in each thread and nothing for long: its defaults held 5 MB more under load, and
/// were no faster for the two threads that work at a time.
extern const char *const malloc_conf;
const char *const malloc_conf = "narenas:1,lg_tcache_max:12,dirty_decay_ms:100,muzzy_decay_ms:0";
}
