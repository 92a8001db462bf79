// SPDX-License-Identifier: GPL-3.0-or-later

extern "C" {

/// How jemalloc shares out memory (jemalloc.net, TUNING.md); it looks for this name when the program starts.
/// Two arenas for two threads that work at a time, and nothing big kept in each thread: its defaults held 3
/// MB more for no gain.
extern const char *const malloc_conf;
const char *const malloc_conf = "narenas:2,lg_tcache_max:13";
}
