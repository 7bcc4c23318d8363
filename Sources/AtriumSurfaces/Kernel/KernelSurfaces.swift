public import Atrium

/// The surfaces of the kernel's own nouns: members, teams, roles, settings, audit and failed jobs.
public enum KernelSurfaces: SurfaceProvider {
    public static let id: ModuleID = "kernel"
    public static let surfaces: [any Surface.Type] = [
        MembersTable.self, MemberSheet.self, RenameMember.self, DeactivateMember.self, ReactivateMember.self,
        RemoveMember.self, DeactivateMembers.self, RemoveMembers.self, GrantRole.self, RevokeRole.self,
        LeaveOrganization.self,
        TeamsTable.self, TeamSheet.self, CreateTeam.self, RenameTeam.self, ArchiveTeam.self, UnarchiveTeam.self,
        FindMembers.self, AddToTeam.self, RemoveFromTeam.self,
        RolesTable.self, ChangeSettings.self, ChangeSlug.self,
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
    public static let team = FieldKind.id(
        "team",
        choices: .of(KernelSurfaces.self) { tenant, caller in
            do {
                return try await tenant.teams.list(as: caller.principal).map {
                    Choice($0.id.description, Words(verbatim: $0.name))
                }
            } catch is AccessError { return [] }
        },
        naming: .of(KernelSurfaces.self) { text, tenant, caller in
            let teams = try await tenant.teams.list(archived: true, as: caller.principal)
            return teams.first { $0.id.description == text }.map { Words(verbatim: $0.name) }
        })
}

extension FieldKind where Value == RoleID {
    /// A role that members can hold here.
    public static let role = FieldKind(
        .reference("role"),
        choices: .of(KernelSurfaces.self) { tenant, caller in
            try await tenant.roles.list(as: caller.principal).map {
                Choice($0.id.rawValue, Words(verbatim: $0.id.rawValue))
            }
        },
        parse: { (text: String) throws(InvalidField) in
            guard let id = RoleID(rawValue: text) else { throw InvalidField("names no role; choose one") }
            return id
        }, text: { $0.rawValue })
}
