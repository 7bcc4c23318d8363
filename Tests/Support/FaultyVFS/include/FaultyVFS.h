#ifndef FAULTY_VFS_H
#define FAULTY_VFS_H

/// A VFS over SQLite's own VFS. It fails on command, so that tests inject faults below the production code:
/// https://sqlite.org/vfs.html
typedef struct FaultyVFS FaultyVFS;

typedef enum FaultyOperation { FAULTY_WRITE = 0, FAULTY_SYNC = 1, FAULTY_READ = 2 } FaultyOperation;

/// Registers a VFS under `name`. It lives until the process ends.
FaultyVFS *faulty_vfs_register(const char *name);

/// Makes `count` calls of an operation fail with `code`, after `skip` calls that succeed. A `count` of -1 means forever. There
/// is one fault at a time: a new one replaces the previous one.
void faulty_vfs_arm(FaultyVFS *vfs, FaultyOperation operation, long skip, long count, int code);

/// Makes every operation succeed again.
void faulty_vfs_disarm(FaultyVFS *vfs);

/// Sets whether files that are opened from now on promise that an interrupted write changes no bytes outside its range.
/// SQLite's own VFS promises this, and this VFS keeps the promise: https://sqlite.org/psow.html
void faulty_vfs_promise_safe_overwrites(FaultyVFS *vfs, int is_promised);

/// Cuts the power. Every write since a file's last sync is lost. Every open file fails from now on, and no file can be opened
/// until `faulty_vfs_power_on`. A `seed` keeps some of the unsynced writes at random; 0 keeps none.
void faulty_vfs_power_cut(FaultyVFS *vfs, unsigned seed);

/// Allows files to be opened again.
void faulty_vfs_power_on(FaultyVFS *vfs);

#endif
