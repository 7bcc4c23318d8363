public import Atrium

/// The surfaces of the kernel's own nouns: members, teams, roles, settings, audit and failed jobs.
public enum KernelSurfaces: SurfaceProvider {
    public static let id: ModuleID = "kernel"
    public static let surfaces: [any Surface.Type] = [
        MembersTable.self, MemberSheet.self, RenameMember.self, DeactivateMember.self, ReactivateMember.self,
        RemoveMember.self, DeactivateMembers.self, ReactivateMembers.self, RemoveMembers.self, GrantRole.self,
        RevokeRole.self,
        LeaveOrganization.self, ChooseLanguage.self,
        TeamsTable.self, TeamSheet.self, CreateTeam.self, RenameTeam.self, ArchiveTeam.self, UnarchiveTeam.self,
        FindMembers.self, AddToTeam.self, RemoveFromTeam.self,
        RolesTable.self, LaunchTable.self, ChangeSettings.self, ChangeSlug.self,
        ModulesTable.self, SwitchModuleOn.self, SwitchModuleOff.self,
        GrantsTable.self, AllowGrant.self, ForbidGrant.self,
        AuditTable.self, AuditVerificationSheet.self, FailedJobsTable.self, RestartJob.self,
    ]

    public static func service(in tenant: Tenant) -> Tenant { tenant }
}

extension FieldKind where Value == MemberID {
    /// A member of the organization.
    public static let member = FieldKind.id(
        "member",
        naming: .of(KernelSurfaces.self) { text, tenant, caller in
            guard let id = MemberID(text) else { return nil }
            return Words(verbatim: try await tenant.members.member(id, as: caller.principal).member.name)
        })
}

extension FieldKind where Value == TeamID {
    /// A team that the caller sees. There are no choices for somebody who sees none.
    public static let team = team(
        among: .of(KernelSurfaces.self) { tenant, caller in
            try await tenant.teams.choices(as: caller.principal)
        })

    static func team(among choices: Choices) -> FieldKind { .id("team", choices: choices, naming: teamNaming) }

    private static let teamNaming = Naming.of(KernelSurfaces.self) { text, tenant, caller in
        let teams = try await tenant.teams.list(archived: true, as: caller.principal)
        return teams.first { $0.id.description == text }.map { Words(verbatim: $0.name) }
    }
}

extension Teams {
    /// The teams that the principal sees, or some of them, as choices. There are none for somebody who sees none.
    func choices(among some: [TeamID]? = nil, as principal: Principal) async throws -> [Choice] {
        do {
            return try await list(as: principal).filter { some?.contains($0.id) ?? true }
                .map { Choice($0.id.description, Words(verbatim: $0.name)) }
        } catch is AccessError { return [] }
    }
}

extension Array {
    /// The element, if there is no other one.
    var onlyElement: Element? { count == 1 ? self[0] : nil }
}

extension FieldKind where Value == RoleID {
    /// A role that members can hold here.
    public static let role = role(
        among: .of(KernelSurfaces.self) { tenant, caller in
            try await tenant.roles.list(as: caller.principal).map {
                Choice($0.id.rawValue, $0.id.words)
            }
        })

    static func role(among choices: Choices) -> FieldKind {
        FieldKind(
            .reference("role"), choices: choices,
            parse: { (text: String) throws(InvalidField) in
                guard let id = RoleID(rawValue: text) else { throw InvalidField("names no role; choose one") }
                return id
            }, text: { $0.rawValue })
    }
}
