public import Atrium

internal import struct Foundation.Date

/// Erases people.
///
/// ## The order of steps
/// 1. **Erase:** One unit ends the membership, and erases what says who the person was, in the tables of all modules and of the
///    kernel. It also records the erasure. Ids and numbers stay, so figures and the audit chain stay what they are.
/// 2. **Note:** The directory records the erasure, so that it is done again if the organization's file is restored from an older
///    backup (``PrivacyService/repeatNotedErasures()``).
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
        try await store.write(as: principal, .erasePersonalData, in: .member(member)) { work in
            try erase(member, in: work)
            try wakeFinishing(in: work)
        }
    }

    /// Takes the first step. The caller wakes the work that takes the others (``wakeFinishing(in:)``), once for many members.
    func erase(_ member: MemberID, in work: UnitOfWork) throws {
        try record(member, of: work.erase(member), in: work)
    }

    /// Records an erasure whose other steps are still to be taken. Without an account, the directory has nothing to delete.
    func record(_ member: MemberID, of account: AccountID?, in work: UnitOfWork) throws {
        try work.run(
            """
            INSERT INTO privacy_erasure VALUES (\(member), \(account), \(work.now), FALSE)
            ON CONFLICT DO UPDATE SET account_id = excluded.account_id, is_finished = FALSE
            """)
    }

    func wakeFinishing(in work: UnitOfWork) throws {
        try work.wake(Privacy.finishing, at: work.now.addingTimeInterval(module.scrubDelay / .seconds(1)))
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
}
