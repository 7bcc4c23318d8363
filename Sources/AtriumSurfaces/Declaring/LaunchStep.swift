public import Atrium

/// A step of an organization's launch: what it is about, how far it is, and where it is done. Modules contribute their steps to
/// `ExtensionPoint.launchSteps`; the state is computed from the organization's data.
public struct LaunchStep: Sendable {
    /// When a step comes.
    public enum Phase: String, Sendable, CaseIterable {
        /// Before anybody is invited: teams, roles, courses.
        case prepare
        /// People come in.
        case invite
        /// People are told.
        case tell
        /// What is looked at during the year.
        case follow
    }

    /// How far a step is, with a sentence about it.
    public enum Progress: Sendable {
        /// Something is left to do.
        case open(Words)
        /// It is done, as far as the data say.
        case done(Words)
    }

    let name: String
    let phase: Phase
    let title: Words
    let advice: Words
    let surface: any Surface
    let progress: @Sendable (Tenant, Caller) async throws -> Progress

    /// Makes a step. `surface` is where it is done, and `progress` asks the module's service in the caller's name. For a caller who
    /// may not know, it throws `AccessError`, and the step is left out.
    public init<Provider: SurfaceProvider>(
        _ name: SurfaceName, _ phase: Phase, _ title: Words, advice: Words, at surface: any Surface,
        of provider: Provider.Type,
        progress: @escaping @Sendable (Provider.Service, Caller) async throws -> Progress
    ) {
        self.name = "\(Provider.id)-\(name)"
        (self.phase, self.title, self.advice, self.surface) = (phase, title, advice, surface)
        self.progress = { tenant, caller in try await progress(provider.service(in: tenant), caller) }
    }
}

extension ExtensionPoint where Value == LaunchStep {
    /// The steps of a launch.
    public static var launchSteps: ExtensionPoint<LaunchStep> { ExtensionPoint("surfaces.launch steps") }
}
