import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import Testing

/// A text as a source that comes in chunks of a size.
func chunks(of text: String, size: Int = 1000) -> AsyncStream<[UInt8]> {
    let bytes = Array(text.utf8)
    return AsyncStream { continuation in
        for start in stride(from: 0, to: bytes.count, by: size) {
            continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        continuation.finish()
    }
}

extension CourseWorld {
    func load(
        _ text: String, _ format: RecordFormat = .csv, size: Int = 1000
    ) async throws -> ImportReport {
        try await courses.importRecord(format, from: chunks(of: text, size: size), as: administrator)
    }

    /// One line of xAPI.
    func statement(
        _ number: Int, _ verb: String, of address: String = "ada@acme.example",
        at time: String = "2025-03-01T10:00:00Z",
        activity: String = "swift-101", result: String = "{}"
    ) -> String {
        """
        {"id": "\(id(number))", "actor": {"mbox": "mailto:\(address)"}, "timestamp": "\(time)", "result": \(result), \
        "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"}, "object": {"id": "urn:course:\(activity)"}}\n
        """
    }

    func void(_ number: Int, _ target: Int) -> String {
        """
        {"id": "\(id(number))", "actor": {"mbox": "mailto:admin@acme.example"}, \
        "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}, \
        "object": {"objectType": "StatementRef", "id": "\(id(target))"}}\n
        """
    }

    private func id(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}

extension ImportReport {
    var counts: [Verdict: Int] {
        Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, self[$0]) }).filter { $0.value > 0 }
    }
}

struct ImportTests {
    private let header = "id,email,course,event,date,minutes,progress\n"

    @Test(arguments: [1, 7, 1000])
    func `CSV is imported line by line, whatever the chunks`(_ size: Int) async throws {
        try await withCourses { world async throws in
            let text =
                header + """
                    1,ada@acme.example,swift-101,enrolled,2025-02-01,,
                    2,ADA@acme.example,swift-101,activity,2025-02-03T10:00:00+02:00,25,
                    3,ada@acme.example,swift-101,progressed,2025-02-04,5,40
                    4,ada@acme.example,swift-101,completed,2025-03-01,,\r

                    5,ada@acme.example,https://learn.example/sqlite,enrolled,2025-03-02,,

                    """
            let report = try await world.load(text, size: size)
            #expect(report.counts == [.accepted: 5] && report.remarks.isEmpty)
            let participation = try await world.participation()
            #expect(participation.state == .completed && participation.minutes == 30 && participation.activities == 2)
            #expect(participation.startedAt == Date(timeIntervalSince1970: 1_738_569_600))
            #expect(try await world.load(text).counts == [.repeated: 5])
        }
    }

    @Test func `every line is judged by itself, with its line number and the rule`() async throws {
        try await withCourses { world async throws in
            let report = try await world.load(
                header + """
                    1,ada@acme.example,swift-101,enrolled,2025-02-01,,
                    2,nobody@acme.example,swift-101,enrolled,2025-02-01,,
                    3,ada@acme.example,none,enrolled,2025-02-01,,
                    4,ada@acme.example,swift-101,finished,2025-02-01,,
                    5,ada@acme.example,swift-101,activity,yesterday,,
                    6,ada@acme.example,swift-101,activity,2025-02-30,,
                    7,ada@acme.example,swift-101,activity,2025-02-01,1.5,
                    8,ada@acme.example,swift-101,completed,2025-02-01,5,
                    9,ada@acme.example,swift-101,progressed,2025-02-01,,101
                    10,not an address,swift-101,activity,2025-02-01,,
                    11,ada@acme.example,swift-101
                    12,ada@acme.example,swift-101,activity,2025-02-01,"5
                    1,ada@acme.example,swift-101,activity,2025-02-01,,
                    ,ada@acme.example,swift-101,activity,2025-02-01,,
                    13,ada@acme.example,swift-101,failed,2025-02-01,,
                    14,ada@acme.example,swift-101,completed,2025-02-01,,

                    """)
            #expect(report.counts == [.accepted: 2, .held: 1, .refused: 13])
            #expect(report.total == 16)
            #expect(report.remarks.map(\.line) == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17])
            #expect(report.remarks.allSatisfy { !$0.reason.contains("acme") && !$0.reason.contains("yesterday") })
            #expect(report.remarks.last?.reason == LearningError.alreadyEnded(.failed).description)
            #expect(try await world.kinds() == [.enrolled, .failed])
        }
    }

