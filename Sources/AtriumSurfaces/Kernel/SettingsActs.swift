public import Atrium
internal import AtriumSystem
internal import Foundation

/// Changes the settings of the organization.
public struct ChangeSettings: Act {
    /// The name of the organization.
    public let title: String
    /// The language, a tag of BCP 47.
    public let language: String
    /// The name of the time zone.
    public let timeZone: String
    /// The first day of the week.
    public let firstWeekday: Weekday
    /// A digest of the settings on which the change is based; `nil` changes them whatever they are.
    public let basis: String?

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "settings"
    public static let title: Words = "Settings"
    public static let button: Words = "Save"
    public static let needs = Need<Self>(.changeSettings, .viewOrganization)
    public static let repetition = Repetition.harmless
    public static let places: [Place<Self>] = [.area(.administration, in: .organization, after: LaunchTable.self)]
    public static let form = Form(
        Self.init,
        Field("name", \.title, .line, "Name"),
        Field("language", \.language, .line, "Language", help: "A tag of BCP 47, such as en or de-CH."),
        Field("time-zone", \.timeZone, .line, "Time zone", help: "A name such as Europe/Paris. Days begin by it."),
        Field("first-weekday", \.firstWeekday, .weekday, "First day of the week"),
        Field(
            "basis", \.basis, .optional(.hidden), "Basis",
            help:
                "What the settings were when their form was opened. If they are others now, nothing is done.")
    )

    public static func initial(_: Self?, in tenant: Tenant, for caller: Caller) async throws -> Self? {
        let organization = try await tenant.settings.organization(as: caller.principal)
        return Self(
            title: organization.name, language: organization.language, timeZone: organization.timeZone.identifier,
            firstWeekday: organization.firstWeekday, basis: Self.digest(of: organization))
    }

    private static func digest(of organization: any Organization) -> String {
        let zone = organization.timeZone.identifier
        let text = "\(organization.name)\n\(organization.language)\n\(zone)\n\(organization.firstWeekday)"
        return SHA256.digest(of: Array(text.utf8)).prefix(16).hexadecimal
    }

    public func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        guard let zone = TimeZone(identifier: timeZone) else { throw UnknownTimeZone() }
        let present = Self.digest(of: try await tenant.settings.organization(as: caller.principal))
        guard basis == nil || basis == present else { throw SettingsChangedMeanwhile() }
        try await tenant.settings.change(
            OrganizationSettings(name: title, language: language, timeZone: zone, firstWeekday: firstWeekday),
            as: caller.principal)
        return Outcome("The settings are changed.")
    }
}

/// The settings are not those on which a change is based.
struct SettingsChangedMeanwhile: ExplainedError {
    var words: Words { "somebody else changed the settings meanwhile; open them again, and change them there" }
}

/// No time zone has this name.
struct UnknownTimeZone: ExplainedError {
    var words: Words { "there is no time zone of this name; write a name such as Europe/Paris" }
}

extension FieldKind where Value == Weekday {
    /// A day of the week.
    public static let weekday = FieldKind(
        .choice(Weekday.allCases.map { Choice($0.description, $0.words) }),
        parse: { (text: String) throws(InvalidField) in
            guard let day = Weekday(text) else {
                throw InvalidField("is none of the choices")
            }
            return day
        }, text: { $0.description })
}

extension Weekday {
    /// The name of the day.
    public var words: Words {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}

/// Changes the slug under which the organization is looked up.
struct ChangeSlug: Act {
    let slug: String

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "change-slug"
    static let title: Words = "Change the address of the area"
    static let help: Words = "Links with the former address still lead here for some time."
    static let needs = Need<Self>(.changeSlug)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(ChangeSettings.self)]
    static let form = Form(
        Self.init, Field("slug", \.slug, .line, "New address", help: "Lower-case letters, digits and hyphens."))

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.settings.changeSlug(to: slug, as: caller.principal)
        return Outcome("The address is changed to \(slug).")
    }
}
