import Atrium
import AtriumAccessTokens
import AtriumAnalytics
import AtriumCourses
import AtriumInvitations
import AtriumMail
import AtriumOperations
import AtriumSeats
import AtriumTesting
import Testing

/// One operation on one kind of target, and the askers that may do it. `Tests/Oracles/doors.py` checks that no operation is
/// missing.
struct Row: Sendable, CustomTestStringConvertible {
    let operation: String
    let target: String
    let allowed: Set<Asker>
    let act: @Sendable (World, Principal) async throws -> Void
    /// Whether it is an operation of a module of the platform.
    fileprivate(set) var isOfPlatform = false

    init(
        _ operation: String, on target: String = "", _ allowed: Set<Asker>,
        _ act: @escaping @Sendable (World, Principal) async throws -> Void
    ) {
        self.operation = operation
        self.target = target
        self.allowed = allowed
        self.act = act
    }

    /// The same operation, of a module of the platform.
    var ofPlatform: Row {
        var row = self
        row.isOfPlatform = true
        return row
    }

    var testDescription: String { "\(operation) \(target)" }
}

struct PermissionMatrix {
    private static let administrators: Set<Asker> = [.administrator]
    private static let leaders: Set<Asker> = [.administrator, .manager]
    private static let team: Set<Asker> = [.administrator, .supervisor]
    private static let members: Set<Asker> = [.administrator, .manager, .supervisor, .member]
    private static let administration: Set<Asker> = [.administrator, .operator]
    private static let everybody = Set(Asker.allCases)

    fileprivate static var roster: AsyncStream<[UInt8]> {
        AsyncStream { stream in
            stream.yield(Array("email\nnew@acme.example\n".utf8))
            stream.finish()
        }
    }

