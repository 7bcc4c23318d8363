#ifndef FAULTY_VFS_H
#define FAULTY_VFS_H

/// A VFS over SQLite's own that fails on command, so that faults are injected under the code that runs in production:
/// https://sqlite.org/vfs.html
typedef struct FaultyVFS FaultyVFS;

typedef enum FaultyOperation { FAULTY_WRITE = 0, FAULTY_SYNC = 1, FAULTY_READ = 2 } FaultyOperation;

/// Registers a VFS under a name of its own; it lives until the process ends.
FaultyVFS *faulty_vfs_register(const char *name);

/// Lets `count` calls of an operation fail with `code`, after `skip` more that succeed; -1 is for ever. The last call
/// counts: there is one fault at a time.
void faulty_vfs_arm(FaultyVFS *vfs, FaultyOperation operation, long skip, long count, int code);

/// Lets everything succeed again.
void faulty_vfs_disarm(FaultyVFS *vfs);

/// Whether files that are opened from here on promise that a write which is cut off changes nothing beside it, as SQLite's own VFS
/// does, and as this one keeps to: https://sqlite.org/psow.html
void faulty_vfs_promise_safe_overwrites(FaultyVFS *vfs, int is_promised);

/// Cuts the power: what was written since a file's last sync is lost, and every open file fails from now on, until
/// `faulty_vfs_power_on`. A `seed` keeps some of the unsynced writes by chance; 0 keeps none.
void faulty_vfs_power_cut(FaultyVFS *vfs, unsigned seed);

/// Lets files be opened again.
void faulty_vfs_power_on(FaultyVFS *vfs);

#endif
