internal import Atrium
internal import AtriumCSV

/// Reads a list of people from CSV in chunks: `email`, `role` (member where it is empty) and `teams` (names, separated by
/// semicolons), in any order.
struct RosterReader {
    struct Row: Sendable {
        let number: Int
        let content: Result<Person, Fault>
    }

    struct Person: Sendable {
        let address: EmailAddress
        let role: RoleID
        let teams: [String]
    }

    /// What is wrong with one line.
    struct Fault: Error, CustomStringConvertible {
        let description: String

        static let repeated = Fault(description: "a line above has the same address; name all teams there")
        static let role = Fault(description: "'role' is no role of this organization; correct it or leave it empty")
        static let fields = Fault(description: "the row has more or fewer fields than the header; give each column one")
    }

    private enum Column: String { case email, role, teams }

    private var reader = CSVReader()
    private var record = CSVRecord()
    private var columns: [Column: Int] = [:]
    private var width = 0
    private var isFinished = false

    mutating func append(_ chunk: [UInt8]) { reader.append(chunk) }

    mutating func finish() {
        reader.finish()
        isFinished = true
    }

    /// The next line; `nil` where more bytes are needed, and at the end.
    mutating func next() throws -> Row? {
        if width == 0 {
            guard try readHeader() else { return nil }
        }
        do throws(CSVFault) {
            while try reader.next(&record) {
                // Spreadsheets end files with blank lines.
                if record.count == 1, record[0].isEmpty { continue }
                return Row(number: record.line(of: 0), content: person())
            }
            return nil
        } catch {
            return Row(number: error.line, content: .failure(Fault(description: error.problem.rawValue)))
        }
    }

    private mutating func readHeader() throws(RosterError) -> Bool {
        guard let hasHeader = try? reader.next(&record) else { throw .noHeader }
        guard hasHeader else {
            if isFinished { throw .noHeader }
            return false
        }
        for index in 0..<record.count {
            guard let column = Column(rawValue: text(index).lowercased()) else { throw .unknownColumn(index + 1) }
            guard columns.updateValue(index, forKey: column) == nil else { throw .repeatedColumn(column.rawValue) }
        }
        guard columns[.email] != nil else { throw .missingEmail }
        width = record.count
        return true
    }

    private func person() -> Result<Person, Fault> {
        guard record.count == width else {
            return .failure(.fields)
        }
        let role = text(.role).trimmed.lowercased()
        let teams = text(.teams).split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        do throws(EmailAddress.Fault) {
            let address = try EmailAddress(text(.email).trimmed)
            return .success(
                Person(address: address, role: role.isEmpty ? .member : RoleID(rawValue: role), teams: teams))
        } catch {
            return .failure(Fault(description: "'email': \(error)"))
        }
    }

    private func text(_ column: Column) -> String { columns[column].map { text($0) } ?? "" }

    private func text(_ index: Int) -> String { CSVField.original(String(decoding: record[index], as: UTF8.self)) }
}

extension String {
    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
