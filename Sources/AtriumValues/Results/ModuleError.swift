/// A module does not work in the organization.
public struct ModuleError: ExplainedError, Equatable {
    /// The module that was looked up.
    public let module: ModuleID
    /// Why it does not work. `on` means that another instance of the module works now.
    public let state: ModuleState

    /// An error for a module in a state.
    public init(_ module: ModuleID, _ state: ModuleState) { (self.module, self.state) = (module, state) }

    public var words: Words {
        switch state {
        case .on: "module '\(module.description)' was replaced since this service was looked up; look it up again"
        case .off: "module '\(module.description)' is switched off in this organization; switch it on"
        case .waiting(let others):
            "module '\(module.description)' waits in this organization for \(others.map(\.description).joined(separator: ", "))"
        case .failed:
            "module '\(module.description)' did not start in this organization; the platform's observer got the error, and it is tried again"
        case .missing: "module '\(module.description)' is not part of this program; add it to the platform's modules"
        }
    }
}
