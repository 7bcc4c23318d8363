import Foundation
import RawSQLite

/// A file through SQLite's C API only, with the settings that the platform gives its own files.
///
/// Only the checkpoints differ: here SQLite does them itself, in the commit that makes the WAL long. The platform does them in
/// a turn after the answer.
final class RawDatabase {
    let handle: OpaquePointer

    init(path: String) throws {
        var opened: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        guard sqlite3_open_v2(path, &opened, flags, nil) == SQLITE_OK, let opened else {
            throw HarnessError("raw C cannot open \(path)")
        }
        handle = opened
        for pragma in [
            "synchronous = FULL", "journal_mode = WAL", "journal_size_limit = 4194304", "wal_autocheckpoint = 1000",
            "secure_delete = ON", "cache_size = -2000", "mmap_size = 0", "temp_store = MEMORY", "foreign_keys = ON",
            "cell_size_check = ON",
        ] { try run("PRAGMA \(pragma)") }
        guard try text("PRAGMA synchronous") == "2", try text("PRAGMA journal_mode") == "wal" else {
            throw HarnessError("raw C: the durability settings were not applied")
        }
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) throws { try check(sqlite3_exec(handle, sql, nil, nil, nil), SQLITE_OK) }

    /// Prepares a statement that lives as long as its ``RawStatement``.
    func prepare(_ sql: String) throws -> RawStatement {
        var statement: OpaquePointer?
        try check(
            sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil), SQLITE_OK)
        guard let statement else { throw HarnessError("raw C: there is no statement in '\(sql)'") }
        return RawStatement(handle: statement, database: self)
    }

    /// The first column of the first row, as text.
    func text(_ sql: String) throws -> String {
        let statement = try prepare(sql)
        try check(sqlite3_step(statement.handle), SQLITE_ROW)
        return sqlite3_column_text(statement.handle, 0).map { String(cString: $0) } ?? ""
    }

    func integer(_ sql: String) throws -> Int { Int(try text(sql)) ?? -1 }

    @inline(__always)
    func check(_ code: Int32, _ expected: Int32) throws {
        if code != expected { throw failure(code) }
    }

    private func failure(_ code: Int32) -> HarnessError {
        HarnessError("raw C: result \(code): \(String(cString: sqlite3_errmsg(handle)))")
    }
}

/// A prepared statement, which is finalized at its end. Its users call the C API with its handle.
final class RawStatement {
    let handle: OpaquePointer
    private let database: RawDatabase

    init(handle: OpaquePointer, database: RawDatabase) { (self.handle, self.database) = (handle, database) }

    deinit { sqlite3_finalize(handle) }

    /// Runs a statement without rows, and makes it ready again.
    @inline(__always)
    func run() throws {
        try database.check(sqlite3_step(handle), SQLITE_DONE)
        sqlite3_reset(handle)
    }

    /// Steps to the first row, gives it to `read`, and makes the statement ready again.
    @inline(__always)
    func row<Value>(_ read: (OpaquePointer) -> Value) throws -> Value {
        try database.check(sqlite3_step(handle), SQLITE_ROW)
        defer { sqlite3_reset(handle) }
        return read(handle)
    }

    @inline(__always)
    func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }

    @inline(__always)
    func bind(_ index: Int32, _ value: String) {
        var value = value
        value.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(handle, index, $0.baseAddress, Int32($0.count), raw_transient())
            }
        }
    }

    @inline(__always)
    func bind(_ index: Int32, _ value: [UInt8]) {
        _ = sqlite3_bind_blob(handle, index, value, Int32(value.count), raw_transient())
    }
}
