internal import Atrium

/// Chooses the language in which the caller reads.
struct ChooseLanguage: Act {
    /// `nil` for the organization's.
    let language: String?

    typealias Provider = KernelSurfaces
    static let name: SurfaceName = "language"
    static let title: Words = "My language"
    static let help: Words = "Pages and mail come in this language. Without a choice it is the organization's."
    static let button: Words = "Save"
    static let needs = Need<Self>(.chooseLanguage, .viewMembers, in: .anywhere)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form(Self.init, Field("language", \.language, .optional(.line), "Language", choices: choices))

    /// The languages in which this form can be read, each by its own name, so that its readers find it.
    private static let choices = Choices.of(KernelSurfaces.self) { tenant, _ in
        tenant.languages.tags.map { Choice($0, Words(verbatim: tenant.languages.language($0).name)) }
    }

    static func initial(_: Self?, in tenant: Tenant, for caller: Caller) async throws -> Self? {
        Self(language: try await tenant.members.member(caller.member, as: caller.principal).member.language)
    }

    func perform(in tenant: Tenant, for caller: Caller) async throws -> Outcome {
        try await tenant.members.chooseLanguage(language, as: caller.principal)
        return Outcome("Your language is chosen.", next: Self(language: nil))
    }
}
