/// Something that happened in a tenant, as a value. Events name people by id, never by personal data.
///
/// One that is also `Codable` can be handled after its commit; how it is encoded must stay readable while events wait.
///
/// The kernel publishes these, each in the unit of the act, in this order. All rows of an act are as they stay before its first
/// event. What ends with a member or a team comes before the end itself, as what begins with a member comes after.
///
/// | Act | Events |
/// | --- | --- |
/// | founding | ``OrganizationCreated``, ``FounderAwaited``; where no module invites the founder, those of admitting |
/// | ``Settings/change(_:as:)``, ``Settings/changeSlug(to:as:)`` | ``SettingsChanged``, ``SlugChanged`` |
/// | admitting, also somebody who had been removed | ``MemberJoined``, ``RoleGranted`` for each role, ``TeamJoined`` for each team |
/// | ``UnitOfWork/extend(_:by:teams:)`` | ``RoleGranted`` for each role that is new, ``TeamJoined`` for each team |
/// | ``Members/rename(_:to:as:)`` | ``MemberRenamed`` |
/// | ``Members/deactivate(_:as:)`` | ``MemberDeactivated`` alone: roles and teams stay |
/// | ``Members/reactivate(_:as:)`` | ``MemberReactivated`` alone |
/// | ``Members/remove(_:as:)``, ``Members/leave(as:)`` | ``TeamLeft`` for each team, ``RoleRevoked`` for each role, ``MemberRemoved`` |
/// | ``Platform/confirmAddressChange(_:as:)``, ``Platform/releaseAddress(_:of:as:)``, in each organization | ``MemberAddressChanged`` |
/// | ``Roles/grant(_:to:as:)`` | ``RoleGranted``, unless it is held already |
/// | ``Roles/revoke(_:from:as:)`` | ``RoleRevoked`` |
/// | ``Teams/create(_:as:)``, ``UnitOfWork/createTeam(_:)``, ``Teams/rename(_:to:as:)`` | ``TeamCreated``, ``TeamRenamed`` |
/// | ``Teams/add(_:to:as:)``, ``Teams/remove(_:from:as:)`` | ``TeamJoined``, ``TeamLeft`` |
/// | ``Teams/archive(_:as:)`` | ``TeamLeft`` for each membership, ``RoleRevoked`` for each role held for the team, ``TeamArchived`` |
/// | ``Teams/unarchive(_:as:)`` | ``TeamUnarchived`` alone |
///
/// What is published for each of several reaches ``TenantContext/onBatch(of:react:)`` at once, when a member or a team ends. Modules
/// list their events where they are declared.
public protocol Event: Sendable {}

/// A new organization has its identity; its first administrator is to come.
public struct OrganizationCreated: Event, Codable { public let organization: OrganizationID }

/// The founder is to become administrator. A module that reacts takes over inviting them; without one, the kernel admits
/// the account that owns the address.
public struct FounderAwaited: Event { public let address: EmailAddress }

/// The organization is looked up under another slug.
public struct SlugChanged: Event, Codable { public let slug: Slug }

public struct SettingsChanged: Event { public let settings: OrganizationSettings }

/// A person became an active member: for the first time, or after having been removed.
public struct MemberJoined: Event, Codable { public let member: MemberID }

/// A member's name was corrected.
public struct MemberRenamed: Event, Codable { public let member: MemberID }

public struct MemberDeactivated: Event, Codable { public let member: MemberID }

public struct MemberReactivated: Event, Codable { public let member: MemberID }

/// A member was removed or left. What they held ended before, with ``TeamLeft`` and ``RoleRevoked``.
public struct MemberRemoved: Event, Codable { public let member: MemberID, wasActive: Bool }

/// A member, in any state, has another address, or none, or a former address of theirs was released.
public struct MemberAddressChanged: Event, Codable { public let member: MemberID }

public struct RoleGranted: Event, Codable { public let member: MemberID, assignment: Assignment }

/// A role ended: it was taken, or its member was removed, or its team was archived.
public struct RoleRevoked: Event, Codable { public let member: MemberID, assignment: Assignment }

public struct TeamCreated: Event, Codable { public let team: TeamID }

public struct TeamRenamed: Event, Codable { public let team: TeamID }

/// A team was closed. Its memberships and the roles held for it ended before, with ``TeamLeft`` and ``RoleRevoked``.
public struct TeamArchived: Event, Codable { public let team: TeamID }

/// An archived team was opened again, with nobody in it.
public struct TeamUnarchived: Event, Codable { public let team: TeamID }

public struct TeamJoined: Event, Codable { public let team: TeamID, member: MemberID }

/// A membership of a team ended: the member was taken out or removed, or the team was archived.
public struct TeamLeft: Event, Codable { public let team: TeamID, member: MemberID }

/// A reaction threw, and failed the unit whose event it reacted to.
public struct ReactionError: Error, CustomStringConvertible {
    public let module: ModuleID
    public let event: String
    public let cause: any Error

    public var description: String { "module '\(module)' failed reacting to \(event): \(cause)" }
}
