package import AtriumValues

/// What an act changes in the modules of an organization.
package struct ModuleChange: Sendable {
    /// Modules to switch on or off.
    package var choices: [ModuleID: Bool] = [:]
    /// The name of another feature set. It also undoes all earlier choices.
    package var featureSet: String?
    /// A permission of a module that is granted, or not granted any more.
    package typealias GrantChange = (
        module: ModuleID, permission: Permission, grant: Permission.Grant, isGranted: Bool
    )
    package var grant: GrantChange?
    /// The permission of the act, which the unit checks again.
    package var permission: Permission

    /// The modules, or else the feature set, for the audit chain.
    package var subject: String? {
        if let (_, permission, grant, isGranted) = grant {
            let parts = [permission.id, grant.text, isGranted ? "granted" : "taken"]
            return "grant:" + parts.map { $0.replacing(" ", with: "-") }.joined(separator: ":")
        }
        if let featureSet { return "feature set:\(featureSet.isEmpty ? "every module" : featureSet)" }
        return choices.isEmpty ? nil : "module:\(choices.keys.map(\.description).sorted().joined(separator: ","))"
    }

    package init(
        _ choices: [ModuleID: Bool] = [:], featureSet: String? = nil, grant: GrantChange? = nil, permission: Permission
    ) {
        (self.choices, self.featureSet, self.grant, self.permission) = (choices, featureSet, grant, permission)
    }
}
