public enum MemberError: String, Error, CustomStringConvertible {
    case unknown = "there is no such member in this organization; look the person up again"
    case alreadyMember = "the person is a member already; change the membership instead"
    case addressTaken = "another member of this organization has the address; change that member's address first"
    case notActive = "the member is not active; reactivate who was deactivated, invite who was removed"
    case notDeactivated = "only a deactivated member can be reactivated; invite a removed one again"
    case outranked = "the person ranks higher; ask an administrator"
    case lastAdministrator = "an organization keeps at least one active administrator; appoint another first"

    public var description: String { rawValue }
}
