#ifndef ATRIUM_BENCHMARKS_SYNC_COUNTER_H
#define ATRIUM_BENCHMARKS_SYNC_COUNTER_H

/// Makes a VFS the default that is SQLite's own, except that it counts how often a file is synchronized. Every side opens its
/// files through it: who claims durability shows it. Returns SQLite's result code.
int sync_counter_install(void);

/// How many times files were synchronized so far.
long long sync_counter_value(void);

#endif