    @Test(arguments: [
        ("", ImportError.noHeader), ("id,email,course,event\n", .missingColumn("date")),
        ("id,email,course,event,date,id\n", .repeatedColumn("id")),
        ("id,email,course,event,date,minute\n", .unknownColumn(6)), ("\"id\n", .noHeader),
    ])
    func `a source without a usable header is refused as a whole`(_ text: String, _ error: ImportError) async throws {
        try await withCourses { world async throws in
            await #expect(throws: error) { try await world.load(text) }
            #expect(try await world.courses.participations(of: world.ada, as: world.administrator).isEmpty)
        }
    }

    @Test func `statements of xAPI enrol, record and end`() async throws {
        try await withCourses { world async throws in
            let text =
                "[" + world.statement(1, "initialized", activity: "x") + ","
                + world.statement(
                    2, "progressed", at: "2025-03-02T10:00:00Z", activity: "x",
                    result: """
                        {"duration": "PT1H", "extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 30}}
                        """) + "," + world.statement(3, "passed", at: "2025-03-03T10:00:00Z", activity: "x") + ","
                + world.statement(4, "completed", at: "2025-03-03T10:01:00Z", activity: "x") + ","
                + world.statement(5, "experienced", activity: "x") + "]"
            try await world.courses.add(
                Course(id: CourseID("urn:course:x"), title: "X"), as: world.administrator)
            let report = try await world.load(text, .xapi)
            #expect(report.counts == [.accepted: 3, .repeated: 1, .skipped: 1])
            let found = try await world.courses.participations(of: world.ada, as: world.administrator)
            let participation = try #require(found.first)
            #expect(participation.state == .completed && participation.minutes == 60 && participation.activities == 1)
            #expect(participation.enrolledAt == participation.startedAt && participation.enrolledAt != nil)
            #expect(try await world.load(text, .xapi).counts == [.repeated: 4, .skipped: 1])
        }
    }

