internal import Atrium
internal import AtriumCSV

/// Reads a list of people from CSV in chunks.
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

    /// The reason why one line is refused.
    struct Fault: ExplainedError {
        let words: Words

        static let repeated = Fault("a line above has the same address; name all teams there")
        static let teams = Fault(
            """
            'teams' has more than 100 teams, and an invitation can have at most 100; leave some out, and add the person to \
            them later
            """)
        static let role = Fault("'role' is not a role of this organization; correct it or leave it empty")
        static let teamName = Fault(
            """
            'teams' has a text that cannot be the name of a team; use names of up to 200 characters, with the form's \
            separator between them, which is a semicolon by default
            """)

        static func unknown(team: String) -> Fault {
            let name: Words = TextRule.mayHoldAddress(team) ? "a name" : "'\(team)'"
            return Fault(
                """
                'teams' has \(name), which is not a team of this organization; correct the name, or separate the names by \
                the form's separator (a semicolon by default), or let the import create missing teams
                """)
        }

        init(_ words: Words) { self.words = words }
    }

    private let separator: CSVListSeparator
    private var table: CSVTableReader<RosterColumn>

    init(_ form: CSVForm<RosterColumn>) {
        separator = form.listSeparator
        table = CSVTableReader(form, optional: [.role, .teams], repeatable: [.teams])
    }

    /// The header's names for columns that are not read, each as one line of at most 80 characters.
    var ignoredColumns: [String] { table.ignoredColumns.map { TextRule.line(of: $0, upTo: 80) } }

    mutating func append(_ chunk: [UInt8]) { table.append(chunk) }

    mutating func finish() { table.finish() }

    /// The next line; `nil` if more bytes are needed, and at the end.
    mutating func next() throws(CSVHeaderFault) -> Row? {
        guard let row = try table.next() else { return nil }
        let fault = row.fault.map { Fault($0) }
        return Row(number: row.line, content: fault.map { .failure($0) } ?? person())
    }

    private func person() -> Result<Person, Fault> {
        let name = table.text(.role)
        guard let role = name.isEmpty ? .member : RoleID(name.lowercased()) else { return .failure(.role) }
        let teams = table.texts(.teams).flatMap { CSVList.values($0, separatedBy: separator) }
        do throws(EmailAddress.Fault) {
            return .success(Person(address: try EmailAddress(table.text(.email)), role: role, teams: teams))
        } catch {
            return .failure(Fault("'email': \(error.words)"))
        }
    }
}
