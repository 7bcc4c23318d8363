import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct OrganizationListTests {
    @Test func `all organizations, including deleted ones, are listed by id with their state`() async throws {
        try await withTemporaryPlatform { test in
            let platform = test.platform
            let created = test.clock.now
            var ids: [OrganizationID] = []
            for slug in ["one", "two", "three", "four"] {
                test.clock.advance(by: .seconds(1))
                ids.append(try await test.organization(slug).id)
            }
            try await platform.suspend(ids[1])
            try await platform.delete(ids[2])
            let entries = try await platform.organizations().entries
            #expect(entries.map(\.id) == ids)
            #expect(entries.map(\.slug?.description) == ["one", "two", nil, "four"])
            #expect(entries.map(\.name) == ["One", "Two", "", "Four"])
            #expect(entries.map(\.state) == [.active, .suspended, .deleted, .active])
            #expect(entries.map { $0.createdAt.timeIntervalSince(created) } == [1, 2, 3, 4])
            func listed(_ state: OrganizationState) async throws -> [OrganizationID] {
                try await platform.organizations(OrganizationQuery(state: state)).entries.map(\.id)
            }
            #expect(try await listed(.active) == [ids[0], ids[3]])
            #expect(try await listed(.suspended) == [ids[1]])
            #expect(try await listed(.creating) == [])
        }
    }

    @Test func `each page continues after the previous one, and a cursor of another list is refused`() async throws {
        try await withTemporaryPlatform { test in
            for number in 0..<5 {
                _ = try await test.organization("number-\(number)")
                test.clock.advance(by: .seconds(1))
            }
            var query = OrganizationQuery(state: .active)
            query.limit = 2
            var pages: [[String]] = []
            repeat {
                let page = try await test.platform.organizations(query)
                pages.append(page.entries.map(\.name))
                query.cursor = try page.next.map { try .init($0.description) }
            } while query.cursor != nil && pages.count < 9
            #expect(pages == [["Number-0", "Number-1"], ["Number-2", "Number-3"], ["Number-4"]])
            let member = MemberQuery.Cursor(after: MemberID(at: test.clock.now, random: []))
            #expect(throws: CursorError.otherList) { try OrganizationQuery.Cursor(member.description) }
        }
    }

    @Test func `a page of a list of ten thousand organizations reads only its own entries`() async throws {
        try await withTemporaryPlatform { test in
            let file = test.platform.directory.file
            let ids = (0..<10_000).map { number in
                OrganizationID(at: Date(timeIntervalSince1970: Double(number)), random: Array(repeating: 1, count: 10))
            }
            try await file.write { connection in
                let kernel = connection.kernel
                for (number, id) in ids.enumerated() {
                    try kernel.run(
                        """
                        INSERT INTO kernel_organization (id, slug, name, state, created_at)
                        VALUES (\(id), \("s\(number)"), 'Name', \(number % 100 == 0 ? "suspended" : "active"), 0)
                        """)
                }
            }
            var query = OrganizationQuery(state: .suspended)
            query.cursor = .init(after: ids[5_000])
            let page = try await test.platform.organizations(query)
            #expect(page.entries.map(\.id) == (51..<100).map { ids[$0 * 100] } && page.next == nil)
            func plan() async throws -> [String] {
                let selection = query.selection
                return try await file.read { connection in
                    try connection.kernel.rows("EXPLAIN QUERY PLAN \(selection)") { try $0[3] as String }
                }
            }
            #expect(
                try await plan() == [
                    "SEARCH kernel_organization USING INDEX kernel_organization_state (state=? AND id>?)"
                ])
            query.state = nil
            #expect(try await plan() == ["SEARCH kernel_organization USING PRIMARY KEY (id>?)"])
        }
    }
}
