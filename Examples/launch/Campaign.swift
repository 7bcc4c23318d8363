import Atrium
import AtriumCourses
import AtriumInvitations
import AtriumMail
import Foundation

/// The launch itself, step by step. Each step checks what is there and does what is missing. So the next run finishes a run
/// that was killed, and changes nothing after a run that finished.
struct Campaign {
    private static let founder = "administrator@ou.example"

    let platform: Platform
    let dataset: Dataset
    let tenant: Tenant
    let administrator: Principal
    private let outbox: Outbox
    private let invitations: InvitationService
    private let mail: MailService

    /// Creates the organization. Its administrator joins with the mailed invitation.
    init(platform: Platform, dataset: Dataset, folder: String) async throws {
        self.platform = platform
        self.dataset = dataset
        do {
            tenant = try await platform.tenant("open-university")
        } catch OrganizationError.unknown {
            tenant = try await platform.createOrganization(
                OrganizationSettings(name: "Open University", language: "en-GB"), slug: "open-university",
                founder: EmailAddress(Self.founder))
        }
        outbox = Outbox(folder: "\(folder)/outbox")
        invitations = try tenant[Invitations.self]
        mail = try tenant[Mail.self]
        try await mail.deliver()
        let account = try await Self.enter(
            EmailAddress(Self.founder), name: "Administrator", platform, tenant, invitations, token: nil, outbox)
        administrator = try await tenant.principal(for: account)
    }

    /// What a run did. All numbers are zero if everything was done already.
    struct Changes {
        var teams = 0
        var invited = 0
        var joined = 0
        var courses = 0
        /// The lines of the learning record. A line counts as repeated if it was there already.
        var imported = ImportReport()
        var importTime = Duration.zero
        var led = Leaders.Changes()
        /// The number of events handled and other work done at the end.
        var finished = 0

        /// Throws if a line is missing in the learning record.
        func checkImport() throws {
            let missing = imported.total - imported[.accepted] - imported[.repeated]
            if missing > 0 { throw ImportFault(count: missing) }
        }

        var isNothing: Bool {
            teams + invited + joined + courses + imported[.accepted] + imported[.held] + led.suggestions + led.pages
                + led.goals + finished == 0
        }
    }

    func run() async throws -> Changes {
        var changes = Changes()
        let teams = try await createTeams(&changes)
        changes.invited = try await invite(teams)
        try await mail.deliver()
        changes.joined = try await acceptAll()
        changes.courses = try await createCourses()
        changes.importTime = try await ContinuousClock().measure { changes.imported = try await importRecord() }
        changes.led = try await Leaders(
            platform: platform, tenant: tenant, dataset: dataset, administrator: administrator
        ).run()
        // Each completion leads to a certificate. The certificates that are not issued yet are issued now.
        changes.finished = try await platform.runDue()
        return changes
    }

    // MARK: - Steps

    private func createTeams(_ changes: inout Changes) async throws -> [String: TeamID] {
        var teams: [String: TeamID] = [:]
        for team in try await tenant.teams.list(as: administrator) { teams[team.name] = team.id }
        for region in dataset.regions where teams[region.name] == nil {
            teams[region.name] = try await tenant.teams.create(region.name, as: administrator)
            changes.teams += 1
        }
        return teams
    }

    private func invite(_ teams: [String: TeamID]) async throws -> Int {
        let progress = Progress("Inviting", total: dataset.learnerCount + dataset.regions.count + 1)
        var count = try await paste(["manager@ou.example"], role: .manager, teams: [])
        progress.advance(by: 1)
        for (index, region) in dataset.regions.enumerated() {
            let team = teams[region.name].map { [$0] } ?? []
            count += try await paste(["supervisor-\(index + 1)@ou.example"], role: .supervisor, teams: team)
            count += try await paste(region.students.map { "student-\($0)@ou.example" }, role: .member, teams: team)
            progress.advance(by: region.students.count + 1)
        }
        progress.finish()
        return count
    }

