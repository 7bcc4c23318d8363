#ifndef ATRIUM_CSQLITE_SHIM_H
#define ATRIUM_CSQLITE_SHIM_H

#include <sqlite3.h>

#ifdef __linux__
// The kernel's own headers: those of the C library would become this module's, and hide from Swift whose their types are.
#include <asm/unistd.h>
#include <linux/stat.h>
long syscall(long number, ...);
#else
#include <sys/stat.h>
#endif
#include <string.h>

// Swift imports neither variadic functions nor casts in macros: these give them a plain signature.

/// Sets one boolean option of `sqlite3_db_config` and returns the result code; `*now` is the setting afterwards.
static inline int atrium_db_config(sqlite3 *database, int option, int on, int *now) {
    return sqlite3_db_config(database, option, on, now);
}

/// Turns the memory statistics of `sqlite3_config` off; SQLite refuses once it is in use. Apple's has none.
static inline int atrium_config_memory_statistics_off(void) {
#ifdef __APPLE__
    return SQLITE_OK;
#else
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
#endif
}

#ifndef __APPLE__
extern void *memmem(const void *bytes, size_t count, const void *sought, size_t length);
#endif

/// Where a text first stands in another, or NULL, in a time that grows with their lengths. Swift sees no `memmem` in glibc, which
/// counts it among its extensions.
static inline const void *atrium_find(const void *bytes, size_t count, const void *sought, size_t length) {
    // Its tables cost more than they save in a short text.
    if (count > 4096 || length == 0) return memmem(bytes, count, sought, length);
    const char *start = (const char *)bytes, *end = start + count;
    while ((size_t)(end - start) >= length) {
        start = (const char *)memchr(start, *(const char *)sought, (size_t)(end - start) - length + 1);
        if (!start || memcmp(start, sought, length) == 0) return start;
        start++;
    }
    return NULL;
}

/// Device and number of the file that a path names; not 0 if there is none.
///
/// It asks for nothing else. Whoever asks Linux for a file's times makes it keep them more exactly: the next write changes them,
/// and a synchronization has to write the file's inode as well, which took a third of a commit's time.
/// https://docs.kernel.org/filesystems/multigrain-ts.html
static inline int atrium_file_node(const char *path, unsigned long long *device, unsigned long long *number) {
#ifdef __linux__
    struct statx status = {0};
    const int here = -100;  // AT_FDCWD
    if (syscall(__NR_statx, here, path, 0, STATX_INO, &status) != 0) return -1;
    *device = (unsigned long long)status.stx_dev_major << 32 | status.stx_dev_minor;
    *number = status.stx_ino;
#else
    struct stat status;
    if (stat(path, &status) != 0) return -1;
    *device = (unsigned long long)status.st_dev;
    *number = (unsigned long long)status.st_ino;
#endif
    return 0;
}

/// SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
static inline sqlite3_destructor_type atrium_transient(void) {
    return SQLITE_TRANSIENT;
}

#endif