    static let rows: [Row] =
        [
            // FailedJobs
            Row("FailedJobs.list(as:)", administration) { _ = try await $0.tenant.failedJobs.list(as: $1) },
            Row("FailedJobs.restart(_:as:)", administration) { world, asker in
                let failure = FailedJob(module: "mail", name: "deliver")
                try await world.tenant.failedJobs.restart(failure, as: asker)
            },
            // AccessTokenService
            Row("AccessTokenService.list(as:)", administrators) { world, asker in
                _ = try await world.tenant[AccessTokens.self].list(as: asker)
            },
            Row("AccessTokenService.create(_:permissions:days:identity:as:)", administrators) { world, asker in
                _ = try await world.tenant[AccessTokens.self].create(
                    "payroll", permissions: ["kernel.view members"], days: 1, as: asker)
            },
            Row("AccessTokenService.revoke(_:as:)", administrators) { world, asker in
                do {
                    try await world.tenant[AccessTokens.self].revoke(#require(ID(world.ada.description)), as: asker)
                } catch AccessTokenError.unknown {
                    // An asker who may revoke is told that there is no such token.
                }
            },
            // Members
            Row("Members.list(_:as:)", members) { _ = try await $0.tenant.members.list(as: $1) },
            Row("Members.member(_:as:)", on: "in North", members) {
                _ = try await $0.tenant.members.member($0.ada, as: $1)
            },
            Row("Members.member(_:as:)", on: "in South", leaders) {
                _ = try await $0.tenant.members.member($0.bob, as: $1)
            },
            Row("Members.find(_:as:)", team) { _ = try await $0.tenant.members.find("bob", as: $1) },
            Row("Members.rename(_:to:as:)", on: "in North", administrators) { world, asker in
                try await world.tenant.members.rename(world.ada, to: "Ada", as: asker)
            },
            Row("Members.deactivate(_:as:)", on: "in North", administrators) { world, asker in
                try await world.tenant.members.deactivate(world.ada, as: asker)
            },
            Row("Members.reactivate(_:as:)", administrators) { world, asker in
                let gone = try #require(world.principals[.deactivated]?.member)
                try await world.tenant.members.reactivate(gone, as: asker)
            },
            Row("Members.remove(_:as:)", on: "in North", administrators) { world, asker in
                try await world.tenant.members.remove(world.ada, as: asker)
            },
            Row("Members.leave(as:)", members) { world, asker in
                do {
                    try await world.tenant.members.leave(as: asker)
                } catch MemberError.unknown where asker.member == nil {
                    // An asker that is not a member has nothing to leave.
                    throw Refused()
                }
            },
            Row("Tenant.language(as:)", members.union([.operator])) { _ = try await $0.tenant.language(as: $1) },
            Row("Members.chooseLanguage(_:as:)", members) { world, asker in
                do {
                    try await world.tenant.members.chooseLanguage("fr", as: asker)
                } catch MemberError.unknown where asker.member == nil {
                    // An asker that is not a member reads in no language of its own.
                    throw Refused()
                }
            },
            // Teams
            Row("Teams.list(archived:as:)", [.administrator, .manager, .supervisor]) {
                _ = try await $0.tenant.teams.list(as: $1)
            },
            Row("Teams.create(_:as:)", administrators) { _ = try await $0.tenant.teams.create("East", as: $1) },
            Row("Teams.rename(_:to:as:)", on: "North", administrators) {
                try await $0.tenant.teams.rename($0.north, to: "Nord", as: $1)
            },
            Row("Teams.archive(_:as:)", on: "North", administrators) {
                try await $0.tenant.teams.archive($0.north, as: $1)
            },
            Row("Teams.unarchive(_:as:)", on: "West", administrators) {
                try await $0.tenant.teams.unarchive($0.west, as: $1)
            },
            Row("Teams.add(_:to:as:)", on: "North", team) {
                try await $0.tenant.teams.add($0.carl, to: $0.north, as: $1)
            },
            Row("Teams.add(_:to:as:)", on: "South", administrators) {
                try await $0.tenant.teams.add($0.carl, to: $0.south, as: $1)
            },
            Row("Teams.remove(_:from:as:)", on: "North", team) {
                try await $0.tenant.teams.remove($0.ada, from: $0.north, as: $1)
            },
            Row("Teams.remove(_:from:as:)", on: "South", administrators) {
                try await $0.tenant.teams.remove($0.bob, from: $0.south, as: $1)
            },
            // Roles
            Row("Roles.grant(_:to:as:)", on: "manager", administrators) {
                try await $0.tenant.roles.grant(Assignment(.manager), to: $0.carl, as: $1)
            },
            Row("Roles.grant(_:to:as:)", on: "supervisor of North", administrators) {
                try await $0.tenant.roles.grant(Assignment(.supervisor, team: $0.north), to: $0.carl, as: $1)
            },
            Row("Roles.revoke(_:from:as:)", on: "supervisor of North", administrators) { world, asker in
                let lead = try #require(world.principals[.supervisor]?.member)
                try await world.tenant.roles.revoke(Assignment(.supervisor, team: world.north), from: lead, as: asker)
            },
            // Settings and audit
            Row("Settings.organization(as:)", members.union([.operator])) {
                _ = try await $0.tenant.settings.organization(as: $1)
            },
            Row("Settings.change(_:as:)", administrators) {
                try await $0.tenant.settings.change(OrganizationSettings(name: "Acme 2"), as: $1)
            },
            Row("Settings.changeSlug(to:as:)", administration) {
                try await $0.tenant.settings.changeSlug(to: "apex", as: $1)
            },
            Row("Platform.releaseAddress(_:of:as:)", [.operator]) { world, asker in
                let address = try EmailAddress("passing@acme.example")
                let platform = world.test.platform
                let account = try await platform.createAccount(provenAddress: address, name: "Passing")
                try await platform.releaseAddress(address, of: account, as: asker)
            },
            Row("Audit.verify(as:)", administrators) { _ = try await $0.tenant.audit.verify(as: $1) },
            Row("Audit.list(_:as:)", administrators) { _ = try await $0.tenant.audit.list(as: $1) },
            Row("Roles.list(as:)", members.union([.operator])) { _ = try await $0.tenant.roles.list(as: $1) },
            // Seats
            Row("SeatService.ownSeat(as:)", members) { _ = try await $0.seats.ownSeat(as: $1) },
            Row("SeatService.balance(as:)", leaders.union([.operator])) { _ = try await $0.seats.balance(as: $1) },
            Row("SeatService.check(as:)", leaders.union([.operator])) { try await $0.seats.check(as: $1) },
            Row("SeatService.setLimit(_:as:)", [.operator]) { try await $0.seats.setLimit(100, as: $1) },
            // Mail
            Row("MailService.list(_:as:)", administrators) { _ = try await $0.tenant[Mail.self].list(as: $1) },
            Row("MailService.optedOut(of:as:)", on: "oneself", [.member]) {
                _ = try await $0.tenant[Mail.self].optedOut(of: $0.ada, as: $1)
            },
            Row("MailService.setOptedOut(_:of:for:as:)", on: "oneself", [.member]) {
                try await $0.tenant[Mail.self].setOptedOut(true, of: .messages, for: $0.ada, as: $1)
            },
            Row("MailService.optOutSummary(ofToken:as:)", everybody) { world, asker in
                // Access is granted, but no mail contained this token. The same is true for the next row.
                await #expect(throws: MailError.invalidToken) {
                    try await world.tenant[Mail.self].optOutSummary(ofToken: world.token, as: asker)
                }
            },
            Row("MailService.optOut(token:as:)", everybody) { world, asker in
                await #expect(throws: MailError.invalidToken) {
                    try await world.tenant[Mail.self].optOut(token: world.token, as: asker)
                }
            },
            // Invitations
            Row("InvitationService.preview(_:role:teams:as:)", administrators) {
                _ = try await $0.invitations.preview("new@acme.example", as: $1)
            },
            Row("InvitationService.invite(_:role:teams:as:)", administrators) {
                _ = try await $0.invitations.invite([EmailAddress("new@acme.example")], as: $1)
            },
            Row("InvitationService.invite(_:role:teams:as:)", on: "as supervisor of North", administrators) {
                _ = try await $0.invitations.invite(
                    [EmailAddress("new@acme.example")], role: .supervisor, teams: [$0.north], as: $1)
            },
            Row("InvitationService.previewRoster(from:form:createTeams:as:)", administrators) {
                _ = try await $0.invitations.previewRoster(from: PermissionMatrix.roster, as: $1)
            },
            Row("InvitationService.importRoster(from:form:createTeams:as:)", administrators) {
                _ = try await $0.invitations.importRoster(from: PermissionMatrix.roster, as: $1)
            },
            Row("InvitationService.exportRoster(as:)", members) {
                for try await _ in try $0.invitations.exportRoster(as: $1) {}
            },
            Row("InvitationService.list(_:as:)", administrators) { _ = try await $0.invitations.list(as: $1) },
            Row("InvitationService.resend(_:as:)", administrators) {
                _ = try await $0.invitations.resend(InvitationQuery(), as: $1)
            },
            Row("InvitationService.revoke(_:as:)", administrators) {
                _ = try await $0.invitations.revoke(InvitationQuery(), as: $1)
            },
            Row("InvitationService.invitation(ofToken:as:)", everybody) {
                _ = try await $0.invitations.invitation(ofToken: $0.token, as: $1)
            },
            Row("InvitationService.decline(_:as:)", everybody) { try await $0.invitations.decline($0.token, as: $1) },
            Row("InvitationService.createAccount(_:name:as:)", everybody) { world, asker in
                // The token grants access, but its address already has an account.
                await #expect(throws: AccountError.addressTaken) {
                    try await world.invitations.createAccount(world.token, name: "Invited", as: asker)
                }
            },
            Row("InvitationService.accept(_:as:)", [.account]) { world, asker in
                // A member signs in as an account to accept. Only the account of the invited address joins.
                do {
                    _ = try await world.invitations.accept(world.token, as: asker)
                } catch InvitationError.addressNotVerified {
                    _ = try await world.invitations.accept(world.token, as: .account(world.invitedAccount))
                } catch InvitationError.accountMissing {
                    throw Refused()
                }
            },
        ]
        + [
            learning, figures, suggestions, goals, pages, campaigns, certificates, privacy, kit, slots, modules,
            sessions,
        ].flatMap { $0 }

    @Test(arguments: rows)
    func `an operation succeeds for the askers that may do it, and is refused to all others`(_ row: Row) async throws {
        for asker in Asker.allCases {
            try await withWorld(sessions: row.isOfPlatform) { world in
                let principal = try #require(world.principals[asker])
                do {
                    try await row.act(world, principal)
                    #expect(row.allowed.contains(asker), "\(row.testDescription): \(asker) was allowed")
                } catch  where error is AccessError || error is Refused {
                    #expect(!row.allowed.contains(asker), "\(row.testDescription): \(asker) was refused")
                }
            }
        }
    }
}

/// A refusal that is not the kernel's own `AccessError`.
struct Refused: Error {}
