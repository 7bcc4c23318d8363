public import Atrium

/// Checks what every module must keep. It is the one call that the tests of a module need for this.
///
/// ```swift
/// @Test func `the module keeps the rules of modules`() async throws {
///     try await verifyModule(Greetings()) { world in
///         _ = try await world.service.greet("Bob", as: world.ada)
///     }
/// }
/// ```
///
/// It makes platforms in temporary folders, and checks each ``ConformanceRule``. It throws one ``ConformanceError`` that names all
/// faults, each with what was seen and what to change. It throws, and does not return the faults, so that no test can forget to
/// look at them. If the schema does not migrate, or no organization opens with the module, nothing else can be checked.
///
/// `dependencies` are the modules that this one needs, as values, because only the author knows how to configure them. Further
/// modules that the scenario uses may be among them.
///
/// The `scenario` uses the module as its users do, in an organization with an administrator, a manager, a supervisor and members
/// (``ModuleWorld``). It runs several times, each time on a new platform, so it must do the same each time. Without a scenario,
/// the rules ``ConformanceRule/surfaces`` and ``ConformanceRule/scenario`` are not checked, and the others only with the rows
/// that the module writes by itself.
///
/// `operations` are checked one by one: each is refused without its permission (``ModuleOperation``). A permission of the module
/// that no surface needs, and with which the scenario writes nothing, has to be needed by one of them. `olderRows` are rows that
/// earlier versions had, by the name of the migration after which they were written:
/// `["create goal": ["INSERT INTO goals_goal VALUES ('read', 1)"]]`. Later migrations must cope with them.
///
/// `notCaughtUp` are tables, and columns as `table.column`, that differ after the module was off for a time, because it cannot
/// know what happened meanwhile. Say in the module's documentation what that means.
///
/// To see whether the module catches up, members and teams change in random orders while it is off. `acts` are further acts,
/// each with a name, of the modules that it follows: `["a course is completed": { world in … }]`. An act may be refused.
///
/// Two rules need no check, because the storage refuses what would break them: a module reads and writes only tables of its own,
/// and everything in its schema begins with its id.
public func verifyModule<M: Module>(
    _ module: M, with dependencies: [any Module] = [], roles: [any Role] = [],
    olderRows: KeyValuePairs<String, [SQL]> = [:], operations: [ModuleOperation<M>] = [],
    notCaughtUp: Set<String> = [], acts: KeyValuePairs<String, @Sendable (ModuleWorld<M>) async throws -> Void> = [:],
    scenario: (@Sendable (ModuleWorld<M>) async throws -> Void)? = nil
) async throws {
    let verification = ModuleVerification(
        module: module, others: dependencies, roles: roles, olderRows: olderRows.map { ($0.key, $0.value) },
        operations: operations, notCaughtUp: notCaughtUp, acts: acts, scenario: scenario)
    let faults = await verification.faults()
    guard faults.isEmpty else { throw ConformanceError(module: M.id, faults: faults) }
}

/// An operation of a module that needs a permission, for ``verifyModule(_:with:roles:olderRows:operations:notCaughtUp:acts:scenario:)``.
///
/// ```swift
/// operations: [
///     .init("set a goal", as: \.manager, needs: .setGoals) { world, principal in
///         try await world.service.set("read", for: world.ada.id, as: principal)
///     }
/// ]
/// ```
///
/// It must succeed for the person, and must be refused if the person's key allows everything but the permission. It must also
/// be refused for an administrator of another organization, unless the permission is granted to everybody. Before it succeeds,
/// it is stopped once at the end of its first unit: so it must be possible to do it again after it failed.
public struct ModuleOperation<M: Module>: Sendable {
    let name: String
    let person: @Sendable (ModuleWorld<M>) -> Principal
    let permission: Permission
    let body: @Sendable (ModuleWorld<M>, Principal) async throws -> Void

    /// Makes an operation. `body` runs after the scenario, several times in one organization, with the principal that it gets.
    public init(
        _ name: String, as person: @escaping @Sendable (ModuleWorld<M>) -> Principal = { $0.administrator },
        needs permission: Permission,
        _ body: @escaping @Sendable (_ world: ModuleWorld<M>, _ principal: Principal) async throws -> Void
    ) {
        (self.name, self.person, self.permission, self.body) = (name, person, permission, body)
    }
}
