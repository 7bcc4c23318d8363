#include "FaultyVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// An undo record: what a write or a truncation replaced since the last sync.
typedef struct Undo {
    struct Undo *older;
    sqlite3_int64 offset;
    sqlite3_int64 size;  // The file's size before the write.
    int count;           // The number of replaced bytes. At the end of the file it is smaller than `written`.
    int written;
    unsigned char *before;
    unsigned char *after;
} Undo;

typedef struct FaultyFile {
    sqlite3_file base;
    FaultyVFS *vfs;
    struct FaultyFile *next;
    Undo *undo;
    int is_dead;
    sqlite3_file *real;
} FaultyFile;

struct FaultyVFS {
    sqlite3_vfs base;
    sqlite3_vfs *real;
    pthread_mutex_t mutex;
    FaultyFile *files;
    FaultyOperation operation;
    long skip, count;
    int code;
    int is_off;
    int traits;
};

static FaultyVFS *owner(sqlite3_vfs *vfs) { return (FaultyVFS *)vfs; }

// Returns the fault for this call, or SQLITE_OK. The caller holds the mutex.
static int fault(FaultyFile *file, FaultyOperation operation) {
    FaultyVFS *vfs = file->vfs;
    if (file->is_dead) return SQLITE_IOERR;
    if (vfs->count == 0 || vfs->operation != operation) return SQLITE_OK;
    if (vfs->skip > 0) {
        vfs->skip--;
        return SQLITE_OK;
    }
    if (vfs->count > 0) vfs->count--;
    return vfs->code;
}

static int checked(FaultyFile *file, FaultyOperation operation) {
    pthread_mutex_lock(&file->vfs->mutex);
    int code = fault(file, operation);
    pthread_mutex_unlock(&file->vfs->mutex);
    return code;
}

// MARK: undo

static void remember(FaultyFile *file, sqlite3_int64 offset, const void *bytes, int written) {
    Undo *undo = calloc(1, sizeof *undo);
    sqlite3_file *real = file->real;
    real->pMethods->xFileSize(real, &undo->size);
    undo->offset = offset;
    undo->written = written;
    sqlite3_int64 there = undo->size - offset;
    undo->count = there <= 0 ? 0 : there < written ? (int)there : written;
    if (bytes) {
        undo->before = malloc(written);
        undo->after = malloc(written);
        memcpy(undo->after, bytes, written);
        if (undo->count > 0) real->pMethods->xRead(real, undo->before, undo->count, offset);
    }
    undo->older = file->undo;
    file->undo = undo;
}

static void forget(FaultyFile *file) {
    while (file->undo) {
        Undo *undo = file->undo;
        file->undo = undo->older;
        free(undo->before);
        free(undo->after);
        free(undo);
    }
}

// Undoes every unsynced write, newest first. Then repeats some of them, oldest first, completely or torn.
static void lose_unsynced(FaultyFile *file, unsigned *chance) {
    sqlite3_file *real = file->real;
    long total = 0;
    for (Undo *undo = file->undo; undo; undo = undo->older) total++;
    Undo **order = calloc(total + 1, sizeof *order);
    long index = total;
    for (Undo *undo = file->undo; undo; undo = undo->older) {
        order[--index] = undo;
        if (undo->count > 0 && undo->before) real->pMethods->xWrite(real, undo->before, undo->count, undo->offset);
        real->pMethods->xTruncate(real, undo->size);
    }
    for (index = 0; *chance && index < total; index++) {
        if (!order[index]->after) continue;
        *chance = *chance * 1103515245u + 12345u;
        unsigned draw = (*chance >> 16) % 3;
        if (draw == 0) continue;
        int count = draw == 1 ? order[index]->written : order[index]->written / 512 / 2 * 512;
        if (count > 0) real->pMethods->xWrite(real, order[index]->after, count, order[index]->offset);
    }
    free(order);
    forget(file);
}

// MARK: files

