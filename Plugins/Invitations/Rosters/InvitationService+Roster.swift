public import Atrium
public import AtriumCSV

/// Lists of people as CSV. The header has `email` and optionally `role` and `teams`. The teams are names separated by
/// semicolons. A form gives the file's own names for these columns, its encoding and another separator for teams.
extension InvitationService {
    private static let lineLimit = 100_000
    private static let byteLimit = 32 << 20

    /// Shows, line by line, what importing a list would change, including the teams that it would create. Sends and writes
    /// nothing.
    ///
    /// The permission is checked before the list is read. A list has up to 100,000 lines of 1 MiB each, and 32 MiB in total. A
    /// line of a new person has up to 100 teams. Throws `CSVHeaderFault` or ``RosterError``.
    public func previewRoster<Chunks: AsyncSequence>(
        from chunks: Chunks, form: CSVForm<RosterColumn> = CSVForm(), createTeams: Bool = false, as principal: Principal
    ) async throws -> RosterReport where Chunks.Element == [UInt8] {
        let list = try await list(from: chunks, form, as: principal)
        let lines = try await plan(list.rows, createTeams, RosterPlan.NewTeams(), as: principal).lines
        return RosterReport(lines: lines, ignoredColumns: list.ignoredColumns)
    }

    /// Invites the new people of a list and gives members the roles and teams that they lack, in commits of 500 lines.
    ///
    /// A line that names a missing team is refused. With `createTeams`, a principal who may manage teams creates the team with
    /// the first line that needs it. Nobody is removed or demoted. People who are not in the list or have a pending invitation
    /// stay unchanged. A second run changes and writes nothing. Limits and errors are those of
    /// ``previewRoster(from:form:createTeams:as:)``. A list that exceeds a limit writes nothing.
    public func importRoster<Chunks: AsyncSequence>(
        from chunks: Chunks, form: CSVForm<RosterColumn> = CSVForm(), createTeams: Bool = false, as principal: Principal
    ) async throws -> BulkResult<RosterReport> where Chunks.Element == [UInt8] {
        let list = try await list(from: chunks, form, as: principal)
        var rest = list.rows[...]
        var newTeams = RosterPlan.NewTeams()
        return try await .steps(RosterReport(lines: [], ignoredColumns: list.ignoredColumns)) { done in
            let batch = Array(rest.prefix(Self.batchSize))
            var step = try await plan(batch, createTeams, newTeams, as: principal)
            if step.lines.contains(where: \.change.changesSomething) {
                step = try await write(batch, createTeams, newTeams, as: principal)
            }
            done.lines += step.lines
            newTeams = step.newTeams
            rest = rest.dropFirst(batch.count)
            ActProgress.report(done.lines.count, of: list.rows.count)
            return rest.isEmpty
        }
    }

    // MARK: - Steps

    private typealias Step = (lines: [RosterReport.Line], newTeams: RosterPlan.NewTeams)

    private func plan(
        _ rows: [RosterReader.Row], _ createsTeams: Bool, _ newTeams: RosterPlan.NewTeams, as principal: Principal
    ) async throws -> Step {
        try await store.read(as: principal, .invite) { work in
            var plan = try RosterPlan(self, createsTeams: createsTeams, newTeams, in: work)
            return (try rows.map { try plan.line(of: $0) }, plan.newTeams)
        }
    }

    private func write(
        _ rows: [RosterReader.Row], _ createsTeams: Bool, _ newTeams: RosterPlan.NewTeams, as principal: Principal
    ) async throws -> Step {
        try await store.write(as: principal, .invite) { work in
            var plan = try RosterPlan(self, createsTeams: createsTeams, newTeams, in: work)
            let lines = try rows.map { row in
                let line = try plan.line(of: row)
                try plan.apply(line, of: row)
                return line
            }
            try plan.publish()
            return (lines, plan.newTeams)
        }
    }

    /// All lines of a list. A line that repeats an address is refused, because it is unclear which of the two lines is right.
    private func list<Chunks: AsyncSequence>(
        from chunks: Chunks, _ form: CSVForm<RosterColumn>, as principal: Principal
    ) async throws -> (rows: [RosterReader.Row], ignoredColumns: [String]) where Chunks.Element == [UInt8] {
        try await store.read(as: principal, .invite) { _ in }
        var reader = RosterReader(form)
        var rows: [RosterReader.Row] = []
        var seen: Set<EmailAddress> = []
        var size = 0

        func read() throws {
            while let row = try reader.next() {
                guard rows.count < Self.lineLimit else { throw RosterError.tooLong }
                let isRepeated = (try? row.content.get()).map { !seen.insert($0.address).inserted } ?? false
                rows.append(isRepeated ? RosterReader.Row(number: row.number, content: .failure(.repeated)) : row)
            }
        }

        for try await chunk in chunks {
            size += chunk.count
            guard size <= Self.byteLimit else { throw RosterError.tooLarge }
            reader.append(chunk)
            try read()
        }
        // A source may end early without an error because the task was cancelled.
        try Task.checkCancellation()
        reader.finish()
        try read()
        return (rows, reader.ignoredColumns)
    }
}
