#ifndef ATRIUM_BENCHMARKS_SYNC_COUNTER_H
#define ATRIUM_BENCHMARKS_SYNC_COUNTER_H

/// Installs a default VFS. It is SQLite's own, but counts how often a file is synchronized. Every side opens its files through
/// it, so that a side that claims durability shows it. Returns SQLite's result code.
int sync_counter_install(void);

/// The number of synchronizations of files so far.
long long sync_counter_value(void);

#endif
