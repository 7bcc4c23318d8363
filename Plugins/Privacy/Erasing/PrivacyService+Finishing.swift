internal import Atrium

internal import struct Foundation.Date

/// Takes the steps that follow the units of erasures and of retention.
extension PrivacyService {
    private struct Open: Sendable {
        let erasures: [(member: MemberID, account: AccountID?, erasedAt: Date)]
        /// How many units have asked for a scrub since the last one.
        let requests: Int
    }

    /// Takes all steps after the first one for the erasures that are not finished. If retention has erased rows, the file is
    /// scrubbed for these too.
    func finishErasures() async throws {
        let system = tenant.system("finish erasures")
        let open = try await store.read(as: system) { work in
            let erasures = try work.rows(
                "SELECT member_id, account_id, erased_at FROM privacy_erasure WHERE NOT is_finished", as: MemberID.self,
                AccountID?.self, Date.self)
            let requests = try work.one("SELECT coalesce(max(requests), 0) FROM privacy_scrub", as: Int.self)
            return Open(erasures: erasures.map { ($0, $1, $2) }, requests: requests)
        }
        guard !open.erasures.isEmpty || open.requests > 0 else { return }
        for (member, _, moment) in open.erasures {
            try await tenant.directory.noteErasure(of: member, in: tenant.organization, at: moment)
        }
        let held = try await forgetAccounts(
            open.erasures.compactMap { member, account, _ in account.map { (member, $0) } })
        try await store.write(as: system) { work in
            try work.run(
                "UPDATE privacy_erasure SET account_id = NULL WHERE member_id IN (SELECT value FROM json_each(\(json: held)))"
            )
        }
        try await tenant.scrub()
        try await store.write(as: system) { work in
            try setFinished(true, open.erasures.map(\.member), in: work)
            // What asked for a scrub meanwhile gets the next one.
            try work.run("DELETE FROM privacy_scrub WHERE requests = \(open.requests)")
        }
    }

    /// Deletes accounts in the directory, and returns the members whose accounts live on for other organizations.
    private func forgetAccounts(_ accounts: [(MemberID, AccountID)]) async throws -> [MemberID] {
        var held: [MemberID] = []
        for (member, account) in accounts {
            try await tenant.directory.forget(account, of: member, in: tenant.organization)
            if try await tenant.directory.account(account) != nil { held.append(member) }
        }
        if held.count < accounts.count { try await tenant.directory.file.scrub() }
        return held
    }

    func setFinished(_ isFinished: Bool, _ members: [MemberID], in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE privacy_erasure SET is_finished = \(isFinished)
            WHERE member_id IN (SELECT value FROM json_each(\(json: members)))
            """)
    }

    /// Asks for a scrub of what a unit erased without an erasure. The caller wakes the work, once for many units.
    func requestScrub(in work: UnitOfWork) throws {
        try work.run("INSERT INTO privacy_scrub VALUES (1, 1) ON CONFLICT DO UPDATE SET requests = requests + 1")
    }
}
