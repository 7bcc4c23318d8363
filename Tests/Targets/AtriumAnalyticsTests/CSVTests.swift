import Atrium
import AtriumAnalytics
import AtriumCSV
import AtriumCourses
import Foundation
import TestSupport
import Testing

struct CSVTests {
    private static let days = Day(year: 2025, month: 1)..<Day(year: 2025, month: 7)

    /// The lines of the CSV, the header first. Its columns are key, name, from, until, and then the figures.
    private func records(_ query: FigureQuery, _ world: AnalyticsWorld) async throws -> [[String]] {
        var reader = CSVReader()
        for try await piece in try world.analytics.csv(query, as: world.administrator) { reader.append(piece.utf8) }
        reader.finish()
        var record = CSVRecord()
        var records: [[String]] = []
        while try reader.next(&record) {
            records.append(
                (0..<record.count).map { [record] in CSVField.original(String(decoding: record[$0], as: UTF8.self)) })
        }
        return records
    }

    @Test func `the CSV has the numbers of the table, and names come back unchanged`() async throws {
        try await withAnalytics { world async throws in
            let names = ["=HYPERLINK(\"x\")", "a,\"b\"", "'quoted'", "-5", "東京"]
            for name in names {
                let team = try await world.tenant.teams.create(name, as: world.administrator)
                let member = try await world.member("m\(team)", [], [team])
                try await world.record(.enrolled, member, "2025-02-01")
                try await world.record(name == "-5" ? .failed : .completed, member, "2025-03-01")
            }
            let query = FigureQuery(.teams, days: Self.days, each: .quarter)
            let table = try await world.analytics.table(query, as: world.administrator)
            let records = try await records(query, world)
            #expect(records.count == 1 + table.rows.count + table.totals.count)
            #expect(Set(records.dropFirst().map { $0[1] }) == Set(names + ["North", "South", "Total"]))
            for (record, row) in zip(records.dropFirst(), table.rows + table.totals) {
                let column = try #require(records[0].firstIndex(of: "enrolled"))
                #expect(table.value(of: .enrolled, in: row) == .count(try #require(Int(record[column]))))
                let rate = try #require(records[0].firstIndex(of: "completion_rate"))
                switch table.value(of: .completionRate, in: row) {
                case .rate(let part, let total):
                    #expect(record[rate + 1] == "\(total)")
                    #expect(Double(record[rate]).map { abs($0 - Double(part) / Double(total)) < 0.000_001 } == true)
                default: #expect(record[rate].isEmpty && record[rate + 1].isEmpty)
                }
            }
        }
    }

    @Test func `every member appears exactly once, although members come in pages`() async throws {
        try await withAnalytics { world async throws in
            var ids: Set<String> = []
            for number in 0..<11 {
                let member = try await world.member("m\(number)")
                ids.insert(member.description)
                try await world.record(.activity(), member, "2025-02-01")
            }
            var query = FigureQuery(.members, days: Self.days)
            query.limit = 3
            query.figures = [.activities]
            let records = try await records(query, world).dropFirst()
            let people = records.filter { !$0[0].isEmpty }
            #expect(people.count == 12 && Set(people.map { $0[0] }).isSuperset(of: ids))
            #expect(people.filter { ids.contains($0[0]) }.allSatisfy { $0.last == "1" })
            #expect(records.filter { $0[0].isEmpty }.map(\.last) == ["11"] && records.last?[1] == "Total")
        }
    }

    @Test func `a member who may not see a table cannot get it as CSV`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada")
            let table = try world.analytics.csv(FigureQuery(.teams, days: Self.days), as: .member(ada))
            await #expect(throws: AccessError.self) { for try await _ in table {} }
        }
    }

    @Test func `a table with many periods comes in pages, and its totals come last`() async throws {
        try await withAnalytics { world async throws in
            let ada = try await world.member("ada", [], [world.north])
            for day in ["2025-01-03", "2025-02-20", "2025-06-30"] { try await world.record(.activity(), ada, day) }
            var query = FigureQuery(.teams, days: Self.days, each: .day)
            query.figures = [.activities]
            let records = try await records(query, world).dropFirst()
            #expect(records.count == 3 * 181)
            #expect(records.suffix(181).allSatisfy { $0[1] == "Total" })
            #expect(
                records.filter { $0[1] == "North" && $0.last == "1" }.map { $0[2] } == [
                    "2025-01-03", "2025-02-20", "2025-06-30",
                ])
            let days = records.filter { $0[1] == "South" }.map { $0[2] }
            #expect(days.count == 181 && days == days.sorted() && Set(days).count == 181)
        }
    }
}
