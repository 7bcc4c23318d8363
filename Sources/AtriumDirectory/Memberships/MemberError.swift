public import AtriumValues

/// Why an act on a member is refused. Each case says what to do instead.
public enum MemberError: String, ExplainedError {
    /// No member of this organization has the id, or the member was removed already.
    case unknown = "there is no such member in this organization; look the person up again"
    /// The account is an active or deactivated member, so the person cannot be admitted.
    case alreadyMember = "the person is a member already; change the membership instead"
    /// Another member of the organization has the address.
    case addressTaken = "another member of this organization has the address; change that member's address first"
    /// The act is only for active members.
    case notActive = "the member is not active; reactivate a deactivated member, or invite a removed one again"
    /// The member is active or removed, so there is nothing to reactivate.
    case notDeactivated = "only a deactivated member can be reactivated; invite a removed one again"
    /// The member's highest role ranks above the principal's.
    case outranked = "the person ranks higher; ask an administrator"
    /// The act would leave the organization without an active administrator.
    case lastAdministrator = "an organization keeps at least one active administrator; appoint another first"
}
