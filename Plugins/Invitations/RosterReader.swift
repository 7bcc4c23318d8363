internal import Atrium
internal import AtriumCSV
internal import Foundation

/// Reads a list of people from CSV in chunks: `email`, and as wished `role` (member where it is empty) and `teams` (names,
/// separated by semicolons).
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
        static let teams = Fault(description: "'teams' names more than 100; add the person to the others later")
        static let role = Fault(description: "'role' is no role of this organization; correct it or leave it empty")
    }

    private enum Column: String, CaseIterable { case email, role, teams }

    private var table = CSVTableReader<Column>(optional: [.role, .teams], recordLimit: 64 << 10)

    mutating func append(_ chunk: [UInt8]) { table.append(chunk) }

    mutating func finish() { table.finish() }

    /// The next line; `nil` where more bytes are needed, and at the end.
    mutating func next() throws(CSVHeaderFault) -> Row? {
        guard let row = try table.next() else { return nil }
        let fault = row.fault.map { Fault(description: $0) }
        return Row(number: row.line, content: fault.map { .failure($0) } ?? person())
    }

    private func person() -> Result<Person, Fault> {
        let name = table.text(.role).trimmingCharacters(in: .whitespaces)
        guard let role = name.isEmpty ? .member : RoleID(name.lowercased()) else { return .failure(.role) }
        // By bytes: a `Character` may be as long as the cell.
        let teams = table.text(.teams).utf8.split(separator: UInt8(ascii: ";"))
            .map { String(Substring($0)).trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard teams.count <= InvitationService.teamLimit else { return .failure(.teams) }
        do throws(EmailAddress.Fault) {
            let address = try EmailAddress(table.text(.email).trimmingCharacters(in: .whitespaces))
            return .success(Person(address: address, role: role, teams: teams))
        } catch {
            return .failure(Fault(description: "'email': \(error)"))
        }
    }
}
