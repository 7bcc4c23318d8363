public import Atrium

/// Lists of people as CSV: a header with `email` and, as wished, `role` and `teams`, which are names separated by semicolons.
extension InvitationService {
    private static let rosterLimit = 100_000

    /// Says what importing a list would change, line by line. Nothing is sent or written. Throws `CSVHeaderFault` or
    /// ``RosterError``.
    public func previewRoster<Chunks: AsyncSequence>(
        from chunks: Chunks, as principal: Principal
    ) async throws -> RosterReport where Chunks.Element == [UInt8] {
        let rows = try await Self.rows(from: chunks)
        return RosterReport(lines: try await plan(rows, as: principal))
    }

    /// Invites the new people of a list, and gives members what they lack of its roles and teams, in commits of 500 lines.
    ///
    /// Nobody is removed or demoted; whoever is not in the list, or has an invitation that waits, is left alone. A second run
    /// changes nothing, and writes nothing. Throws `CSVHeaderFault` or ``RosterError`` before anything is written.
    public func importRoster<Chunks: AsyncSequence>(
        from chunks: Chunks, as principal: Principal
    ) async throws -> RosterReport where Chunks.Element == [UInt8] {
        let rows = try await Self.rows(from: chunks)
        var lines: [RosterReport.Line] = []
        for start in stride(from: 0, to: rows.count, by: Self.batchSize) {
            let batch = Array(rows[start..<min(start + Self.batchSize, rows.count)])
            let planned = try await plan(batch, as: principal)
            let changes = RosterReport(lines: planned).changeCount > 0
            lines += try await changes ? write(batch, as: principal) : planned
        }
        return RosterReport(lines: lines)
    }

    // MARK: - Steps

    private func plan(_ rows: [RosterReader.Row], as principal: Principal) async throws -> [RosterReport.Line] {
        try await store.read(as: principal, .invite) { work in
            var plan = try RosterPlan(self, in: work)
            return try rows.map { try plan.line(of: $0) }
        }
    }

    private func write(_ rows: [RosterReader.Row], as principal: Principal) async throws -> [RosterReport.Line] {
        try await store.write(as: principal, .invite) { work in
            var plan = try RosterPlan(self, in: work)
            let lines = try rows.map { row in
                let line = try plan.line(of: row)
                try plan.apply(line.change)
                return line
            }
            try plan.publish()
            return lines
        }
    }

    /// All lines of a list. Of two about one address, the second is at fault: which of the two counts cannot be told.
    private static func rows<Chunks: AsyncSequence>(
        from chunks: Chunks
    ) async throws -> [RosterReader.Row] where Chunks.Element == [UInt8] {
        var reader = RosterReader()
        var rows: [RosterReader.Row] = []
        var seen: Set<EmailAddress> = []

        func read() throws {
            while let row = try reader.next() {
                guard rows.count < rosterLimit else { throw RosterError.tooLong }
                let isRepeated = (try? row.content.get()).map { !seen.insert($0.address).inserted } ?? false
                rows.append(isRepeated ? RosterReader.Row(number: row.number, content: .failure(.repeated)) : row)
            }
        }

        for try await chunk in chunks {
            reader.append(chunk)
            try read()
        }
        reader.finish()
        try read()
        return rows
    }
}
