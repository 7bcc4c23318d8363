internal import Atrium

/// The role in which somebody acts: the highest-ranking of their roles that grant a permission for an audience.
struct ActingRole {
    let member: MemberID
    let role: RoleID

    /// The role of the member, or by default of the unit's principal.
    init(
        of member: MemberID? = nil, for permission: Permission, towards audience: Audience, in work: UnitOfWork
    ) throws {
        guard let member = member ?? work.principal.member else { throw SuggestionError.noSuggester }
        let teams = try audience.teams(in: work)
        let roles = try work.assignments(of: member).filter { $0.team.map(teams.contains) ?? true }
            .map { try work.role($0.role) }.filter { try work.grants(permission, role: $0.id) }
        self.member = member
        role = roles.max { $0.rank < $1.rank }?.id ?? .member
    }
}

extension Audience {
    /// The teams whose roles reach the audience, in addition to the roles for the organization.
    fileprivate func teams(in work: UnitOfWork) throws -> [TeamID] {
        switch self {
        case .organization: []
        case .team(let id): [id]
        case .member(let id): try work.teams(of: id).map(\.id)
        }
    }
}
