internal import CSQLite

/// The VFS of one connection: the one beneath it, except that a module's statement does not read the clock.
///
/// `date('now')` and its kin ask the VFS for the time, wherever they stand and however 'now' is made: nothing that is compiled
/// tells. A unit has one time, which the platform gives. https://sqlite.org/c3ref/vfs.html
final class GuardedVFS {
    private let base: UnsafeMutablePointer<sqlite3_vfs>
    private let methods: UnsafeMutablePointer<sqlite3_vfs>
    private let authorizer: Authorizer

    /// Over a VFS by its name, or SQLite's own; `nil` when there is none.
    init?(over name: String?, authorizer: Authorizer) {
        guard let base = sqlite3_vfs_find(name) else { return nil }
        (self.base, self.authorizer) = (base, authorizer)
        methods = .allocate(capacity: 1)
        methods.initialize(to: base.pointee)
        methods.pointee.pNext = nil
        // System calls, in version 3, are set at the VFS beneath.
        methods.pointee.iVersion = min(base.pointee.iVersion, 2)
        methods.pointee.pAppData = Unmanaged.passUnretained(self).toOpaque()
        forward()
    }

    deinit { methods.deallocate() }

    /// Opens a connection. SQLite finds a VFS by its name, and keeps its address: it is known by a name of its own only
    /// meanwhile. What the connection opens beside its file (VACUUM does) goes to the VFS beneath, by that one's name.
    func open(_ path: String, flags: Int32, _ handle: inout OpaquePointer?) -> Int32 {
        let name = "atrium-\(UInt(bitPattern: methods))"
        return name.withCString { name in
            methods.pointee.zName = name
            defer { methods.pointee.zName = base.pointee.zName }
            let code = sqlite3_vfs_register(methods, 0)
            guard code == SQLITE_OK else { return code }
            defer { sqlite3_vfs_unregister(methods) }
            return sqlite3_open_v2(path, &handle, flags, name)
        }
    }

    /// Keeps it for ever: a statement that somebody holds keeps the connection's file open beyond its end.
    func outliveConnection() { _ = Unmanaged.passRetained(self) }

    private static func of(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> GuardedVFS? {
        guard let context = vfs?.pointee.pAppData else { return nil }
        return Unmanaged<GuardedVFS>.fromOpaque(context).takeUnretainedValue()
    }

    /// A VFS that is not SQLite's own may find its state by its own address.
    private func forward() {
        methods.pointee.xOpen = { vfs, name, file, flags, out in
            guard let base = GuardedVFS.of(vfs)?.base else { return SQLITE_CANTOPEN }
            return base.pointee.xOpen(base, name, file, flags, out)
        }
        methods.pointee.xDelete = { vfs, name, isSynced in
            guard let base = GuardedVFS.of(vfs)?.base else { return SQLITE_IOERR }
            return base.pointee.xDelete(base, name, isSynced)
        }
        methods.pointee.xAccess = { vfs, name, flags, out in
            guard let base = GuardedVFS.of(vfs)?.base else { return SQLITE_IOERR }
            return base.pointee.xAccess(base, name, flags, out)
        }
        methods.pointee.xFullPathname = { vfs, name, count, out in
            guard let base = GuardedVFS.of(vfs)?.base else { return SQLITE_CANTOPEN }
            return base.pointee.xFullPathname(base, name, count, out)
        }
        methods.pointee.xRandomness = { vfs, count, out in
            guard let base = GuardedVFS.of(vfs)?.base else { return 0 }
            return base.pointee.xRandomness(base, count, out)
        }
        methods.pointee.xSleep = { vfs, microseconds in
            guard let base = GuardedVFS.of(vfs)?.base else { return 0 }
            return base.pointee.xSleep(base, microseconds)
        }
        methods.pointee.xGetLastError = { vfs, count, out in
            guard let base = GuardedVFS.of(vfs)?.base else { return 0 }
            return base.pointee.xGetLastError(base, count, out)
        }
        methods.pointee.xCurrentTime = { vfs, out in
            guard let own = GuardedVFS.of(vfs), own.authorizer.mayReadClock() else { return SQLITE_ERROR }
            return own.base.pointee.xCurrentTime(own.base, out)
        }
        guard base.pointee.iVersion >= 2, base.pointee.xCurrentTimeInt64 != nil else { return }
        methods.pointee.xCurrentTimeInt64 = { vfs, out in
            guard let own = GuardedVFS.of(vfs), own.authorizer.mayReadClock() else { return SQLITE_ERROR }
            return own.base.pointee.xCurrentTimeInt64(own.base, out)
        }
    }
}
