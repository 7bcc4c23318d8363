import Atrium

/// Measures work that must take the same time however large an organization grows.
func measureGrowth(_ bench: Bench) async throws {
    try await withTemporaryFolder { folder in
        let platform = try await Platform.open(at: folder, modules: Trio.modules)
        do {
            try await measurePages(bench, platform)
            try await measureScopes(bench, platform)
            await platform.close()
        } catch {
            await platform.close()
            throw error
        }
    }
}

/// Measures the second page of members in organizations of three sizes.
private func measurePages(_ bench: Bench, _ platform: Platform) async throws {
    let name = "growth.page-of-members"
    guard bench.wants(name) else { return }
    let sizes = bench.scale.isQuick ? [300, 1_000, 3_000] : [1_000, 10_000, 100_000]
    let repetitions = 10
    var sides: [(label: String, run: Side<Int>)] = []
    for size in sizes {
        let (tenant, principal) = try await platform.foundOrganization("members-\(size)")
        for start in stride(from: 0, to: size, by: 1_000) {
            _ = try await tenant[Items.self].admit(start..<min(start + 1_000, size))
        }
        var query = MemberQuery()
        query.cursor = try await tenant.members.list(query, as: principal).next
        let (page, members) = (query, tenant.members)
        sides.append(
            (
                "\(size)-members",
                {
                    try await timed(per: repetitions) {
                        var count = 0
                        for _ in 0..<repetitions { count += try await members.list(page, as: principal).entries.count }
                        return count
                    }
                }
            ))
    }
    try await bench.compareSizes(name, in: .milliseconds, atMost: 1.5, expecting: 100 * repetitions, of: sides)
}

/// Measures a permission check in an open unit, for a supervisor of few teams and for a supervisor of many.
private func measureScopes(_ bench: Bench, _ platform: Platform) async throws {
    let name = "growth.permission-check"
    guard bench.wants(name) else { return }
    let (tenant, principal) = try await platform.foundOrganization("teams")
    let items = try tenant[Items.self]
    var teams: [TeamID] = []
    for number in 0..<400 { teams.append(try await tenant.teams.create("Team \(number)", as: principal)) }
    let checks = 200
    var sides: [(label: String, run: Side<Int>)] = []
    for (index, count) in [4, 400].enumerated() {
        let assignments = teams.prefix(count).map { Assignment(.supervisor, team: $0) }
        let admitted = try await items.admit(index..<index + 1, assignments: assignments)
        guard let member = admitted.first else { throw HarnessError("no member was admitted") }
        let (supervisor, team) = (Principal.member(member), teams[count / 2])
        sides.append(
            (
                "\(count)-teams",
                {
                    try await timed(per: checks) {
                        try await items.checkSupervision(of: team, times: checks, as: supervisor)
                    }
                }
            ))
    }
    try await bench.compareSizes(name, in: .microseconds, atMost: 1.5, expecting: checks, of: sides)
}
