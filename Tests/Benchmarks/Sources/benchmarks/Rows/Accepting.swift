import Atrium
import AtriumInvitations
import Foundation

/// Measures how invited people accept, each in their own durable unit, 256 at once.
func measureAccepting(_ bench: Bench) async throws {
    try await withTemporaryFolder { folder in
        let data = folder + "/atrium"
        let (id, people) = try await foundLaunch(bench.scale(28_785, quick: 512), in: data)
        let copies = (tenant: folder + "/raw.db", directory: folder + "/raw-directory.db")
        try FileManager.default.copyItem(atPath: "\(data)/tenants/\(id).db", toPath: copies.tenant)
        try FileManager.default.copyItem(atPath: "\(data)/directory.db", toPath: copies.directory)
        let platform = try await Platform.open(at: data, modules: try WholePlatform.modules())
        do {
            let raw = try RawAccepting(
                tenant: copies.tenant, directory: copies.directory, organization: id.description)
            try await measure(bench, try await platform.tenant(id), people, raw)
            await platform.close()
        } catch {
            await platform.close()
            throw error
        }
    }
}

/// Provisions an organization that has invited `count` people.
private func foundLaunch(_ count: Int, in folder: String) async throws -> (OrganizationID, [Invited]) {
    let tokens = Tokens()
    let platform = try await Platform.open(at: folder, modules: try WholePlatform.modules(tokens: tokens))
    let (tenant, principal) = try await platform.foundByInvitation("launch", tokens)
    let people = try await invite(count, tenant, principal, tokens)
    await platform.close()
    return (tenant.id, people)
}

private struct Invited: Sendable {
    let token: String
    let account: AccountID
}

/// Invites people and creates their accounts. This is not measured, only accepting is.
private func invite(_ count: Int, _ tenant: Tenant, _ principal: Principal, _ tokens: Tokens) async throws -> [Invited]
{
    let invitations = try tenant[Invitations.self]
    let addresses = try (0..<count).map { try EmailAddress("person-\($0)@acme.example") }
    let preview = try await invitations.invite(addresses, as: principal).get()
    let list = tokens.take()
    guard preview.ready.count == count, list.count == count else { throw HarnessError("not all people were invited") }
    return try await withThrowingTaskGroup(of: Invited.self) { group in
        var people: [Invited] = []
        for (number, token) in list.enumerated() {
            if number >= 256, let person = try await group.next() { people.append(person) }
            group.addTask {
                let name = "Person \(number)"
                return Invited(
                    token: token, account: try await invitations.createAccount(token, name: name, as: .visitor))
            }
        }
        for try await person in group { people.append(person) }
        return people
    }
}

/// Each run accepts another part of the people. Ours takes two parts in each round, because it is also the control.
private func measure(_ bench: Bench, _ tenant: Tenant, _ people: [Invited], _ raw: RawAccepting) async throws {
    let invitations = try tenant[Invitations.self]
    let rounds = bench.scale(9, quick: 3)
    let piece = people.count / (2 * (rounds + 1))
    let alone = min(piece, bench.scale(200, quick: 20))
    var done = 0
    try await bench.compare(
        "accept.28785-invitations", in: .microseconds, target: Target(.fasterThanRaw(8)), expecting: true,
        rounds: rounds,
        ours: {
            let start = done
            done += piece
            return try await durably(commits: 2 * max(1, piece / 256)) {
                try await timed(per: piece) {
                    try await inFlight(256, start..<start + piece) { number in
                        let person = people[number]
                        _ = try await invitations.accept(person.token, as: .account(person.account))
                    }
                    return true
                }
            }
        },
        raw: {
            // Each acceptance has a commit in both files.
            try await durably(commits: 2 * alone) {
                try await timed(per: alone) { try raw.accept(alone, inCommitsOf: 1) == alone }
            }
        })
    guard let row = bench.rows.last else { return }
    bench.state("accept.rate", 1e6 / row.ours, in: .perSecond)
    if row.raw != nil {
        // This measures how fast one thread runs only the statements.
        let share = min(raw.left / 5, bench.scale(1_024, quick: 128))
        var times: [Double] = []
        for _ in 0..<5 {
            let run = try await durably(commits: 2 * max(1, share / 256)) {
                try await timed(per: share) { try raw.accept(share, inCommitsOf: 256) == share }
            }
            guard run.answer else { throw HarnessError("raw C did not accept all invitations") }
            times.append(run.seconds * 1e6)
        }
        bench.state("accept.beside-commits-of-256", row.ours, in: .microseconds, raw: Figures.median(times))
    }
    try await checkMembers(tenant, people[0..<done].map(\.account))
}

/// Checks one by one that all people who accepted are members.
private func checkMembers(_ tenant: Tenant, _ accounts: [AccountID]) async throws {
    for account in accounts {
        let principal = try await tenant.principal(for: account)
        guard principal != .account(account) else { throw HarnessError("a person accepted but is no member") }
    }
}
