import Atrium
import AtriumCSV
import AtriumCourses
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// Learning records from other platforms.
struct RecordFormTests {
    @Test func `a CSV file is read by a mapping of columns, and the report names the ignored ones`() async throws {
        try await withCourses { world async throws in
            let form = CSVForm<RecordColumn>(
                mapping: ["Key": .id, "Adresse": .email, "Cours": .course, "état": .event, "Date": .date])
            let text = "Nom;Key;adresse ; Cours;État;Date\nAda;1;ada@acme.example;swift-101;Enrolled;2025-03-01\n"
            let report = try await world.load(text, .csv(form))
            #expect(report.counts == [.accepted: 1] && report.ignoredColumns == ["Nom"])
            #expect(try await world.kinds() == [.enrolled])
        }
    }

    @Test func `a CSV file in Windows-1252 is read if the caller says so`() async throws {
        try await withCourses { world async throws in
            let text = "id,email,course,event,date,Prénom\n1,ada@acme.example,swift-101,enrolled,2025-03-01,Zoé\n"
            let bytes = try #require(text.data(using: .windowsCP1252))
            let source = AsyncStream<[UInt8]> { stream in
                stream.yield(Array(bytes))
                stream.finish()
            }
            let report = try await world.courses.importRecord(
                .csv(CSVForm(encoding: .windows1252)), from: source, as: world.administrator
            ).get()
            #expect(report.counts == [.accepted: 1] && report.ignoredColumns == ["Prénom"])
        }
    }
}
