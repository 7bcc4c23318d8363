public import Atrium

/// Lists of people as CSV: a header with `email` and, as wished, `role` and `teams`, which are names separated by semicolons.
extension InvitationService {
    private static let lineLimit = 100_000
    private static let byteLimit = 32 << 20

    /// Says what importing a list would change, line by line. Nothing is sent or written.
    ///
    /// The list is read once the permission is held. It has up to 100,000 lines of 64 KiB each, 32 MiB together, and a line
    /// up to 100 teams. Throws `CSVHeaderFault` or ``RosterError``.
    public func previewRoster<Chunks: AsyncSequence>(
        from chunks: Chunks, as principal: Principal
    ) async throws -> RosterReport where Chunks.Element == [UInt8] {
        let rows = try await rows(from: chunks, as: principal)
        return RosterReport(lines: try await plan(rows, as: principal))
    }

    /// Invites the new people of a list, and gives members what they lack of its roles and teams, in commits of 500 lines.
    ///
    /// Nobody is removed or demoted; whoever is not in the list, or has an invitation that waits, is left alone. A second run
    /// changes nothing, and writes nothing. Limits and errors are those of ``previewRoster(from:as:)``; beyond them nothing
    /// is written.
    public func importRoster<Chunks: AsyncSequence>(
        from chunks: Chunks, as principal: Principal
    ) async throws -> BulkResult<RosterReport> where Chunks.Element == [UInt8] {
        var rest = try await rows(from: chunks, as: principal)[...]
        return try await .steps(RosterReport(lines: [])) { done in
            let batch = Array(rest.prefix(Self.batchSize))
            let planned = try await plan(batch, as: principal)
            let changes = RosterReport(lines: planned).changeCount > 0
            done.lines += try await changes ? write(batch, as: principal) : planned
            rest = rest.dropFirst(batch.count)
            return rest.isEmpty
        }
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
    private func rows<Chunks: AsyncSequence>(
        from chunks: Chunks, as principal: Principal
    ) async throws -> [RosterReader.Row] where Chunks.Element == [UInt8] {
        try await store.read(as: principal, .invite) { _ in }
        var reader = RosterReader()
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
        // A source may end early because the task was cancelled.
        try Task.checkCancellation()
        reader.finish()
        try read()
        return rows
    }
}
