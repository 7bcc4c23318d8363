import Atrium
import AtriumCSV
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// A text as a source that comes in chunks of the given size.
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
        try await courses.importRecord(format, from: chunks(of: text, size: size), as: administrator).get()
    }

    /// One xAPI statement in one line.
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

    func id(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}

extension ImportReport {
    var counts: [Verdict: Int] {
        Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, self[$0]) }).filter { $0.value > 0 }
    }
}

/// The header of a CSV import with all columns.
let header = "id,email,course,event,date,minutes,progress\n"

struct ImportTests {
    @Test(arguments: [1, 7, 1000])
    func `CSV is imported line by line, whatever the size of its chunks`(_ size: Int) async throws {
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

    @Test(arguments: [
        "id,email,course,event,date\r\n1,ada@acme.example ,swift-101,enrolled,2025-02-01\r\n",
        "sep=;\r\nID;Email;Name;Course;Event;Date;\r\n1; ada@acme.example;Ada;swift-101;enrolled;2025-02-01\r\n;;;;;;\r\n",
        "date\tevent\tcourse\temail\tid\n2025-02-01\tenrolled\u{A0}\tswift-101\t\u{200B}ada@acme.example\t1\n",
    ])
    func `a CSV file is read as spreadsheets write it`(_ text: String) async throws {
        try await withCourses { world async throws in
            let report = try await world.load(text, size: 3)
            #expect(report.counts == [.accepted: 1] && report.remarks.isEmpty)
            #expect(try await world.kinds() == [.enrolled])
        }
    }

    @Test func `every line is judged by itself, and a remark gives its number and the rule`() async throws {
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
            #expect(report.remarks.map(\.line) == [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 3])
            #expect(
                report.remarks.allSatisfy {
                    !$0.reason.description.contains("acme") && !$0.reason.description.contains("yesterday")
                })
            #expect(report.remarks.dropLast().last?.reason == LearningError.alreadyEnded(.failed).words)
            #expect(try await world.kinds() == [.enrolled, .failed])
        }
    }

    @Test(arguments: [
        ("", "no header"), ("id,email,course,event\n", "no column 'date'"),
        ("id,email,course,event,date,id\n", "'id' twice"), ("id|email|course|event|date\n", "separated by '|'"),
        ("\"id\n", "never closed"),
    ])
    func `a source without a usable header is refused as a whole`(_ text: String, _ cause: String) async throws {
        try await withCourses { world async throws in
            let fault = await #expect(throws: CSVHeaderFault.self) { try await world.load(text) }
            #expect(fault?.description.contains(cause) == true)
            #expect(try await world.courses.participations(of: world.ada, as: world.administrator).isEmpty)
        }
    }

    @Test func `an import of known lines writes nothing`() async throws {
        try await withCourses { world async throws in
            let lines = (1...2500).map { "\($0),ada@acme.example,swift-101,activity,2025-02-01,,\n" }.joined()
            #expect(try await world.load(header + lines).counts == [.accepted: 2500])
            let head = try await world.tenant.audit.verify(as: world.administrator)
            #expect(try await world.load(header + lines).counts == [.repeated: 2500])
            #expect(try await world.tenant.audit.verify(as: world.administrator) == head)
        }
    }

    @Test func `a member cannot import`() async throws {
        try await withCourses { world async throws in
            await #expect(throws: AccessError.self) {
                try await world.courses.importRecord(
                    .csv, from: chunks(of: ""), as: .member(world.ada))
            }
        }
    }

    @Test func `a date without a time is a day in the organization's time zone`() async throws {
        try await withCourses { world async throws in
            let zone = try #require(TimeZone(identifier: "America/New_York"))
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: zone), as: world.administrator)
            _ = try await world.load(header + "1,ada@acme.example,swift-101,enrolled,2025-07-01,,\n")
            let midnight = try #require(Day("2025-07-01")).start(in: .gmt)
            #expect(try await world.participation().enrolledAt == midnight.addingTimeInterval(4 * 3600))
        }
    }

    @Test func `a day stays the same when the time zone changes, and importing it again repeats it`() async throws {
        try await withCourses { world async throws in
            let text =
                header
                + "1,ada@acme.example,swift-101,enrolled,2025-07-01,,\n2,bob@acme.example,swift-101,enrolled,2025-07-01,,\n"
            #expect(try await world.load(text).counts == [.accepted: 1, .held: 1])
            try await world.tenant.settings.change(
                OrganizationSettings(name: "Acme", timeZone: #require(TimeZone(identifier: "Asia/Tokyo"))),
                as: world.administrator)
            #expect(try await world.load(text).counts == [.repeated: 1, .held: 1])
            let entry = try await world.courses.entries(of: world.ada, in: world.swift, as: world.administrator).first
            #expect(entry?.day == Day("2025-07-01"))
        }
    }

    @Test(arguments: ["id", "course"])
    func `an id or a course name that is too long to be stored is refused`(_ column: String) async throws {
        try await withCourses { world async throws in
            let long = String(repeating: "x", count: 3000)
            let (id, course) = column == "id" ? (long, "swift-101") : ("1", long)
            let report = try await world.load(header + "\(id),ada@acme.example,\(course),enrolled,2025-07-01,,\n")
            #expect(report.counts == [.refused: 1])
        }
    }
}
