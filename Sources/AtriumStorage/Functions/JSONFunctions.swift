internal import CSQLite

/// `json_set`, `json_insert` and `json_patch` with limits on their arguments. SQLite's own functions do the work, on a second
/// connection. On the first connection they are replaced and can no longer be called.
///
/// `json_set` and `json_insert` call themselves for each step of a path that does not exist. A long path overflows the stack
/// and ends the process. `json_patch` compares each key of one object with each key of the other. https://sqlite.org/json1.html
final class JSONFunctions {
    private static let pathLimit = 1_000
    /// The largest product of the two lengths, in bytes, with which `json_patch` takes only a fraction of a second.
    private static let patchLimit = 10_000_000_000
    /// The subtype by which SQLite marks a text as JSON.
    private static let json: UInt32 = 74

    /// The errors of their own limits. They contain no value.
    static let limitErrors: Set = [longPath, longPatch]
    private static let longPath = "a JSON path is longer than \(pathLimit) bytes; change the value in the module"
    private static let longPatch = "json_patch of two long texts may take minutes; change the value in the module"

    private var work: OpaquePointer?

    deinit { sqlite3_close_v2(work) }

    /// Replaces the functions of a connection. The connection must close before this object is freed.
    func register(on handle: OpaquePointer) {
        // The number is SQLITE_RESULT_SUBTYPE, which later libraries require: https://sqlite.org/c3ref/c_deterministic.html
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_SUBTYPE | 0x0100_0000
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_create_function_v2(handle, "json_set", -1, flags, context, Self.set, nil, nil, nil)
        sqlite3_create_function_v2(handle, "json_insert", -1, flags, context, Self.insert, nil, nil, nil)
        sqlite3_create_function_v2(handle, "json_patch", 2, flags, context, Self.patch, nil, nil, nil)
    }

    private typealias Function =
        @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

    private static let set: Function = { context, count, values in edit("json_set", context, count, values) }
    private static let insert: Function = { context, count, values in edit("json_insert", context, count, values) }
    private static let patch: Function = { context, _, values in
        guard let values else { return }
        let product = Int(sqlite3_value_bytes(values[0])).multipliedReportingOverflow(
            by: Int(sqlite3_value_bytes(values[1])))
        guard !product.overflow, product.partialValue <= patchLimit else {
            return fail(context, longPatch)
        }
        call("json_patch", context, 2, values)
    }

    private static func edit(
        _ name: String, _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) {
        for index in stride(from: 1, to: Int(count), by: 2) where sqlite3_value_bytes(values?[index]) > pathLimit {
            return fail(context, longPath)
        }
        call(name, context, count, values)
    }

    private static func call(
        _ name: String, _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) {
        guard let user = sqlite3_user_data(context) else { return }
        Unmanaged<JSONFunctions>.fromOpaque(user).takeUnretainedValue().run(name, context, count, values)
    }

    private func run(
        _ name: String, _ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) {
        // The subtype says that a value is already JSON. Binding loses the subtype, and json(?) sets it again.
        let marks = (0..<Int(count)).map { sqlite3_value_subtype(values?[$0]) == Self.json ? "json(?)" : "?" }
        guard isOpen(), let statement = compiled("SELECT \(name)(\(marks.joined(separator: ", ")))") else {
            return sqlite3_result_error_nomem(context)
        }
        defer { sqlite3_finalize(statement) }
        for index in 0..<count { sqlite3_bind_value(statement, index + 1, values?[Int(index)]) }
        guard sqlite3_step(statement) == SQLITE_ROW else {
            return Self.fail(context, String(cString: sqlite3_errmsg(work)))
        }
        let result = sqlite3_column_value(statement, 0)
        sqlite3_result_value(context, result)
        if sqlite3_column_type(statement, 0) == SQLITE_TEXT { sqlite3_result_subtype(context, Self.json) }
    }

    private func isOpen() -> Bool {
        if work == nil {
            sqlite3_open_v2(":memory:", &work, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        }
        return work != nil
    }

    private func compiled(_ text: String) -> OpaquePointer? {
        var statement: OpaquePointer?
        sqlite3_prepare_v2(work, text, -1, &statement, nil)
        return statement
    }

    private static func fail(_ context: OpaquePointer?, _ message: String) {
        sqlite3_result_error(context, message, -1)
    }
}
