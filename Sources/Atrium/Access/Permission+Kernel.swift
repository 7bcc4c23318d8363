/// The permissions that the kernel itself checks. An integrator's role can name them.
extension Permission {
    static let enter = Permission("kernel.enter", grantedTo: .anyAccount)
    /// See the organization with its settings.
    public static let viewOrganization = Permission("kernel.view organization", grantedTo: .everyMember, .operator)
    /// Change the name, the language, the time zone and the first day of the week.
    public static let changeSettings = Permission("kernel.change settings", grantedTo: .administrator)
    /// Change the slug under which the organization is looked up.
    public static let changeSlug = Permission("kernel.change slug", grantedTo: .administrator, .operator)
    /// See members with their roles and teams.
    public static let viewMembers = Permission(
        "kernel.view members", grantedTo: .administrator, .manager, .supervisor, .oneself)
    /// Find active members by address or name, to add them to a team.
    public static let findMembers = Permission("kernel.find members", grantedTo: .administrator, .supervisor)
    /// Rename, deactivate, reactivate and remove members.
    public static let manageMembers = Permission("kernel.manage members", grantedTo: .administrator)
    /// End the principal's own membership.
    public static let leave = Permission("kernel.leave", grantedTo: .oneself)
    /// Choose the language in which the principal reads.
    public static let chooseLanguage = Permission("kernel.choose language", grantedTo: .oneself)
    /// Grant and revoke roles. `Roles` says which ones.
    public static let grantRoles = Permission("kernel.grant roles", grantedTo: .administrator)
    /// See teams.
    public static let viewTeams = Permission("kernel.view teams", grantedTo: .administrator, .manager, .supervisor)
    /// Create, rename, archive and unarchive teams.
    public static let manageTeams = Permission("kernel.manage teams", grantedTo: .administrator)
    /// Add members to a team, and take them out.
    public static let manageTeamMembers = Permission(
        "kernel.manage team members", grantedTo: .administrator, .supervisor)
    /// Check the audit chain.
    public static let viewAudit = Permission("kernel.view audit", grantedTo: .administrator)

    /// See failed jobs, and restart them.
    public static let manageFailedJobs = Permission("kernel.manage failed jobs", grantedTo: .administrator, .operator)
    /// Switch every module on and off, and give the organization another feature set.
    public static let switchModules = Permission("kernel.switch modules", grantedTo: .operator)
    /// Delete what a module stored that is off or missing.
    public static let purgeModules = Permission("kernel.purge modules", grantedTo: .operator)
    /// Switch those modules on and off that the feature set leaves to the organization.
    public static let switchOwnModules = Permission("kernel.switch own modules", grantedTo: .administrator, .operator)
    /// Change who has a permission, as far as its module leaves this to the organization.
    public static let adjustGrants = Permission("kernel.adjust grants", grantedTo: .administrator, .operator)
    /// Let a person's address pass to another person, in the whole platform.
    package static let releaseAddress = Permission("kernel.release address", grantedTo: .operator)
    /// Only for modules, when they handle events after the commit.
    static let handleEvents = Permission("kernel.handle events")
    /// Only for modules, for work in their own name. The audit chain shows it in place of a permission.
    package static let system = Permission("kernel.system work")

    static let kernel = [
        enter, viewOrganization, changeSettings, changeSlug, viewMembers, findMembers, manageMembers, leave,
        chooseLanguage, grantRoles, viewTeams, manageTeams, manageTeamMembers, viewAudit, manageFailedJobs,
        switchModules, switchOwnModules, purgeModules, adjustGrants, releaseAddress, handleEvents, system,
    ]
}
