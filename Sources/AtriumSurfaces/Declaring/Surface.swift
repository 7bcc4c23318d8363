public import Atrium

/// Something that a module shows, or lets people do. The type declares it; a value of the type is a request.
///
/// `Deactivate(member: id)` is an act that somebody could do. `PendingInvitations(text: "north")` is a table with a filter. So a
/// link, an act on a row and "all that match" are values. All declarations are static: documents and help need no organization.
///
/// A surface calls the functions of its module's service. They check permissions and decide. Renderers (web pages, terminals,
/// interfaces for programs) read the declarations and name no module.
///
/// Conform to ``Table``, ``Sheet``, ``Act`` or ``PlannedAct``.
public protocol Surface: Sendable {
    /// The module that has the surface.
    associatedtype Provider: SurfaceProvider

    /// The name, unique in its module: `[a-z][a-z0-9-]*`. It is part of addresses and commands, so never change it.
    static var name: SurfaceName { get }
    /// The title: a noun for what is shown, a verb for what is done.
    static var title: Words { get }
    /// What a person has to know before they use it. One or two sentences.
    static var help: Words { get }
    /// The permissions without which the service refuses it. It is offered only to people who hold them.
    static var needs: Need<Self> { get }
    /// The fields from which a value is made.
    static var form: Form<Self> { get }
    /// Where it is offered; nowhere if it is only reached from other surfaces.
    static var places: [Place<Self>] { get }
    /// Whether it exists with this configuration of the module.
    static func isPresent(in service: Provider.Service) -> Bool
}

extension Surface {
    public static var help: Words { "" }
    public static var places: [Place<Self>] { [] }
    public static func isPresent(in service: Provider.Service) -> Bool { true }

    /// The module and the name: `invitations/invite`.
    public static var path: String { "\(Provider.id)/\(name)" }
}

/// The name of a surface or of a field: a literal `[a-z][a-z0-9-]*`.
public struct SurfaceName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let description: String

    public init(stringLiteral text: StaticString) { description = text.description }
}

/// A module that has surfaces.
public protocol SurfaceProvider: SendableMetatype {
    /// What its surfaces call.
    associatedtype Service: Sendable

    /// The id of the module.
    static var id: ModuleID { get }
    /// All surfaces of the module, in the order in which lists show them.
    static var surfaces: [any Surface.Type] { get }
    /// The service in an organization.
    static func service(in tenant: Tenant) throws -> Service
}

extension SurfaceProvider where Self: Module {
    /// The service of the module.
    public static func service(in tenant: Tenant) throws -> Service { try tenant[Self.self] }
}