static int file_close(sqlite3_file *base) {
    FaultyFile *file = (FaultyFile *)base;
    pthread_mutex_lock(&file->vfs->mutex);
    for (FaultyFile **link = &file->vfs->files; *link; link = &(*link)->next) {
        if (*link == file) {
            *link = file->next;
            break;
        }
    }
    forget(file);
    pthread_mutex_unlock(&file->vfs->mutex);
    int code = file->real->pMethods->xClose(file->real);
    sqlite3_free(file->real);
    return code;
}

static int file_read(sqlite3_file *base, void *bytes, int count, sqlite3_int64 offset) {
    FaultyFile *file = (FaultyFile *)base;
    int code = checked(file, FAULTY_READ);
    return code != SQLITE_OK ? code : file->real->pMethods->xRead(file->real, bytes, count, offset);
}

static int file_write(sqlite3_file *base, const void *bytes, int count, sqlite3_int64 offset) {
    FaultyFile *file = (FaultyFile *)base;
    pthread_mutex_lock(&file->vfs->mutex);
    int code = fault(file, FAULTY_WRITE);
    if (code == SQLITE_OK) {
        remember(file, offset, bytes, count);
        code = file->real->pMethods->xWrite(file->real, bytes, count, offset);
    }
    pthread_mutex_unlock(&file->vfs->mutex);
    return code;
}

static int file_truncate(sqlite3_file *base, sqlite3_int64 size) {
    FaultyFile *file = (FaultyFile *)base;
    int code = checked(file, FAULTY_WRITE);
    // A truncation counts as durable at once: SQLite shortens a file only after a checkpoint that it has synced.
    return code != SQLITE_OK ? code : file->real->pMethods->xTruncate(file->real, size);
}

static int file_sync(sqlite3_file *base, int flags) {
    FaultyFile *file = (FaultyFile *)base;
    pthread_mutex_lock(&file->vfs->mutex);
    int code = fault(file, FAULTY_SYNC);
    if (code == SQLITE_OK) {
        code = file->real->pMethods->xSync(file->real, flags);
        forget(file);
    }
    pthread_mutex_unlock(&file->vfs->mutex);
    return code;
}

#define REAL(file) (((FaultyFile *)(file))->real)
#define CALL(file, method) REAL(file)->pMethods->method

static int file_size(sqlite3_file *f, sqlite3_int64 *size) { return CALL(f, xFileSize)(REAL(f), size); }
static int file_lock(sqlite3_file *f, int level) { return CALL(f, xLock)(REAL(f), level); }
static int file_unlock(sqlite3_file *f, int level) { return CALL(f, xUnlock)(REAL(f), level); }
static int file_reserved(sqlite3_file *f, int *held) { return CALL(f, xCheckReservedLock)(REAL(f), held); }
static int file_control(sqlite3_file *f, int op, void *arg) { return CALL(f, xFileControl)(REAL(f), op, arg); }
static int file_sector(sqlite3_file *f) { return CALL(f, xSectorSize)(REAL(f)); }
// The file promises neither atomic writes nor safe appends.
static int file_traits(sqlite3_file *f) { return ((FaultyFile *)f)->vfs->traits; }
static int shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **map) {
    return CALL(f, xShmMap)(REAL(f), page, size, extend, map);
}
static int shm_lock(sqlite3_file *f, int offset, int n, int flags) { return CALL(f, xShmLock)(REAL(f), offset, n, flags); }
static void shm_barrier(sqlite3_file *f) { CALL(f, xShmBarrier)(REAL(f)); }
static int shm_unmap(sqlite3_file *f, int remove) { return CALL(f, xShmUnmap)(REAL(f), remove); }

static const sqlite3_io_methods methods = {
    2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock, file_reserved,
    file_control, file_sector, file_traits, shm_map, shm_lock, shm_barrier, shm_unmap, 0, 0,
};

// MARK: the VFS

