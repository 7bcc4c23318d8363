internal import Atrium

/// Corrects the name of a member.
struct RenameMember: Act {
    let member: MemberID
    /// Empty where the act is offered, because an address must not show a person's name.
    let to: String?

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "rename-member"
    static let title: Words = "Correct the name"
    static let help: Words =
        "The name in this organization. Certificates keep the name that they were issued with."
    static let needs = Need<Self>(.manageMembers, .viewMembers) { .member($0.member) }
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [
        .row(of: MembersTable.self) { Self(member: $0.id, to: nil) }
    ]
    static let form = Form(
        Self.init, Field("member", \.member, .member, "Member"), Field("name", \.to, .required(.line), "Name"))

    static func initial(_ offered: Self?, in tenant: Tenant, for caller: Caller) async throws -> Self? {
        guard let offered else { return nil }
        let entry = try await tenant.members.member(offered.member, as: caller.principal)
        return Self(member: offered.member, to: entry.member.name)
    }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        guard let to else { throw InvalidFields.missing("name") }
        try await tenant.members.rename(member, to: to, as: caller.principal)
        return Outcome("The name is corrected.", next: MemberSheet(member: member))
    }
}

/// An act on one member, offered on the member's row if it makes sense in the member's state.
protocol MemberAct: Act where Provider == KernelSurfaces {
    /// The state in which it makes sense.
    static var states: [MemberState] { get }
    var member: MemberID { get }
    init(member: MemberID)
}

extension MemberAct {
    static var needs: Need<Self> { Need(.manageMembers) { .member($0.member) } }
    static var repetition: Repetition { .harmless }
    static var form: Form<Self> { Form(Self.init(member:), Field("member", \.member, .member, "Member")) }
    static var places: [Place<Self>] {
        [.row(of: MembersTable.self) { states.contains($0.member.state) ? Self(member: $0.id) : nil }]
    }
}

/// Ends a member's access.
struct DeactivateMember: MemberAct {
    let member: MemberID

    init(member: MemberID) { self.member = member }

    static let name: SurfaceName = "deactivate"
    static let title: Words = "Deactivate"
    static let isDestructive = true
    static let help: Words = "Access ends, and the seat becomes free. Roles, teams and history stay."
    static let states: [MemberState] = [.active]
    var question: Words { Self.help }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.members.deactivate(member, as: caller.principal)
        return Outcome("The member is deactivated.", next: MemberSheet(member: member))
    }
}

/// Gives a deactivated member access again.
struct ReactivateMember: MemberAct {
    let member: MemberID

    init(member: MemberID) { self.member = member }

    static let name: SurfaceName = "reactivate"
    static let title: Words = "Reactivate"
    static let help: Words = "The member has access again, with the same roles and teams, and uses a seat."
    static let states: [MemberState] = [.deactivated]

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.members.reactivate(member, as: caller.principal)
        return Outcome("The member is active again.", next: MemberSheet(member: member))
    }
}

/// Ends a membership.
struct RemoveMember: MemberAct {
    let member: MemberID

    init(member: MemberID) { self.member = member }

    static let name: SurfaceName = "remove"
    static let title: Words = "Remove"
    static let isDestructive = true
    static let help: Words = "The membership ends with its roles and teams. The history stays."
    static let states: [MemberState] = [.active, .deactivated]
    var question: Words { Self.help }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.members.remove(member, as: caller.principal)
        return Outcome("The member is removed.", next: MembersTable())
    }
}

/// Ends the caller's own membership.
struct LeaveOrganization: Act {
    /// The request.
    init() {}

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "leave"
    static let title: Words = "Leave the organization"
    static let isDestructive = true
    static let needs = Need<Self>(.leave, in: .anywhere)
    static let repetition = Repetition.harmless
    static let form = Form<Self>(Self.init)
    var question: Words { "Your membership ends with your roles and teams. Only an invitation brings you back." }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.members.leave(as: caller.principal)
        return Outcome("You have left the organization.")
    }
}
