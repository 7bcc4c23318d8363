internal import CSQLite

/// The log of a database (its WAL): https://sqlite.org/wal.html.
extension Connection {
    /// How many pages the WAL had after the last commit, or since the last checkpoint.
    var logPages: Int32 { callbackState.pointee.logPages }

    /// Copies the WAL into the database, so that the next commit writes from its beginning. False when not all of it could be
    /// copied: the checkpoint after the next commit tries again.
    @discardableResult
    func checkpoint() -> Bool {
        callbackState.pointee.logPages = 0
        var (pages, copied): (Int32, Int32) = (0, 0)
        let code = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied)
        return code == SQLITE_OK && copied == pages
    }

    /// Whether an overwrite that is cut off changes nothing beside it. For a VFS that does not promise this, SQLite
    /// fills the log's last sector behind each commit: https://sqlite.org/psow.html
    var hasSafeOverwrites: Bool {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        let traits = file?.pointee.pMethods?.pointee.xDeviceCharacteristics(file) ?? 0
        return traits & SQLITE_IOCAP_POWERSAFE_OVERWRITE != 0
    }

    /// Whether the last connection that closes copies the log into the file, and removes it.
    func setCheckpointsOnClose(_ isOn: Bool) throws {
        let code = atrium_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn ? 0 : 1, nil)
        guard code == SQLITE_OK else { throw error(code, sql: nil) }
    }
}
