import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// Writes down what the kernel publishes, in order, with one text for each reaction.
private struct Witness: Module {
    static let id: ModuleID = "witness"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    let seen = Locked<[String]>([])

    func start(in tenant: TenantContext) throws {
        func watch<E: Event>(_ event: E.Type, _ text: @escaping @Sendable (E, UnitOfWork) throws -> String) throws {
            try tenant.onBatch(of: event) { events, work in
                let texts = try events.map { try text($0, work) }
                seen.withLock { $0.append((["\(E.self)"] + texts).joined(separator: " ")) }
            }
        }
        try watch(OrganizationCreated.self) { _, _ in "" }
        try watch(SettingsChanged.self) { event, _ in event.settings.name }
        try watch(SlugChanged.self) { event, _ in event.slug.description }
        try watch(MemberJoined.self) { try Self.name($0.member, $1) }
        try watch(MemberRenamed.self) { try Self.name($0.member, $1) }
        try watch(MemberDeactivated.self) { try Self.name($0.member, $1) }
        try watch(MemberReactivated.self) { try Self.name($0.member, $1) }
        try watch(MemberRemoved.self) { try "\(Self.name($0.member, $1))(\($0.wasActive))" }
        try watch(RoleGranted.self) { try "\(Self.name($0.member, $1))=\(Self.name($0.assignment, $1))" }
        try watch(RoleRevoked.self) { try "\(Self.name($0.member, $1))=\(Self.name($0.assignment, $1))" }
        try watch(TeamCreated.self) { try Self.name($0.team, $1) }
        try watch(TeamRenamed.self) { try Self.name($0.team, $1) }
        try watch(TeamArchived.self) { try Self.name($0.team, $1) }
        try watch(TeamUnarchived.self) { try Self.name($0.team, $1) }
        try watch(TeamJoined.self) { try "\(Self.name($0.member, $1))@\(Self.name($0.team, $1))" }
        try watch(TeamLeft.self) { event, work in
            // All memberships that end have ended before the first event.
            #expect(try work.teams(of: event.member).allSatisfy { $0.id != event.team })
            return try "\(Self.name(event.member, work))@\(Self.name(event.team, work))"
        }
    }

    /// The texts since the last call.
    func news() -> [String] {
        seen.withLock { seen in
            defer { seen = [] }
            return seen
        }
    }

    private static func name(_ id: MemberID, _ work: UnitOfWork) throws -> String { try work.member(id)?.name ?? "-" }
    private static func name(_ id: TeamID, _ work: UnitOfWork) throws -> String { try work.team(id)?.name ?? "-" }
    private static func name(_ assignment: Assignment, _ work: UnitOfWork) throws -> String {
        try "\(assignment.role)" + (assignment.team.map { try ":" + name($0, work) } ?? "")
    }
}

struct EventTests {
    @Test func `every action publishes exactly the documented events, in the documented order`() async throws {
        let witness = Witness()
        try await withAcme([witness]) { acme async throws in
            let (members, teams, roles) = (acme.tenant.members, acme.tenant.teams, acme.tenant.roles)
            #expect(
                witness.news() == ["OrganizationCreated ", "MemberJoined Founder", "RoleGranted Founder=administrator"])

            try await acme.tenant.settings.change(OrganizationSettings(name: "Acme SA"), as: acme.founder)
            for _ in 0..<2 { try await acme.tenant.settings.changeSlug(to: "acme-sa", as: acme.founder) }
            #expect(witness.news() == ["SettingsChanged Acme SA", "SlugChanged acme-sa"])

            let north = try await teams.create("North", as: acme.founder)
            let south = try await teams.create("Süd", as: acme.founder)
            for _ in 0..<2 { try await teams.rename(south, to: "South", as: acme.founder) }
            #expect(witness.news() == ["TeamCreated North", "TeamCreated Süd", "TeamRenamed South"])

            let supervisor = Assignment(.supervisor, team: north)
            let ada = try #require(
                try await acme.member("ada", [Assignment(.manager), supervisor], [south, north]).member)
            #expect(
                witness.news() == [
                    "MemberJoined ada", "RoleGranted ada=manager", "RoleGranted ada=supervisor:North",
                    "TeamJoined ada@South",
                    "TeamJoined ada@North",
                ])

            try await teams.remove(ada, from: north, as: acme.founder)
            try await teams.add(ada, to: north, as: acme.founder)
            #expect(witness.news() == ["TeamLeft ada@North", "TeamJoined ada@North"])

            try await roles.revoke(supervisor, from: ada, as: acme.founder)
            try await roles.grant(supervisor, to: ada, as: acme.founder)
            try await roles.grant(supervisor, to: ada, as: acme.founder)
            #expect(witness.news() == ["RoleRevoked ada=supervisor:North", "RoleGranted ada=supervisor:North"])

            for _ in 0..<2 { try await members.rename(ada, to: "Ada", as: acme.founder) }
            try await members.deactivate(ada, as: acme.founder)
            try await members.reactivate(ada, as: acme.founder)
            #expect(witness.news() == ["MemberRenamed Ada", "MemberDeactivated Ada", "MemberReactivated Ada"])
            try await members.rename(ada, to: "ada", as: acme.founder)
            _ = witness.news()

            try await members.remove(ada, as: acme.founder)
            let end = ["TeamLeft ada@South ada@North", "RoleRevoked ada=manager ada=supervisor:North"]
            #expect(witness.news() == end + ["MemberRemoved ada(true)"])

            #expect(try await acme.member("ada", [Assignment(.manager)], [south]).member == ada)
            try await members.deactivate(ada, as: acme.founder)
            _ = witness.news()
            try await members.remove(ada, as: acme.founder)
            #expect(witness.news() == ["TeamLeft ada@South", "RoleRevoked ada=manager", "MemberRemoved ada(false)"])

            let bob = try await acme.member("bob")
            _ = witness.news()
            try await members.leave(as: bob)
            #expect(witness.news() == ["MemberRemoved bob(true)"])
        }
    }

    @Test
    func `archiving a team ends its memberships and its roles, with an event for each, and those of no other team`()
        async throws
    {
        let witness = Witness()
        try await withAcme([witness]) { acme async throws in
            let north = try await acme.tenant.teams.create("North", as: acme.founder)
            let south = try await acme.tenant.teams.create("South", as: acme.founder)
            let both = [Assignment(.supervisor, team: north), Assignment(.supervisor, team: south)]
            _ = try await acme.member("lead", both)
            let ada = try #require(try await acme.member("ada", [], [north, south]).member)
            _ = try await acme.member("bob", [], [north])
            let carl = try #require(try await acme.member("carl", [], [north]).member)
            // A member who has left the team does not leave again. A deactivated member does.
            try await acme.tenant.teams.remove(carl, from: north, as: acme.founder)
            try await acme.tenant.members.deactivate(ada, as: acme.founder)
            _ = witness.news()
            try await acme.tenant.teams.archive(north, as: acme.founder)
            #expect(
                witness.news() == [
                    "TeamLeft ada@North bob@North", "RoleRevoked lead=supervisor:North", "TeamArchived North",
                ])
            try await acme.tenant.teams.archive(south, as: acme.founder)
            #expect(
                witness.news() == ["TeamLeft ada@South", "RoleRevoked lead=supervisor:South", "TeamArchived South"])
            try await acme.tenant.teams.unarchive(north, as: acme.founder)
            #expect(witness.news() == ["TeamUnarchived North"])
        }
    }
}
