#include "SyncCounter.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stddef.h>

// A VFS gives its files one of a few tables of methods (one for databases, one for files that need no lock). Each table is
// copied when a file comes with it for the first time. The copy differs only in xSync.
struct counted {
    sqlite3_io_methods methods;
    const sqlite3_io_methods *original;
};

static sqlite3_vfs vfs;
static int (*original_open)(sqlite3_vfs *, const char *, sqlite3_file *, int, int *);
static struct counted tables[8];
static atomic_llong count;

static int counting_sync(sqlite3_file *file, int flags) {
    atomic_fetch_add_explicit(&count, 1, memory_order_relaxed);
    return ((const struct counted *)file->pMethods)->original->xSync(file, flags);
}

static int counting_open(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out_flags) {
    int code = original_open(self, name, file, flags, out_flags);
    if (code != SQLITE_OK || file->pMethods == NULL) return code;
    sqlite3_mutex *mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_APP1);
    sqlite3_mutex_enter(mutex);
    struct counted *table = NULL;
    for (size_t i = 0; table == NULL && i < sizeof(tables) / sizeof(tables[0]); i++) {
        if (tables[i].original == NULL) {
            tables[i].original = file->pMethods;
            tables[i].methods = *file->pMethods;
            tables[i].methods.xSync = counting_sync;
        }
        if (tables[i].original == file->pMethods) table = &tables[i];
    }
    sqlite3_mutex_leave(mutex);
    if (table != NULL) file->pMethods = &table->methods;
    return code;
}

int sync_counter_install(void) {
    int code = sqlite3_initialize();
    sqlite3_vfs *original = sqlite3_vfs_find(NULL);
    if (code != SQLITE_OK || original == NULL) return SQLITE_ERROR;
    vfs = *original;
    original_open = original->xOpen;
    vfs.xOpen = counting_open;
    vfs.zName = "sync-counter";
    vfs.pNext = NULL;
    return sqlite3_vfs_register(&vfs, 1);
}

long long sync_counter_value(void) { return atomic_load_explicit(&count, memory_order_relaxed); }