    @Test func `the same id with another body is a conflict, whatever differs`() async throws {
        try await withCourses { world async throws in
            try await world.courses.add(
                Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
            _ = try await world.load(world.statement(1, "initialized"), .xapi)
            let other = world.statement(1, "initialized", result: #"{"success": true}"#)
            let report = try await world.load(other, .xapi)
            #expect(report.counts == [.refused: 1])
            #expect(report.remarks.first?.reason == LearningError.conflict.description)
        }
    }

    @Test(arguments: [true, false])
    func `a void takes a statement out of the count, also when it comes first`(_ isFirst: Bool) async throws {
        try await withCourses { world async throws in
            try await world.courses.add(
                Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
            let (statement, void) = (world.statement(1, "progressed"), world.void(9, 1))
            let report = try await world.load(isFirst ? void + statement : statement + void, .xapi)
            #expect(report.counts == (isFirst ? [.accepted: 1, .skipped: 1] : [.accepted: 2]))
            let found = try await world.courses.participations(of: world.ada, as: world.administrator)
            #expect(found.allSatisfy { $0.activities == 0 && $0.state == .notEnrolled })
            let again = try await world.load(statement + void, .xapi)
            #expect(again.counts == (isFirst ? [.skipped: 1, .repeated: 1] : [.repeated: 2]))
            #expect(try await world.load(world.void(9, 2), .xapi).counts == [.refused: 1])
            #expect(try await world.load(world.void(10, 1), .xapi).counts == [.repeated: 1])
            // What voids is no learning, and is not voided itself.
            #expect(try await world.load(world.void(11, 9), .xapi).counts == [.refused: 1])
            #expect(try await world.load(world.void(12, 12), .xapi).counts == [.refused: 1])
            #expect(try await world.load(world.statement(9, "progressed"), .xapi).counts == [.refused: 1])
        }
    }

    @Test func `a void of a held statement takes it from the list`() async throws {
        try await withCourses { world async throws in
            try await world.courses.add(
                Course(id: CourseID("urn:course:swift-101"), title: "X"), as: world.administrator)
            let statement = world.statement(1, "progressed", of: "eve@else.example")
            #expect(try await world.load(statement, .xapi).counts == [.held: 1])
            #expect(try await world.load(world.void(2, 1), .xapi).counts == [.accepted: 1])
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.load(statement, .xapi).counts == [.skipped: 1])
        }
    }

    @Test func `unknown people wait in the holding list until somebody says who they are`() async throws {
        try await withCourses { world async throws in
            let text =
                header + """
                    z1,ada@private.example,swift-101,enrolled,2025-02-01,,
                    a1,ada@private.example,swift-101,activity,2025-02-03,25,
                    a2,ada@private.example,swift-101,completed,2025-03-01,,
                    x1,eve@private.example,swift-101,enrolled,2025-03-01,,

                    """
            let members = try await world.tenant.members.list(as: world.administrator).entries.count
            #expect(try await world.load(text).counts == [.held: 4])
            #expect(try await world.load(text).counts == [.held: 4])
            let held = try await world.courses.heldLearners(as: world.administrator)
            #expect(held.map(\.name) == ["mailto:ada@private.example", "mailto:eve@private.example"])
            #expect(held.map(\.lines) == [3, 1])
            let report = try await world.courses.resolve(
                "mailto:ada@private.example", to: world.ada, as: world.administrator)
            #expect(report.counts == [.accepted: 3])
            #expect(try await world.participation().state == .completed)
            #expect(try await world.load(text).counts == [.repeated: 3, .held: 1])
            let more = header + "a3,ada@private.example,swift-101,activity,2025-02-05,,\n"
            #expect(try await world.load(more).counts == [.accepted: 1])
            #expect(try await world.courses.discard("mailto:eve@private.example", as: world.administrator) == 1)
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.tenant.members.list(as: world.administrator).entries.count == members)
        }
    }

    @Test func `whoever joins later is found when the source is imported again`() async throws {
        try await withCourses { world async throws in
            let text = header + "1,bob@acme.example,swift-101,enrolled,2025-02-01,,\n"
            #expect(try await world.load(text).counts == [.held: 1])
            let bob = try await world.member("bob")
            #expect(try await world.load(text).counts == [.accepted: 1])
            #expect(try await world.courses.heldLearners(as: world.administrator).isEmpty)
            #expect(try await world.courses.participations(of: bob, as: world.administrator).count == 1)
        }
    }

    @Test func `a held id with another body is a conflict`() async throws {
        try await withCourses { world async throws in
            _ = try await world.load(header + "1,bob@acme.example,swift-101,enrolled,2025-02-01,,\n")
            let report = try await world.load(header + "1,bob@acme.example,swift-101,enrolled,2025-02-02,,\n")
            #expect(report.counts == [.refused: 1])
        }
    }

    @Test func `what is known already is imported again without a write`() async throws {
        try await withCourses { world async throws in
            let lines = (1...2500).map { "\($0),ada@acme.example,swift-101,activity,2025-02-01,,\n" }.joined()
            #expect(try await world.load(header + lines).counts == [.accepted: 2500])
            let head = try await world.tenant.audit.verify(as: world.administrator)
            #expect(try await world.load(header + lines).counts == [.repeated: 2500])
            #expect(try await world.tenant.audit.verify(as: world.administrator) == head)
        }
    }

    @Test func `members do not import`() async throws {
        try await withCourses { world async throws in
            await #expect(throws: AccessError.self) {
                try await world.courses.importRecord(
                    .csv, from: chunks(of: ""), as: .member(world.ada))
            }
        }
    }

    @Test func `a day is that of the organization's zone`() async throws {
        try await withCourses { world async throws in
            let zone = try #require(TimeZone(identifier: "America/New_York"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            _ = try await world.load(header + "1,ada@acme.example,swift-101,enrolled,2025-07-01,,\n")
            let midnight = try #require(Day("2025-07-01")).start(in: .gmt)
            #expect(try await world.participation().enrolledAt == midnight.addingTimeInterval(4 * 3600))
        }
    }
}
