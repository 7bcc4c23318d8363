internal import Atrium

/// An act on the memberships of several people.
protocol MembershipAct: BulkMemberAct where Provider == KernelSurfaces {
    init(members: Selection<MembersTable>)
}

extension MembershipAct {
    static var needs: Need<Self> { Need(.manageMembers, .viewMembers) }
    static var places: [Place<Self>] { [.selection(of: MembersTable.self) { Self(members: $0) }] }
    static var form: Form<Self> {
        Form(Self.init(members:), Field("members", \.members, .selection(of: MembersTable.self), "Members"))
    }
}

/// Ends the access of several members.
struct DeactivateMembers: MembershipAct {
    let members: Selection<MembersTable>

    init(members: Selection<MembersTable>) { self.members = members }

    static let name: SurfaceName = "deactivate-members"
    static let title: Words = "Deactivate"
    static let isDestructive = true
    static let help: Words = "Access ends, and the seats become free. Roles, teams and history stay."
    static let states: [MemberState] = [.active]
    static let effect: Words = "access ends"

    func act(on member: MemberID, in tenant: Tenant, for caller: Caller) async throws {
        try await tenant.members.deactivate(member, as: caller.principal)
    }
}

/// Gives several members access again.
struct ReactivateMembers: MembershipAct {
    let members: Selection<MembersTable>

    init(members: Selection<MembersTable>) { self.members = members }

    static let name: SurfaceName = "reactivate-members"
    static let title: Words = "Reactivate"
    static let help: Words = "They have access again, with their roles and teams. Each takes a seat."
    static let states: [MemberState] = [.deactivated]
    static let effect: Words = "has access again"

    func act(on member: MemberID, in tenant: Tenant, for caller: Caller) async throws {
        try await tenant.members.reactivate(member, as: caller.principal)
    }
}

/// Ends several memberships.
struct RemoveMembers: MembershipAct {
    let members: Selection<MembersTable>

    init(members: Selection<MembersTable>) { self.members = members }

    static let name: SurfaceName = "remove-members"
    static let title: Words = "Remove"
    static let isDestructive = true
    static let help: Words = "The memberships end with their roles and teams. The history stays."
    static let states: [MemberState] = [.active, .deactivated]
    static let effect: Words = "the membership ends"

    func act(on member: MemberID, in tenant: Tenant, for caller: Caller) async throws {
        try await tenant.members.remove(member, as: caller.principal)
    }
}