static int vfs_open(sqlite3_vfs *base, sqlite3_filename name, sqlite3_file *out, int flags, int *out_flags) {
    FaultyVFS *vfs = owner(base);
    FaultyFile *file = (FaultyFile *)out;
    memset(file, 0, sizeof *file);
    pthread_mutex_lock(&vfs->mutex);
    int is_off = vfs->is_off;
    pthread_mutex_unlock(&vfs->mutex);
    if (is_off) return SQLITE_CANTOPEN;
    file->vfs = vfs;
    file->real = sqlite3_malloc(vfs->real->szOsFile);
    if (!file->real) return SQLITE_NOMEM;
    memset(file->real, 0, vfs->real->szOsFile);
    int code = vfs->real->xOpen(vfs->real, name, file->real, flags, out_flags);
    if (code != SQLITE_OK) {
        sqlite3_free(file->real);
        return code;
    }
    file->base.pMethods = &methods;
    pthread_mutex_lock(&vfs->mutex);
    file->next = vfs->files;
    vfs->files = file;
    pthread_mutex_unlock(&vfs->mutex);
    return SQLITE_OK;
}

static int vfs_delete(sqlite3_vfs *v, const char *n, int sync) { return owner(v)->real->xDelete(owner(v)->real, n, sync); }
static int vfs_access(sqlite3_vfs *v, const char *n, int f, int *r) { return owner(v)->real->xAccess(owner(v)->real, n, f, r); }
static int vfs_path(sqlite3_vfs *v, const char *n, int c, char *o) { return owner(v)->real->xFullPathname(owner(v)->real, n, c, o); }
static int vfs_random(sqlite3_vfs *v, int c, char *o) { return owner(v)->real->xRandomness(owner(v)->real, c, o); }
static int vfs_sleep(sqlite3_vfs *v, int m) { return owner(v)->real->xSleep(owner(v)->real, m); }
static int vfs_time(sqlite3_vfs *v, double *t) { return owner(v)->real->xCurrentTime(owner(v)->real, t); }
static int vfs_error(sqlite3_vfs *v, int c, char *o) { return owner(v)->real->xGetLastError(owner(v)->real, c, o); }

FaultyVFS *faulty_vfs_register(const char *name) {
    FaultyVFS *vfs = calloc(1, sizeof *vfs);
    vfs->real = sqlite3_vfs_find(0);
    pthread_mutex_init(&vfs->mutex, 0);
    vfs->traits = SQLITE_IOCAP_POWERSAFE_OVERWRITE;
    vfs->base.iVersion = 1;
    vfs->base.szOsFile = sizeof(FaultyFile);
    vfs->base.mxPathname = vfs->real->mxPathname;
    vfs->base.zName = strdup(name);
    vfs->base.xOpen = vfs_open;
    vfs->base.xDelete = vfs_delete;
    vfs->base.xAccess = vfs_access;
    vfs->base.xFullPathname = vfs_path;
    vfs->base.xRandomness = vfs_random;
    vfs->base.xSleep = vfs_sleep;
    vfs->base.xCurrentTime = vfs_time;
    vfs->base.xGetLastError = vfs_error;
    sqlite3_vfs_register(&vfs->base, 0);
    return vfs;
}

void faulty_vfs_arm(FaultyVFS *vfs, FaultyOperation operation, long skip, long count, int code) {
    pthread_mutex_lock(&vfs->mutex);
    vfs->operation = operation;
    vfs->skip = skip;
    vfs->count = count;
    vfs->code = code;
    pthread_mutex_unlock(&vfs->mutex);
}

void faulty_vfs_disarm(FaultyVFS *vfs) { faulty_vfs_arm(vfs, FAULTY_WRITE, 0, 0, SQLITE_OK); }

void faulty_vfs_promise_safe_overwrites(FaultyVFS *vfs, int is_promised) {
    vfs->traits = is_promised ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
}

void faulty_vfs_power_cut(FaultyVFS *vfs, unsigned seed) {
    pthread_mutex_lock(&vfs->mutex);
    vfs->is_off = 1;
    unsigned chance = seed;
    for (FaultyFile *file = vfs->files; file; file = file->next) {
        lose_unsynced(file, &chance);
        file->is_dead = 1;
    }
    pthread_mutex_unlock(&vfs->mutex);
}

void faulty_vfs_power_on(FaultyVFS *vfs) {
    pthread_mutex_lock(&vfs->mutex);
    vfs->is_off = 0;
    pthread_mutex_unlock(&vfs->mutex);
}
