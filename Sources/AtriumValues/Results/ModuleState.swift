/// Whether a module works in an organization.
public enum ModuleState: Sendable, Equatable, Codable {
    /// It works.
    case on
    /// The organization does not have it. What it stored here before stays.
    case off
    /// It works as soon as these modules do, which it needs.
    case waiting(for: [ModuleID])
    /// Its start threw an error. It is started again later.
    case failed
    /// It stored data here, and this program has no module of that name. The data stays.
    case missing
}
