public import Atrium
internal import Foundation

/// Imports learning records of any length with bounded memory.
extension CourseService {
    /// Imports the learning record from chunks of bytes, which may be cut anywhere. Each commit holds 1,000 lines.
    ///
    /// Each line is accepted, repeated, skipped, held or refused by itself. A line of more than 1 MiB is refused. If the same
    /// source is imported again, its lines are repeated, and nothing is written unless lines are refused. Courses must be in
    /// the catalogue, retired or not. The source is read only after the permission was checked; each commit checks the
    /// permission again. Throws `CSVHeaderFault` if CSV has no usable header.
    public func importRecord<Chunks: AsyncSequence>(
        _ format: RecordFormat, from chunks: Chunks, as principal: Principal
    ) async throws -> BulkResult<ImportReport> where Chunks.Element == [UInt8] {
        let zone = try await store.read(as: principal, .importLearning) { try $0.organization().timeZone }
        var reader = format.reader(zone: zone, completionRule)
        var report = ImportReport()
        var batch: [ImportLine] = []

        func read() async throws {
            while let line = try reader.next() {
                batch.append(line)
                if batch.count == pageSize { try await process(&batch, into: &report, as: principal) }
            }
        }

        do {
            for try await chunk in chunks {
                reader.append(chunk)
                try await read()
            }
            // A source may end early because the task was cancelled.
            try Task.checkCancellation()
            reader.finish()
            try await read()
            try await process(&batch, into: &report, as: principal)
            return BulkResult(complete(report, from: reader))
        } catch {
            if report.total == 0 { throw error }
            return BulkResult(complete(report, from: reader), error: error)
        }
    }

    /// The report, together with what the reader knows about the source as a whole. It knows only the part that was read.
    private func complete(_ report: ImportReport, from reader: any LineReader) -> ImportReport {
        var report = report
        (report.more, report.ignoredColumns) = (reader.more, reader.ignoredColumns)
        return report
    }

    /// Settles a batch and empties it. If everything in the batch is already known, nothing is written.
    private func process(
        _ batch: inout [ImportLine], into report: inout ImportReport, as principal: Principal
    ) async throws {
        guard !batch.isEmpty else { return }
        try Task.checkCancellation()
        let lines = batch
        let known = try await store.read(as: principal, .importLearning) { work -> [ImportOutcome]? in
            let importer = try importer(in: work)
            var outcomes: [ImportOutcome] = []
            for line in lines {
                guard let outcome = try importer.known(line) else { return nil }
                outcomes.append(outcome)
            }
            return outcomes
        }
        let outcomes: [ImportOutcome]
        if let known { outcomes = known } else { outcomes = try await write(lines, as: principal) }
        for (line, outcome) in zip(lines, outcomes) { report.note(outcome, of: line) }
        batch.removeAll(keepingCapacity: true)
    }

    func importer(in work: UnitOfWork) throws -> Importer {
        try Importer(work, retakes, until: work.now.addingTimeInterval(futureTolerance))
    }

    private func write(_ lines: [ImportLine], as principal: Principal) async throws -> [ImportOutcome] {
        try await store.write(as: principal, .importLearning) { work in
            let importer = try importer(in: work)
            let outcomes = try lines.map(importer.process)
            try importer.publish()
            return outcomes
        }
    }
}
