/// Something that happened in an organization, as a value. Events name people by id, never by personal data.
///
/// A type of event that is also `Codable` can be handled after its commit (``TenantContext/after(_:handle:)``). The encoded
/// form must stay readable as long as events wait.
///
/// The kernel publishes these events, each in the unit of the act, in this order. When the first event of an act is published,
/// all rows of the act have their final values. If roles or memberships end together with a member or a team, their events come
/// before the event of the end. If they begin together with a member, their events come after the event of the beginning.
///
/// | Act | Events |
/// | --- | --- |
/// | creating an organization | ``OrganizationCreated``, ``FounderNamed``; if no module invites the founder, also those of admitting |
/// | ``Settings/change(_:as:)``, ``Settings/changeSlug(to:as:)`` | ``SettingsChanged``, ``SlugChanged`` |
/// | admitting a member, or a removed member again | ``MemberJoined``, ``RoleGranted`` for each role, ``TeamJoined`` for each team |
/// | ``UnitOfWork/grant(_:teams:to:)`` | ``RoleGranted`` for each role that is new, ``TeamJoined`` for each team |
/// | ``Members/rename(_:to:as:)`` | ``MemberRenamed`` |
/// | ``Members/deactivate(_:as:)`` | ``MemberDeactivated`` alone: roles and teams stay |
/// | ``Members/reactivate(_:as:)`` | ``MemberReactivated`` alone |
/// | ``Members/remove(_:as:)``, ``Members/leave(as:)`` | ``TeamLeft`` for each team, ``RoleRevoked`` for each role, ``MemberRemoved`` |
/// | erasing a member | those of removing, unless the member was removed before; ``MemberErased`` |
/// | `Platform.confirmAddressChange(_:as:)`, `Platform.releaseAddress(_:of:as:)`, in each organization | ``MemberAddressChanged`` |
/// | ``Roles/grant(_:to:as:)`` | ``RoleGranted``, unless the member holds the role already |
/// | ``Roles/revoke(_:from:as:)`` | ``RoleRevoked`` |
/// | ``Teams/create(_:as:)``, ``UnitOfWork/createTeam(_:)``, ``Teams/rename(_:to:as:)`` | ``TeamCreated``, ``TeamRenamed`` |
/// | ``Teams/add(_:to:as:)``, ``Teams/remove(_:from:as:)`` | ``TeamJoined``, ``TeamLeft`` |
/// | ``Teams/archive(_:as:)`` | ``TeamLeft`` for each membership, ``RoleRevoked`` for each role held for the team, ``TeamArchived`` |
/// | ``Teams/unarchive(_:as:)`` | ``TeamUnarchived`` alone |
///
/// When a member or a team ends, all events of one type reach ``TenantContext/onBatch(of:react:)`` together. Modules list their
/// own events where they declare them.
public protocol Event: Sendable {}

/// A new organization exists in its file. It has no administrator yet.
public struct OrganizationCreated: Event, Codable {
    /// The identity of the new organization.
    public let organization: OrganizationID
}

/// The founder is to become administrator. A module that reacts to this event invites the founder. If no module reacts, the
/// kernel admits the account that has the address.
public struct FounderNamed: Event {
    /// The founder's address, as it was given when the organization was created.
    public let address: EmailAddress
}

/// The organization is looked up under another slug.
public struct SlugChanged: Event, Codable {
    /// The new slug.
    public let slug: Slug
}

/// The settings of the organization were changed.
public struct SettingsChanged: Event {
    /// All settings, as they are now.
    public let settings: OrganizationSettings
}

/// A person became an active member, for the first time or again after a removal.
public struct MemberJoined: Event, Codable {
    /// The new or returned member.
    public let member: MemberID
}

/// A member's name was corrected.
public struct MemberRenamed: Event, Codable {
    /// The member, in any state.
    public let member: MemberID
}

/// A member no longer has access, but keeps roles and teams.
public struct MemberDeactivated: Event, Codable {
    /// The member who is deactivated now.
    public let member: MemberID
}

/// A deactivated member has access again, with the same roles and teams.
public struct MemberReactivated: Event, Codable {
    /// The member who is active again.
    public let member: MemberID
}

/// A member was removed or left. Roles and teams ended just before, with ``TeamLeft`` and ``RoleRevoked``.
public struct MemberRemoved: Event, Codable {
    /// The member who is removed now.
    public let member: MemberID
    /// Whether the member was active before. If not, the member was deactivated.
    public let wasActive: Bool
}

/// Everything that says who a member was is about to be erased, in this unit. Reactions still see it.
public struct MemberErased: Event, Codable {
    /// The member, who was removed before.
    public let member: MemberID
}

/// A member has another address or none, or a former address of the member was released.
public struct MemberAddressChanged: Event, Codable {
    /// The member, in any state.
    public let member: MemberID
}

/// A member got a role that the member did not hold.
public struct RoleGranted: Event, Codable {
    /// The member who holds the role now.
    public let member: MemberID
    /// The role, and its team if it is a team's role.
    public let assignment: Assignment
}

/// A role ended: it was revoked, its member was removed, or its team was archived.
public struct RoleRevoked: Event, Codable {
    /// The member who held the role.
    public let member: MemberID
    /// The role, and its team if it is a team's role.
    public let assignment: Assignment
}

/// A team was created, with nobody in it.
public struct TeamCreated: Event, Codable {
    /// The new team.
    public let team: TeamID
}

/// A team has another name.
public struct TeamRenamed: Event, Codable {
    /// The team with the new name.
    public let team: TeamID
}

/// A team was archived. Its memberships and the roles held for it ended just before, with ``TeamLeft`` and ``RoleRevoked``.
public struct TeamArchived: Event, Codable {
    /// The team, which has no members now.
    public let team: TeamID
}

/// An archived team was opened again, with nobody in it.
public struct TeamUnarchived: Event, Codable {
    /// The team, under its former name.
    public let team: TeamID
}

/// A member joined a team.
public struct TeamJoined: Event, Codable {
    /// The team that the member joined.
    public let team: TeamID
    /// The member, who is active.
    public let member: MemberID
}

/// A membership of a team ended: the member was taken out of the team or left the organization, or the team was archived.
public struct TeamLeft: Event, Codable {
    /// The team that the member was in.
    public let team: TeamID
    /// The member, in any state.
    public let member: MemberID
}
