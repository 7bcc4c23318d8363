internal import Atrium

/// The role in which somebody acts: of theirs that grant a permission, the one that ranks highest.
struct Capacity {
    let member: MemberID
    let role: RoleID

    init(for permission: Permission, in work: UnitOfWork) throws {
        guard let member = work.principal.member else { throw SuggestionError.noSuggester }
        let roles = try work.assignments(of: member).map { try work.role($0.role) }
            .filter { permission.grants.contains(.role($0.id)) || $0.permissions.contains(permission) }
        self.member = member
        role = roles.max { $0.rank < $1.rank }?.id ?? .member
    }
}
