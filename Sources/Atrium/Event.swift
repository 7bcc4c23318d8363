/// Something that happened in a tenant, as a value. Events name people by id, never by personal data.
///
/// One that is also `Codable` can be handled after its commit; how it is encoded must stay readable while events wait.
public protocol Event: Sendable {}

/// A new organization has its identity; its first administrator is to come.
public struct OrganizationFounded: Event, Codable { public let organization: OrganizationID }

/// The founder is to become administrator. A module that reacts takes over inviting them; without one, the kernel admits
/// the account that owns the address.
public struct FounderAwaited: Event { public let address: EmailAddress }

public struct SettingsChanged: Event { public let settings: OrganizationSettings }

/// A person became an active member: for the first time, or after having been removed.
public struct MemberJoined: Event, Codable { public let member: MemberID }

public struct MemberDeactivated: Event, Codable { public let member: MemberID }

public struct MemberReactivated: Event, Codable { public let member: MemberID }

/// A member was removed or left; roles and teams ended with it.
public struct MemberRemoved: Event, Codable { public let member: MemberID, wasActive: Bool }

public struct RoleGranted: Event, Codable { public let member: MemberID, assignment: Assignment }

public struct RoleRevoked: Event, Codable { public let member: MemberID, assignment: Assignment }

public struct TeamCreated: Event, Codable { public let team: TeamID }

public struct TeamRenamed: Event, Codable { public let team: TeamID }

/// A team was closed; its memberships and its supervisors' roles ended with it.
public struct TeamArchived: Event, Codable { public let team: TeamID }

public struct TeamJoined: Event, Codable { public let team: TeamID, member: MemberID }

public struct TeamLeft: Event, Codable { public let team: TeamID, member: MemberID }

/// A reaction threw, and failed the unit whose event it reacted to.
public struct ReactionError: Error, CustomStringConvertible {
    public let module: ModuleID
    public let event: String
    public let cause: any Error

    public var description: String { "module '\(module)' failed reacting to \(event): \(cause)" }
}
