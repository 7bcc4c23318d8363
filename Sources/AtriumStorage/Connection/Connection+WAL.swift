internal import CSQLite

/// The WAL of a database: https://sqlite.org/wal.html.
extension Connection {
    /// The number of WAL pages that the last commit reported; 0 after any attempt at a checkpoint.
    var walPages: Int32 { callbackState.pointee.walPages }

    /// Copies the WAL into the database, so that the next commit can write from the WAL's beginning. Returns false if SQLite
    /// could not copy all of the WAL. See ``InlineReader``.
    @discardableResult
    func checkpoint() -> Bool {
        callbackState.pointee.walPages = 0
        var (pages, copied): (Int32, Int32) = (0, 0)
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied)
        return code == SQLITE_OK && copied == pages
    }

    /// Whether an interrupted write leaves neighbouring bytes unchanged. If the VFS does not promise this, SQLite pads the WAL
    /// to a whole sector in each commit: https://sqlite.org/psow.html
    var hasSafeOverwrites: Bool {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        let characteristics = file?.pointee.pMethods?.pointee.xDeviceCharacteristics(file) ?? 0
        return characteristics & SQLITE_IOCAP_POWERSAFE_OVERWRITE != 0
    }

    /// Sets whether this connection, if it closes last, copies the WAL into the database and removes it.
    func setCheckpointsOnClose(_ isOn: Bool) throws {
        let code = atrium_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn ? 0 : 1, nil)
        guard code == SQLITE_OK else { throw error(code, sql: nil) }
    }
}
