internal import CSQLite

/// The VFS of one connection. It forwards everything to the VFS beneath it, but a module's statement cannot read the clock.
///
/// `date('now')` and similar calls ask the VFS for the time, wherever they are and however 'now' is made. A compiled program
/// does not show this. A unit has one time, which the platform gives. https://sqlite.org/c3ref/vfs.html
final class GuardedVFS {
    private let base: UnsafeMutablePointer<sqlite3_vfs>
    private let methods: UnsafeMutablePointer<sqlite3_vfs>
    private let authorizer: Authorizer

    /// A VFS over the one with this name, or over SQLite's own; `nil` if there is no such VFS.
    init?(over name: String?, authorizer: Authorizer) {
        guard let base = sqlite3_vfs_find(name) else { return nil }
        (self.base, self.authorizer) = (base, authorizer)
        methods = .allocate(capacity: 1)
        methods.initialize(to: base.pointee)
        methods.pointee.pNext = nil
        // Version 3 adds the replacement of system calls. It is done at the VFS beneath.
        methods.pointee.iVersion = min(base.pointee.iVersion, 2)
        methods.pointee.pAppData = Unmanaged.passUnretained(self).toOpaque()
        forward()
    }

    deinit { methods.deallocate() }

    /// Opens a connection. SQLite finds a VFS by its name, and then keeps its address: this one has a name of its own only
    /// during the call. After that it has the name of the VFS beneath. If the connection opens another file, as VACUUM does,
    /// SQLite finds the VFS beneath by that name.
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

    /// Keeps this object forever. A statement that is still held keeps the connection's file open after the connection's end.
    func outliveConnection() { _ = Unmanaged.passRetained(self) }

    private static func of(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> GuardedVFS? {
        guard let context = vfs?.pointee.pAppData else { return nil }
        return Unmanaged<GuardedVFS>.fromOpaque(context).takeUnretainedValue()
    }

    /// Forwards each method with the address of the VFS beneath: one that is not SQLite's own may find its state by it.
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
