public import Atrium
internal import AtriumSurfaces

/// The data of people: what the organization holds of a person is exported, and erased on request, in the tables of all
/// modules. What is no longer needed goes after a time that the organization chooses.
///
/// Modules say what their tables hold of people (`Module.personalData`). This module reads and erases by these declarations and
/// knows no other module.
public struct Privacy: Module {
    public static let id: ModuleID = "privacy"
    public static let title: Words = "Privacy"
    public static let dependencies: [any Module.Type] = []
    public static let permissions = [
        Permission.exportPersonalData, .erasePersonalData, .manageRetention, .repeatErasures,
        .replaceErasedAdministrator,
    ]
    public static let phrases = [Phrases.arabic, .french, .german]
    public static let schema = PrivacySchema.all
    public static let personalData = PrivacySchema.personalData

    static let finishing: StaticString = "finish erasures"
    static let repeating: StaticString = "repeat erasures"
    static let retaining: StaticString = "apply retention"

    /// The time after an erasure until the files are rewritten. Erasures in this time share the work. A minute by default.
    public var scrubDelay = Duration.seconds(60)
    /// How many rows one unit of the retention erases. Tests make it small, so that few rows need several units.
    package var pageSize = 500
    /// How many people one unit of the retention erases. An erasure changes rows of all modules, and others wait for the unit.
    package var peoplePageSize = 10

    /// Makes the module.
    public init() {}

    public func start(in tenant: TenantContext) async throws -> PrivacyService {
        let service = PrivacyService(tenant: tenant, module: self)
        try tenant.on(MemberRemoved.self) { try service.noteDeparture(of: $0.member, in: $1) }
        try tenant.on(MemberJoined.self) { try service.forgetDeparture(of: $0.member, in: $1) }
        try tenant.every(.seconds(3600), Self.finishing) { try await service.finishErasures() }
        try tenant.every(.seconds(3600), Self.repeating) { try await service.repeatNotedErasures() }
        try tenant.every(.seconds(86_400), Self.retaining) { try await service.applyRetention() }
        try tenant.catchUp { try service.rebuildDepartures(in: $0) }
        try await service.wakeRepeating()
        return service
    }
}

extension Permission {
    /// Export what the organization holds of a person. Everybody may export their own data.
    public static let exportPersonalData = Permission(
        "privacy.export personal data", grantedTo: .administrator, .oneself)
    /// Erase everything that says who a person is.
    public static let erasePersonalData = Permission("privacy.erase personal data", grantedTo: .administrator)
    /// See and choose how long data is kept.
    public static let manageRetention = Permission("privacy.manage retention", grantedTo: .administrator)
    /// See who was erased, and erase them again after a restore.
    public static let repeatErasures = Permission(
        "privacy.repeat erasures", grantedTo: .administrator, .operator)
    /// Make somebody administrator where the only administrator is an erased person whom an older file has brought back.
    public static let replaceErasedAdministrator = Permission(
        "privacy.replace erased administrator", grantedTo: .operator)
}
