public import Atrium
internal import Foundation

/// An organization in which a scenario uses a module as its users do.
///
/// It has two teams, and a person for each role. A principal also has the id of the person: `ada.id`.
///
/// ```swift
/// try await verifyModule(Goals(), with: [Courses()]) { world in
///     let goal = try await world.service.set("read", for: world.ada.id, as: world.manager)
///     world.sample("goal", goal)
///     world.keeps("Ada's goals") { try await $0.service.goals(of: $0.ada.id, as: $0.ada) }
/// }
/// ```
public struct ModuleWorld<M: Module>: Sendable {
    /// The organization.
    public let tenant: Tenant
    /// The platform with its clock. Let what is due run with ``settle()``.
    public let test: TemporaryPlatform
    let people: WorldPeople
    let notes: Locked<Notes>
    let saboteur: UnitSaboteur

    /// What a scenario said.
    struct Notes: Sendable {
        var samples: [String: [String]] = [:]
        var file = ""
        var kept: [(name: String, read: @Sendable (ModuleWorld<M>) async throws -> String)] = []
    }

    /// An administrator.
    public var administrator: Principal { people.administrator }
    /// A manager.
    public var manager: Principal { people.manager }
    /// The supervisor of ``north``.
    public var supervisor: Principal { people.supervisor }
    /// A member of ``north`` without a role.
    public var ada: Principal { people.ada }
    /// A member of ``south`` without a role.
    public var bob: Principal { people.bob }
    /// An administrator of another organization.
    public var foreigner: Principal { people.foreigner }
    /// An operator of the platform.
    public var `operator`: Principal { people.operator }
    /// A team.
    public var north: TeamID { people.north }
    /// Another team.
    public var south: TeamID { people.south }

    /// The module's service in the organization.
    public var service: M.Service { get throws { try tenant[M.self] } }

    /// The service of another module.
    public subscript<Other: Module>(other: Other.Type) -> Other.Service { get throws { try tenant[other] } }

    /// Runs everything that is due now, until nothing is: handlers, recurring work, mail. Move `test.clock` for later work.
    public func settle() async throws {
        // While units are stopped, each handler that waits runs once, and fails.
        if saboteur.isStopping { try await test.settle() }
        try await saboteur.paused { try await test.settle() }
    }

    /// Names something that the scenario made, for the checks of surfaces: fields that refer to this noun get it. Members and
    /// teams are known.
    public func sample(_ noun: String, _ values: any CustomStringConvertible...) {
        notes.withLock { $0.samples[noun, default: []] += values.map(\.description) }
    }

    /// The first sample of a noun, for operations. Throws if the scenario named none.
    public func sampled(_ noun: String) throws -> String {
        guard let value = notes.withLock({ $0.samples[noun]?.first }) else { throw MissingSample(noun: noun) }
        return value
    }

    /// The content of the file that surfaces get where they take one.
    public func upload(_ content: String) { notes.withLock { $0.file = content } }

    /// Something that must read the same after a restart. It is read when the scenario has ended, and again after the restart.
    public func keeps<Value>(
        _ name: String, _ read: @escaping @Sendable (ModuleWorld<M>) async throws -> Value
    ) {
        notes.withLock { $0.kept.append((name, { "\(try await read($0))" })) }
    }

    /// The scenario named no sample of a noun that an operation needs.
    struct MissingSample: Error, CustomStringConvertible {
        let noun: String
        var description: String { "the scenario named no sample of '\(noun)'; call world.sample(\"\(noun)\", …) there" }
    }
}

/// The people and teams of a ``ModuleWorld``. Each platform has its own.
struct WorldPeople: Sendable {
    let administrator, manager, supervisor, ada, bob, foreigner, `operator`: Principal
    let north, south: TeamID

    /// Their names by their ids, for rows.
    var names: [String: String] {
        let named = [
            (administrator, "administrator"), (manager, "manager"), (supervisor, "supervisor"), (ada, "Ada"),
            (bob, "Bob"),
        ]
        let members = named.compactMap { principal, name in principal.member.map { ($0.description, name) } }
        return Dictionary(members + [(north.description, "North"), (south.description, "South")]) { first, _ in first }
    }

    var members: [String] { [ada, bob].compactMap(\.member).map(\.description) }

    /// Admits the people to an organization. `foreigner` belongs to another one.
    init(in tenant: Tenant, of test: TemporaryPlatform, foreigner: Principal) async throws {
        func admit(_ name: String, _ roles: [Assignment] = [], _ teams: [TeamID] = []) async throws -> Principal {
            try await test.member(
                "\(name.lowercased())@acme.example", name: name, roles: roles, teams: teams, in: tenant)
        }
        self.foreigner = foreigner
        `operator` = try test.platform.operator("Operator")
        administrator = try await admit("Administrator", [Assignment(.administrator)])
        north = try await tenant.teams.create("North", as: administrator)
        south = try await tenant.teams.create("South", as: administrator)
        manager = try await admit("Manager", [Assignment(.manager)])
        supervisor = try await admit("Supervisor", [Assignment(.supervisor, team: north)])
        ada = try await admit("Ada", [], [north])
        bob = try await admit("Bob", [], [south])
    }
}
