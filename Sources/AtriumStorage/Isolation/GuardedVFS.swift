internal import CSQLite

/// The VFS of one connection. It forwards everything to the VFS beneath it, but a module's statement cannot read the clock.
///
/// `date('now')` and similar calls ask the VFS for the time. This is so wherever the call is in the SQL, and even if the text
/// 'now' is computed. The check of the compiled program cannot find such calls. A unit has one time, which the platform gives.
/// https://sqlite.org/c3ref/vfs.html
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
        // Version 3 adds the replacement of system calls. That is done on the VFS beneath.
        methods.pointee.iVersion = min(base.pointee.iVersion, 2)
        methods.pointee.pAppData = Unmanaged.passUnretained(self).toOpaque()
        forward()
    }

    deinit { methods.deallocate() }

    /// Opens a connection. SQLite finds a VFS by its name once, and then keeps its address. So this VFS needs its own name only
    /// during this call. After the call it has the name of the VFS beneath. If the connection later opens another file (VACUUM
    /// does this), SQLite looks up that name and finds the VFS beneath.
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

    /// Keeps this object until the process ends. This is for a connection that closes while one of its statements still exists:
    /// SQLite then keeps the file open and still calls this VFS.
    func outliveConnection() { _ = Unmanaged.passRetained(self) }

    private static func of(_ vfs: UnsafeMutablePointer<sqlite3_vfs>?) -> GuardedVFS? {
        guard let context = vfs?.pointee.pAppData else { return nil }
        return Unmanaged<GuardedVFS>.fromOpaque(context).takeUnretainedValue()
    }

    /// Forwards each method with the address of the VFS beneath. A VFS that is not SQLite's own may use this address to find
    /// its state.
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
