public import Atrium

internal import struct Foundation.Date

/// Erases people.
///
/// ## The order of steps
/// 1. **Erase:** One unit ends the membership, and erases what says who the person was, in the tables of all modules and of the
///    kernel. It also records the erasure. Ids and numbers stay, so figures and the audit chain stay what they are.
/// 2. **Note:** The directory records the erasure, so that it is done again if the organization's file is restored from an older
///    backup (``PrivacyService/compareWithDirectory()``).
/// 3. **Forget:** The directory deletes the account, if no other organization holds it, with its addresses.
/// 4. **Scrub:** The organization's file is rewritten, and its WAL is removed. If an account was deleted, the directory's file
///    too. Only now no byte of the person is left in them.
/// 5. **Finish:** The erasure is recorded as finished. If the account lives on for another organization, its id has gone from the
///    record before the fourth step, because it would say who the member was.
///
/// Steps 2 to 5 are recurring work. They follow a minute after the first step, so that many erasures share them. After a crash
/// between two steps, they run again from step 2.
extension PrivacyService {
    /// Erases a member, in any state. Returns after the first step.
    ///
    /// It cannot be undone. Throws `MemberError.unknown`, `outranked` and `lastAdministrator`, and `ErasureError` if the program
    /// lacks a module with data in this organization.
    public func erase(_ member: MemberID, as principal: Principal) async throws {
        try await store.write(as: principal, .erasePersonalData, in: .member(member)) { try erase(member, in: $0) }
    }

    func erase(_ member: MemberID, in work: UnitOfWork) throws {
        let account = try work.erase(member)
        try work.run(
            """
            INSERT INTO privacy_erasure VALUES (\(member), \(account), \(work.now), FALSE)
            ON CONFLICT DO UPDATE SET account_id = excluded.account_id, is_finished = FALSE
            """)
        do {
            try work.wake(Privacy.finishing, at: work.now.addingTimeInterval(module.scrubDelay / .seconds(1)))
        } catch UnitError.unknownWork {
            // The module is new here, and starts. Its work follows within an hour.
        }
    }

    /// One page of the erasures, the newest first.
    public func erasures(_ query: ErasureQuery = ErasureQuery(), as principal: Principal) async throws -> ErasurePage {
        try await store.read(as: principal, .repeatErasures) { work in
            let limit = min(max(query.limit, 1), 1000)
            let start =
                try query.cursor.map { cursor in
                    let found = try work.first(
                        "SELECT erased_at FROM privacy_erasure WHERE member_id = \(cursor.position)", as: Int.self)
                    guard let found else { throw CursorError.gone }
                    return (found, cursor.position.description)
                } ?? (Int.max, "")
            let found = try work.rows(
                """
                SELECT member_id, erased_at, is_finished FROM privacy_erasure
                WHERE (erased_at, member_id) < (\(start.0), \(start.1)) ORDER BY erased_at DESC, member_id DESC
                LIMIT \(limit + 1)
                """
            ) { Erased(member: try $0[0], erasedAt: try $0[1], isFinished: try $0[2]) }
            let shown = Array(found.prefix(limit))
            return ErasurePage(
                entries: shown, next: found.count > limit ? shown.last.map { .init(after: $0.member) } : nil)
        }
    }

    /// Erases the members of a list again, after files were restored from an older backup. Members who are erased or unknown are
    /// left as they are. Returns how many were erased now.
    public func repeatErasures(of members: [MemberID], as principal: Principal) async throws -> BulkResult<Int> {
        var rest = members[...]
        return try await .steps(0) { count in
            let page = Array(rest.prefix(module.pageSize))
            count += try await store.write(as: principal, .repeatErasures) { work in
                try eraseAgain(page, in: work)
            }
            rest = rest.dropFirst(page.count)
            return rest.isEmpty
        }
    }

    private func eraseAgain(_ members: [MemberID], in work: UnitOfWork) throws -> Int {
        let present = try members.filter { try work.member($0).map { $0.state != .erased } ?? false }
        for member in present { try erase(member, in: work) }
        return present.count
    }

    // MARK: - The steps after the unit

    /// Brings the file and the directory in line, when the organization opens: a restored file may have members who were erased
    /// since, and a restored or rebuilt directory may lack erasures, and have accounts that were deleted.
    ///
    /// Each side has all erasures up to some moment. So if both have the same number, they have the same.
    func compareWithDirectory() async throws {
        let system = tenant.system("erase again")
        let count = try await store.read(as: system) { work in
            try work.one("SELECT count(*) FROM privacy_erasure", as: Int.self)
        }
        guard try await tenant.directory.countErasures(in: tenant.organization) != count else { return }
        let noted = try await tenant.directory.erasures(in: tenant.organization)
        try await store.write(as: system) { work in
            let known = Set(try work.rows("SELECT member_id FROM privacy_erasure", as: MemberID.self))
            try setFinished(false, known.subtracting(noted), in: work)
            _ = try eraseAgain(noted.subtracting(known).sorted(), in: work)
        }
    }

    /// Takes the steps that follow the units of erasures.
    func finishErasures() async throws {
        let system = tenant.system("finish erasures")
        let open = try await store.read(as: system) { work in
            try work.rows(
                "SELECT member_id, account_id, erased_at FROM privacy_erasure WHERE NOT is_finished", as: MemberID.self,
                AccountID?.self, Date.self)
        }
        guard !open.isEmpty else { return }
        for (member, _, moment) in open {
            try await tenant.directory.noteErasure(of: member, in: tenant.organization, at: moment)
        }
        let held = try await forgetAccounts(open.compactMap { member, account, _ in account.map { (member, $0) } })
        try await store.write(as: system) { work in
            try work.run(
                "UPDATE privacy_erasure SET account_id = NULL WHERE member_id IN (SELECT value FROM json_each(\(json: held)))"
            )
        }
        try await tenant.scrub()
        try await store.write(as: system) { try setFinished(true, Set(open.map(\.0)), in: $0) }
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

    private func setFinished(_ isFinished: Bool, _ members: Set<MemberID>, in work: UnitOfWork) throws {
        try work.run(
            """
            UPDATE privacy_erasure SET is_finished = \(isFinished)
            WHERE member_id IN (SELECT value FROM json_each(\(json: members.sorted())))
            """)
    }
}
