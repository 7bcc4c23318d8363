public import Atrium
internal import AtriumCourses
internal import AtriumInvitations
internal import AtriumMail
internal import AtriumSurfaces

/// What an organization tells its people before the launch: a flyer, a poster, a newsletter, banners, a teaser and an
/// announcement. They are made from its name, one colour, a logo and its catalogue, in each language of the platform.
///
/// It writes SVG, HTML, mail and text. PDF, PNG and video are made from these by programs outside.
public struct LaunchKit: Module {
    public static let id: ModuleID = "launchkit"
    public static let title: Words = "Launch kit"
    public static let dependencies: [any Module.Type] = [Courses.self, Invitations.self, Mail.self]
    public static let permissions = [Permission.designKit]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = LaunchKitSchema.all
    public static let personalData = LaunchKitSchema.personalData

    /// Makes the address where an organization's people begin, for example the page on which they sign in. It is printed, and
    /// the QR code leads there. An organization can choose another one.
    public var address: @Sendable (OrganizationID) -> String

    /// Makes the module. `address` makes an address `https://…` of visible ASCII, up to 200 bytes.
    public init(address: @escaping @Sendable (_ organization: OrganizationID) -> String) { self.address = address }

    public func start(in tenant: TenantContext) throws -> LaunchKitService {
        let address = address(tenant.organization)
        guard KitDesign.isAddress(address) else {
            throw ConfigurationError(faults: [
                "the address of LaunchKit is not https://… or http://… of visible ASCII, up to 200 bytes; correct its closure"
            ])
        }
        for step in Self.launchSteps { try tenant.contribute(step, to: .launchSteps) }
        return LaunchKitService(
            tenant: tenant, courses: try tenant.service(of: Courses.self),
            invitations: try tenant.service(of: Invitations.self), address: address)
    }
}

extension Permission {
    /// Design the kit, and get its files.
    public static let designKit = Permission("launchkit.design", grantedTo: .administrator)
}
