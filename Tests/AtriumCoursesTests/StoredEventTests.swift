import Atrium
import AtriumCourses
import AtriumTesting
import Foundation
import Testing

/// Remembers the events of the learning record, as they are after having been stored.
private struct Listener: Module {
    static let id: ModuleID = "listener"
    static let dependencies: [any Module.Type] = [Courses.self]
    static let permissions: [Permission] = []
    static let schema = Schema()

    final class Service: Sendable {
        let heard = Locked<[(text: String, entry: LearningEntry, stored: LearningEntry, replaces: String?)]>([])
    }

    func start(in tenant: TenantContext) throws -> Service {
        let service = Service()
        tenant.on(LearningRecorded.self) { event, _ in
            let data = try JSONEncoder().encode(event)
            let stored = try JSONDecoder().decode(LearningRecorded.self, from: data)
            #expect(stored.replaces == event.replaces)
            service.heard.withLock {
                $0.append((String(decoding: data, as: UTF8.self), event.entry, stored.entry, event.replaces))
            }
        }
        tenant.on(LearningVoided.self) { event, _ in
            let stored = try JSONDecoder().decode(LearningVoided.self, from: JSONEncoder().encode(event))
            #expect(stored.entry == event.entry)
        }
        return service
    }
}

struct StoredEventTests {
    @Test func `an entry of the record is the same after it was stored, whatever it says`() async throws {
        try await withCourses([Listener()]) { world async throws in
            let listener = try world.tenant[Listener.self]
            let all: [Learning] = [
                .enrolled, .initialized, .activity(), .activity(minutes: 0), .progressed(percent: 0),
                .progressed(percent: 100, minutes: 10_000_000), .failed,
            ]
            for learning in all { _ = try await world.record(learning, at: noon(3, 1)) }
            _ = try await world.record(.enrolled, id: "an id with \"quotes\", \\ and 日本")
            let line = "csv-1,ada@acme.example,\(world.swift),completed,2025-04-05\n"
            let text = "id,email,course,event,date\n" + line
            _ = try await world.courses.importRecord(
                .csv,
                from: AsyncStream { stream in
                    stream.yield(Array(text.utf8))
                    stream.finish()
                }, as: world.administrator)
            let heard = listener.heard.withLock { $0 }
            #expect(heard.map(\.entry.learning) == all + [.enrolled, .completed])
            for event in heard { #expect(event.entry == event.stored) }
            #expect(heard.last?.stored.day == Day("2025-04-05"))
        }
    }

    @Test func `a stored event takes little more than its values`() async throws {
        try await withCourses([Listener()]) { world async throws in
            _ = try await world.record(.enrolled, at: noon(3, 1), id: "e1")
            let text = try #require(world.tenant[Listener.self].heard.withLock { $0.first?.text })
            #expect(
                text == #"{"entry":["e1","\#(world.ada)","swift-101",["enrolled"],1740830400000,1767603600000,false]}"#)
        }
    }

    @Test func `a correction says what it replaces, and nothing else does`() async throws {
        try await withCourses([Listener()]) { world async throws in
            _ = try await world.record(.enrolled, id: "e1")
            _ = try await world.record(.completed, id: "c1")
            try await world.courses.correct(
                "c1", to: .completed, of: world.ada, at: noon(5, 5), as: world.administrator)
            let heard = try world.tenant[Listener.self].heard.withLock { $0 }
            #expect(heard.map(\.replaces) == [nil, nil, "c1"])
        }
    }

    @Test(arguments: [
        #"["e1","nobody","swift",["enrolled"],0,0,false]"#,
        #"["e1","01890000-0000-7000-8000-000000000000","",["enrolled"],0,0,false]"#,
        #"["e1","01890000-0000-7000-8000-000000000000","swift",["danced"],0,0,false]"#,
        #"["e1","01890000-0000-7000-8000-000000000000","swift",["progressed"],0,0,false]"#,
        #"["e1","01890000-0000-7000-8000-000000000000","swift",["progressed",null,101],0,0,false]"#,
        #"["e1"]"#,
    ])
    func `what is no entry is not read as one`(_ text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode(LearningEntry.self, from: Data(text.utf8)) }
    }
}
