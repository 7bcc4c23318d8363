internal import CSQLite

/// `instr`, `replace` and the trim functions, with the same results as in SQLite. Their time grows with the lengths of the
/// texts, not with the product of the lengths.
///
/// SQLite's own functions compare the sought text at each position. One call with two long texts takes minutes, and nothing can
/// interrupt a call. https://sqlite.org/lang_corefunc.html
enum TextFunctions {
    static func register(on handle: OpaquePointer) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        sqlite3_create_function_v2(handle, "instr", 2, flags, nil, instr, nil, nil, nil)
        sqlite3_create_function_v2(handle, "replace", 3, flags, nil, replace, nil, nil, nil)
        sqlite3_create_function_v2(handle, "trim", 2, flags, nil, trim, nil, nil, nil)
        sqlite3_create_function_v2(handle, "ltrim", 2, flags, nil, trimStart, nil, nil, nil)
        sqlite3_create_function_v2(handle, "rtrim", 2, flags, nil, trimEnd, nil, nil, nil)
    }

    private typealias Function =
        @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

    private static let instr: Function = { context, _, values in
        guard let (text, sought) = pair(values) else { return }
        let (textType, soughtType) = (sqlite3_value_type(text), sqlite3_value_type(sought))
        if textType == SQLITE_NULL || soughtType == SQLITE_NULL { return }
        let areBlobs = textType == SQLITE_BLOB && soughtType == SQLITE_BLOB
        let (bytes, needle) =
            areBlobs ? (blob(text), blob(sought)) : (TextFunctions.text(text), TextFunctions.text(sought))
        guard let offset = place(of: needle, in: bytes, asText: !areBlobs) else {
            return sqlite3_result_int64(context, 0)
        }
        var position = 1
        if areBlobs {
            position += offset
        } else if offset > 0 {
            for index in 1...offset where !isContinuation(bytes[index]) { position += 1 }
        }
        sqlite3_result_int64(context, Int64(position))
    }

    /// The offset of the needle, or `nil`. A text is found only where a character begins. A needle that begins with the rest of
    /// a character is found only at the start of the text.
    private static func place(
        of needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, asText: Bool
    ) -> Int? {
        if needle.isEmpty { return 0 }
        if asText, isContinuation(needle[0]) { return bytes.starts(with: needle) ? 0 : nil }
        return find(needle, in: bytes, from: 0)
    }

    private static let replace: Function = { context, _, values in
        guard let values, sqlite3_value_type(values[0]) != SQLITE_NULL, sqlite3_value_type(values[1]) != SQLITE_NULL
        else { return }
        let (bytes, sought) = (text(values[0]), text(values[1]))
        guard let first = sought.first, first != 0 else { return sqlite3_result_value(context, values[0]) }
        guard sqlite3_value_type(values[2]) != SQLITE_NULL else { return }
        let other = text(values[2])
        var (count, start) = (0, 0)
        while let place = find(sought, in: bytes, from: start) { (count, start) = (count + 1, place + sought.count) }
        let size = bytes.count + count * (other.count - sought.count)
        guard size <= Int(sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1)) else {
            return sqlite3_result_error_toobig(context)
        }
        guard let result = sqlite3_malloc64(UInt64(size + 1)) else { return sqlite3_result_error_nomem(context) }
        var end = result
        start = 0
        while let place = find(sought, in: bytes, from: start) {
            append(bytes, start, place - start, to: &end)
            append(other, 0, other.count, to: &end)
            start = place + sought.count
        }
        append(bytes, start, bytes.count - start, to: &end)
        let text = result.assumingMemoryBound(to: CChar.self)
        sqlite3_result_text64(context, text, UInt64(size), { sqlite3_free($0) }, UInt8(SQLITE_UTF8))
    }

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, to end: inout UnsafeMutableRawPointer
    ) {
        guard count > 0, let base = bytes.baseAddress else { return }
        end.copyMemory(from: base + start, byteCount: count)
        end += count
    }

    private static let trim: Function = { context, _, values in cut(context, values, atStart: true, atEnd: true) }
    private static let trimStart: Function = { context, _, values in cut(context, values, atStart: true, atEnd: false) }
    private static let trimEnd: Function = { context, _, values in cut(context, values, atStart: false, atEnd: true) }

    private static func cut(
        _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, atStart: Bool, atEnd: Bool
    ) {
        guard let (value, characters) = pair(values), sqlite3_value_type(value) != SQLITE_NULL,
            sqlite3_value_type(characters) != SQLITE_NULL
        else { return }
        let (set, bytes) = (TrimSet(text(characters)), text(value))
        guard let base = bytes.baseAddress else { return give(bytes, to: context) }
        var (start, end) = (base, base + bytes.count)
        if atStart {
            while start < end {
                let length = set.length(atStartOf: start, end)
                if length == 0 { break }
                start += length
            }
        }
        if atEnd {
            while start < end {
                let length = set.length(atEndOf: start, end)
                if length == 0 { break }
                end -= length
            }
        }
        give(UnsafeBufferPointer(start: start, count: end - start), to: context)
    }

    // MARK: - Bytes

    private static func pair(_ values: UnsafeMutablePointer<OpaquePointer?>?) -> (OpaquePointer?, OpaquePointer?)? {
        values.map { ($0[0], $0[1]) }
    }

    /// https://sqlite.org/c3ref/value_blob.html requires this order: first the pointer, then the size.
    private static func text(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_value_text(value)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value)))
    }

    private static func blob(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value)))
    }

    private static func find(
        _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        guard let base = bytes.baseAddress, let sought = needle.baseAddress, start < bytes.count,
            let found = atrium_find(base + start, bytes.count - start, sought, needle.count)
        else { return nil }
        return found - UnsafeRawPointer(base)
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private static func give(_ bytes: UnsafeBufferPointer<UInt8>, to context: OpaquePointer?) {
        let start = UnsafeRawPointer(bytes.baseAddress ?? StaticString("").utf8Start)
        sqlite3_result_text64(
            context, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count), atrium_transient(),
            UInt8(SQLITE_UTF8))
    }
}
