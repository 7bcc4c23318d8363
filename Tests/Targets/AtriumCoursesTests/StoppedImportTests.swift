import Atrium
import AtriumCourses
import AtriumTesting
import TestSupport
import Testing

/// Imports that something stops between two commits.
struct StoppedImportTests {
    /// 2,500 lines in five pieces. `before` runs before each piece and gets its number.
    private struct Source: AsyncSequence, AsyncIteratorProtocol {
        struct Lost: Error {}

        let before: @Sendable (Int) async throws -> Void
        var piece = 0

        func makeAsyncIterator() -> Source { self }

        mutating func next() async throws -> [UInt8]? {
            guard piece < 5 else { return nil }
            try await before(piece)
            defer { piece += 1 }
            let lines = (0..<500).map { "\(piece)-\($0),ada@acme.example,swift-101,activity,2025-02-01,,\n" }.joined()
            return Array(((piece == 0 ? header : "") + lines).utf8)
        }
    }

    private func result(
        before: @escaping @Sendable (CourseWorld, Int) async throws -> Void
    ) async throws -> BulkResult<ImportReport> {
        var result: BulkResult<ImportReport>?
        try await withCourses { world async throws in
            let boss = try await world.test.member(
                "boss@acme.example", roles: [Assignment(.administrator)], in: world.tenant)
            result = try await Task {
                try await world.courses.importRecord(.csv, from: Source { try await before(world, $0) }, as: boss)
            }.value
            // What was committed stays, and the rest can follow.
            if let done = result?.done {
                #expect(try await world.participation().activities == done[.accepted])
            }
            let again = try await world.courses.importRecord(.csv, from: Source { _ in }, as: world.administrator)
            #expect(try again.get().total == 2500)
            #expect(try await world.participation().activities == 2500)
        }
        return try #require(result)
    }

    @Test func `an importer who loses the role midway is told what was imported`() async throws {
        let result = try await result { world, piece in
            guard piece == 3 else { return }
            let boss = try await world.tenant.members.list(as: world.administrator).entries.first {
                $0.member.email.description == "boss@acme.example"
            }
            try await world.tenant.roles.revoke(
                Assignment(.administrator), from: #require(boss).member.id, as: world.administrator)
        }
        #expect(result.error is AccessError && result.done.total == 1000)
    }

    @Test func `a source that fails midway keeps what was imported`() async throws {
        let result = try await result { _, piece in if piece == 4 { throw Source.Lost() } }
        #expect(result.error is Source.Lost && result.done.total == 2000)
        #expect(throws: Source.Lost.self) { try result.get() }
    }

    @Test func `an import that is cancelled midway keeps what was imported`() async throws {
        let result = try await result { _, piece in
            if piece == 2 { withUnsafeCurrentTask { $0?.cancel() } }
        }
        #expect(result.error is CancellationError && result.done.total == 1000)
    }

    @Test func `a source that fails before anything is imported is an error`() async throws {
        try await withCourses { world async throws in
            await #expect(throws: Source.Lost.self) {
                try await world.courses.importRecord(
                    .csv, from: Source { if $0 == 1 { throw Source.Lost() } }, as: world.administrator)
            }
        }
    }

    @Test func `a stopped import tells which columns it ignored, and where the store has more`() async throws {
        try await withCourses { world async throws in
            let header = header.replacing("\n", with: ",room\n")
            func source(_ start: String, _ line: @escaping (Int) -> String) -> AsyncThrowingStream<[UInt8], any Error> {
                AsyncThrowingStream { stream in
                    stream.yield(Array((start + (0..<1000).map(line).joined()).utf8))
                    stream.finish(throwing: Source.Lost())
                }
            }
            let table = try await world.courses.importRecord(
                .csv, from: source(header) { "\($0),ada@acme.example,swift-101,activity,2025-02-01,,,\n" },
                as: world.administrator)
            #expect(table.error is Source.Lost && table.done.ignoredColumns == ["room"])
            let answer = try await world.courses.importRecord(
                .xapi,
                from: source(#"{"more":"/x","statements":["#) {
                    world.statement($0, "experienced", activity: "x") + ","
                },
                as: world.administrator)
            #expect(answer.error is Source.Lost && answer.done.total == 1000 && answer.done.more == "/x")
        }
    }

    @Test func `an import that reaches its end is complete`() async throws {
        let result = try await result { _, _ in }
        #expect(result.isComplete && result.error == nil && result.done[.accepted] == 2500)
    }
}
