internal import Foundation

/// Everything that a closed SQLite file stores, read from its pages: https://sqlite.org/fileformat2.html
///
/// It needs neither a connection nor the name of a table in the source, and a fault of the storage cannot hide from it.
struct FileContents {
    enum Value: Hashable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob(Int)
    }

    /// The rows of each table. A column that is the rowid itself is `null`.
    private(set) var tables: [String: [[Value]]] = [:]
    /// The tables that SQLite's modules keep for themselves, by their beginning: `<virtual table>_`.
    private(set) var shadows: [String] = []

    init(of path: String) throws {
        let walSize = (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0
        guard walSize == 0 else { throw StillOpen(path: path) }
        let pages = Pages(bytes: Array(try Data(contentsOf: URL(filePath: path))))
        for row in pages.rows(from: 1) {
            guard row.count >= 5, row[0] == .text("table"), case .text(let name) = row[1] else { continue }
            guard case .integer(let root) = row[3], root > 0 else {
                shadows.append(name + "_")
                continue
            }
            tables[name] = pages.rows(from: Int(root))
        }
    }

    /// The file has commits in its WAL.
    struct StillOpen: Error { let path: String }
}

/// The pages of a file, and the rows of the trees that they make.
private struct Pages {
    let bytes: [UInt8]
    let size: Int
    let usable: Int

    init(bytes: [UInt8]) {
        self.bytes = bytes
        let size = Int(bytes[16]) << 8 | Int(bytes[17])
        self.size = size == 1 ? 65_536 : size
        usable = self.size - Int(bytes[20])
    }

    private func number(_ start: Int, _ count: Int) -> Int {
        bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func varint(_ bytes: [UInt8], _ position: inout Int) -> Int {
        var value: UInt64 = 0
        for index in 0..<9 {
            let byte = bytes[position]
            position += 1
            if index == 8 { return Int(truncatingIfNeeded: value << 8 | UInt64(byte)) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte & 0x80 == 0 { break }
        }
        return Int(truncatingIfNeeded: value)
    }

    /// The rows of a table, whose root is a page of a table or, WITHOUT ROWID, of an index.
    func rows(from page: Int) -> [[FileContents.Value]] {
        let base = (page - 1) * size
        let header = base + (page == 1 ? 100 : 0)
        let (isTable, isInterior) = (bytes[header] & 1 == 1, bytes[header] < 8)
        let pointers = header + (isInterior ? 12 : 8)
        var rows: [[FileContents.Value]] = []
        for index in 0..<number(header + 3, 2) {
            var position = base + number(pointers + 2 * index, 2)
            if isInterior {
                rows += self.rows(from: number(position, 4))
                position += 4
                if isTable { continue }
            }
            let count = Self.varint(bytes, &position)
            if isTable { _ = Self.varint(bytes, &position) }
            rows.append(Self.record(payload(count, at: position, isTable: isTable)))
        }
        return isInterior ? rows + self.rows(from: number(header + 8, 4)) : rows
    }

    /// The bytes of a record, of which a part may be on overflow pages.
    private func payload(_ count: Int, at start: Int, isTable: Bool) -> [UInt8] {
        let most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23
        if count <= most { return Array(bytes[start..<start + count]) }
        let least = (usable - 12) * 32 / 255 - 23
        let fitting = least + (count - least) % (usable - 4)
        let local = fitting <= most ? fitting : least
        var result = Array(bytes[start..<start + local])
        var next = number(start + local, 4)
        while result.count < count {
            let page = (next - 1) * size
            result += bytes[page + 4..<page + 4 + min(usable - 4, count - result.count)]
            next = number(page, 4)
        }
        return result
    }

    private static func record(_ bytes: [UInt8]) -> [FileContents.Value] {
        var position = 0
        var body = varint(bytes, &position)
        let end = body
        var values: [FileContents.Value] = []
        while position < end {
            let type = varint(bytes, &position)
            let count = type >= 12 ? (type - 12) / 2 : [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type]
            let part = bytes[body..<body + count]
            body += count
            values.append(value(type, part))
        }
        return values
    }

    private static func value(_ type: Int, _ part: ArraySlice<UInt8>) -> FileContents.Value {
        let bits = part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        switch type {
        case 0: return .null
        case 1...6:
            let shift = 64 - 8 * part.count
            return .integer(Int64(bitPattern: bits << UInt64(shift)) >> Int64(shift))
        case 7: return .real(Double(bitPattern: bits))
        case 8, 9: return .integer(Int64(type - 8))
        default: return type % 2 == 0 ? .blob(part.count) : .text(String(decoding: part, as: UTF8.self))
        }
    }
}
