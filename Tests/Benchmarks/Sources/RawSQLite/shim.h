#ifndef ATRIUM_BENCHMARKS_RAW_SQLITE_SHIM_H
#define ATRIUM_BENCHMARKS_RAW_SQLITE_SHIM_H

#include <sqlite3.h>

/// SQLITE_TRANSIENT: SQLite copies the bytes before the call returns. Swift does not import its cast.
static inline sqlite3_destructor_type raw_transient(void) {
    return SQLITE_TRANSIENT;
}

#endif
