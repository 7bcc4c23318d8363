public import Atrium

/// Chooses the language in which the caller reads.
public struct ChooseLanguage: Act {
    /// The tag of the language; `nil` for the organization's.
    public let language: String?

    /// The choice of a language.
    public init(language: String?) { self.language = language }

    public typealias Provider = KernelSurfaces
    public static let name: SurfaceName = "language"
    public static let title: Words = "My language"
    public static let help: Words = "Pages and mail come in this language. Without a choice it is the organization's."
    public static let button: Words = "Save"
    public static let needs = Need<Self>(.chooseLanguage, .viewMembers, in: .anywhere)
    public static let repetition = Repetition.harmless
    public static let places: [Place<Self>] = [.area(.home)]
    public static let form = Form(
        Self.init, Field("language", \.language, .optional(.line), "Language", choices: choices))

    /// The languages in which this form can be read, each by its own name, so that its readers find it.
    private static let choices = Choices.of(KernelSurfaces.self) { tenant, _ in
        tenant.languages.tags.map { Choice($0, Words(verbatim: tenant.languages.language($0).name)) }
    }

    public static func initial(_: Self?, in tenant: Tenant, for caller: Caller) async throws -> Self? {
        Self(language: try await tenant.members.member(caller.member, as: caller.principal).member.language)
    }

    public func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.members.chooseLanguage(language, as: caller.principal)
        return Outcome("Your language is chosen.", next: Self(language: nil))
    }
}