    /// Pastes addresses as an administrator does: asks for a preview, and then invites the addresses that are ready.
    private func paste(_ addresses: [String], role: RoleID, teams: [TeamID]) async throws -> Int {
        let text = addresses.joined(separator: "\n")
        let preview = try await invitations.preview(text, role: role, teams: teams, as: administrator)
        guard !preview.ready.isEmpty else { return 0 }
        return try await invitations.invite(preview.ready, role: role, teams: teams, as: administrator)
            .get().ready.count
    }

    /// Accepts all pending invitations, many at once, each in a separate transaction.
    private func acceptAll() async throws -> Int {
        let pending = try await pendingAddresses()
        guard !pending.isEmpty else { return 0 }
        let tokens = try outbox.tokens()
        let progress = Progress("Accepting", total: pending.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (position, address) in pending.enumerated() {
                if position >= 256 {
                    try await group.next()
                    progress.advance(by: 1)
                }
                let name = name(of: address)
                group.addTask { [platform, tenant, invitations, outbox] in
                    _ = try await Self.enter(
                        address, name: name, platform, tenant, invitations, token: tokens[address], outbox)
                }
            }
            while try await group.next() != nil { progress.advance(by: 1) }
        }
        progress.finish()
        return pending.count
    }

    private func createCourses() async throws -> Int {
        let courses = try tenant[Courses.self]
        var known: Set<String> = []
        var query = CourseQuery()
        query.includesRetired = true
        repeat {
            let page = try await courses.list(query, as: administrator)
            known.formUnion(page.courses.map(\.id.description))
            query.cursor = page.next
        } while query.cursor != nil
        let missing = dataset.courses.filter { !known.contains($0.presentation.code) }
        for (presentation, length) in missing {
            let course = Course(
                id: try CourseID(presentation.code), title: "Module \(presentation.code)",
                description: "Presented for \(length) days from \(presentation.start?.description ?? "").")
            try await courses.add(course, as: administrator)
        }
        return missing.count
    }

    private func importRecord() async throws -> ImportReport {
        let progress = Progress("Importing", total: 1 + 2 * dataset.enrolmentCount + dataset.submissionCount)
        let pieces = dataset.record.map { piece in
            progress.advance(by: piece.count { $0 == UInt8(ascii: "\n") })
            return piece
        }
        defer { progress.finish() }
        return try await tenant[Courses.self].importRecord(.csv, from: pieces, as: administrator).get()
    }

    private func pendingAddresses() async throws -> [EmailAddress] {
        var query = InvitationQuery(state: .pending)
        query.limit = 1000
        var addresses: [EmailAddress] = []
        repeat {
            let page = try await invitations.list(query, as: administrator)
            addresses += page.invitations.map(\.email)
            query.cursor = page.next
        } while query.cursor != nil
        return addresses
    }

    /// Follows the link of an invitation: creates the account if there is none, and accepts unless the account has joined
    /// before.
    private static func enter(
        _ address: EmailAddress, name: String, _ platform: Platform, _ tenant: Tenant, _ invitations: InvitationService,
        token: String?, _ outbox: Outbox
    ) async throws -> AccountID {
        let known = try await platform.account(address)
        if let known, try await tenant.principal(for: known).member != nil { return known }
        guard let token = try token ?? outbox.tokens()[address] else { throw OutboxFault(address: address) }
        let account: AccountID
        if let known {
            account = known
        } else {
            account = try await invitations.createAccount(token, name: name, as: .visitor)
        }
        _ = try await invitations.accept(token, as: .account(account))
        return account
    }

    private func name(of address: EmailAddress) -> String {
        let local = address.description.prefix { $0 != "@" }
        let parts = local.split(separator: "-")
        switch (parts.first, parts.last.flatMap { Int($0) }) {
        case ("student", let id?): return "Student \(id)"
        case ("supervisor", let number?): return "Supervisor of \(dataset.regions[number - 1].name)"
        default: return local.capitalized
        }
    }
}

/// Some lines of the learning record were not taken. The summary says why.
struct ImportFault: Error, CustomStringConvertible {
    let count: Int

    var description: String {
        "\(count) lines of the learning record were not taken, and the reports lack them; the summary says why"
    }
}
