#ifndef ATRIUM_BENCHMARKS_RAW_SQLITE_SHIM_H
#define ATRIUM_BENCHMARKS_RAW_SQLITE_SHIM_H

#include <sqlite3.h>

/// SQLITE_TRANSIENT, whose cast Swift does not import: SQLite copies the bytes before the call returns.
static inline sqlite3_destructor_type raw_transient(void) {
    return SQLITE_TRANSIENT;
}

#endif
