public import Atrium

/// A rule that every module keeps. ``verifyModule(_:with:roles:olderRows:operations:notCaughtUp:acts:scenario:)`` checks it.
public enum ConformanceRule: String, Sendable, CaseIterable {
    /// The migrations run in an empty file and in a file of each earlier version. They make the same tables there, and run once.
    case schema = "the schema migrates from every version"
    /// The module starts with exactly the modules that it declares.
    case dependencies = "dependencies are declared"
    /// After a start that failed or was interrupted, the next start succeeds and leaves the same rows.
    case start = "a start can be repeated"
    /// Organizations do not see each other's data.
    case isolation = "organizations are separate"
    /// What was written is there after a restart.
    case restart = "what was written survives a restart"
    /// Bodies of units, reactions and handlers leave the same rows if they run again.
    case repetition = "units may run again"
    /// After the module was off for a time, its rows are those that it would have if it had never been off.
    case absence = "away and back is like never away"
    /// After a purge, nothing of the module is left, and it can be switched on again.
    case purge = "a purge leaves nothing"
    /// Each operation asks for a permission that is declared, and is refused without it. Each permission that is declared is
    /// needed: by an operation, by a surface, or as the permission of a unit of the scenario that wrote something.
    case permissions = "operations ask for their permission"
    /// Surfaces keep the rules of ``SurfaceCheck``.
    case surfaces = "surfaces offer what the service allows"
    /// Columns that may hold something about a person are declared.
    case personalData = "personal data is declared"
    /// If the module is translated into a language, all texts of its surfaces are.
    case languages = "texts are translated"
    /// The scenario, and the work that follows from it, ends without an error.
    case scenario = "the scenario succeeds"
}

/// A rule that a module breaks, with what was seen and what to change.
public struct ConformanceFault: Sendable, Equatable, CustomStringConvertible {
    /// The rule.
    public let rule: ConformanceRule
    /// What was seen, and what to change.
    public let advice: String

    public var description: String { "\(rule.rawValue): \(advice)" }
}

/// Everything that ``verifyModule(_:with:roles:olderRows:operations:notCaughtUp:acts:scenario:)`` found in a module.
public struct ConformanceError: Error, CustomStringConvertible {
    /// The module that was checked.
    public let module: ModuleID
    /// The faults, in the order of the checks.
    public let faults: [ConformanceFault]

    public var description: String {
        (["module '\(module)' has \(faults.count == 1 ? "a fault" : "\(faults.count) faults"):"]
            + faults.map { "- \($0)" })
            .joined(separator: "\n")
    }
}
