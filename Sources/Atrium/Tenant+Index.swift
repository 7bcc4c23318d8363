internal import Foundation

/// The directory's copy of what this file decides: who is a member in which state, and the organization's name.
///
/// It follows commits and can neither fail nor undo them: what the directory misses is reported, and made good by the next
/// commit, turn or opening. An opening compares all of it where file and directory do not know each other's last state: after
/// a crash, or when one of the two is of another time.
extension Tenant {
    struct Index {
        /// The last change of a membership that the directory knows.
        var revision = 0
        var name: String?
        /// Whether it was asked what the directory knows.
        var isOpen = false
        /// Why the directory missed something, if it did, and whether it may hold what the file does not.
        var failure: (any Error)?
        var isDoubtful = false
        /// Accounts that members name, and the directory has lost.
        var lostAccounts: Set<AccountID> = []
    }

    /// How a commit changes what the directory copies.
    enum IndexChange { case none, ahead, anywhere }

    /// After a commit. It is done when the directory is up to date, or has failed.
    func follow(_ change: IndexChange) async {
        let isBehind = index.withLock { index in
            if change == .anywhere { index.isDoubtful = true }
            return index.failure != nil || index.isDoubtful
        }
        if change != .none || isBehind { _ = await indexing.run(bringUp) }
    }

    /// When the tenant starts: the file is the truth, whichever of the two went back in time.
    func openIndex() async throws {
        let known = try await directory.indexState(of: id)
        let mark = try await file.read { try $0.mark()?.latest }
        index.withLock { index in
            (index.revision, index.name, index.isOpen) = (known.revision, known.name, true)
            index.isDoubtful = known.mark != mark
        }
        await follow(.none)
        let lost = try await lookForLostAccounts()
        if !lost.isEmpty { configuration.observer.observe(.found(.membersWithoutAccount(id, members: lost.count))) }
    }

    /// When the tenant closes: the directory keeps the file's last commit, by which it knows the file again, if it has followed
    /// all commits up to that one.
    func closeIndex() async throws {
        await follow(.none)
        await indexing.finishRun()
        let (mark, name, revision) = try await file.read { connection in
            (
                try connection.mark()?.latest, try Self.name(connection.kernel),
                try connection.kernel.one("SELECT coalesce(max(revision), 0) FROM kernel_member", as: Int.self)
            )
        }
        let index = index.withLock { $0 }
        let isKnown = index.isOpen && index.failure == nil && !index.isDoubtful
        guard isKnown, index.revision == revision, index.name == name, let mark else { return }
        try await directory.setMark(mark, of: id, at: revision)
    }

    /// Compares all of it now, and throws what went wrong.
    func realign() async throws {
        await follow(.anywhere)
        if let failure = index.withLock(\.failure) { throw failure }
    }

    @Sendable private func bringUp() async -> Int {
        // Before looking: what comes to doubt it meanwhile is for the next run.
        let isDoubtful = index.withLock { index in
            defer { index.isDoubtful = false }
            return index.isDoubtful
        }
        do {
            try await isDoubtful ? compare() : catchUp()
            index.withLock { $0.failure = nil }
        } catch {
            index.withLock { ($0.failure, $0.isDoubtful) = (error, $0.isDoubtful || isDoubtful) }
            configuration.observer.observe(.indexBehind(id, error: error))
        }
        return 0
    }

    private func catchUp() async throws {
        let known = index.withLock { $0 }
        let (memberships, name) = try await file.read { connection in
            let sql: SQL = "\(Membership.selection) WHERE revision > \(known.revision) ORDER BY revision"
            return (try connection.kernel.rows(sql, make: Membership.init), try Self.name(connection.kernel))
        }
        guard let name, !memberships.isEmpty || name != known.name else { return }
        let revision = memberships.last?.revision ?? known.revision
        try await directory.index(memberships, name: name, of: id, upTo: revision)
        index.withLock { ($0.revision, $0.name) = (revision, name) }
    }

    /// Makes the directory's entries those of the file, all of them.
    private func compare() async throws {
        let (memberships, name, mark) = try await file.read { connection in
            let sql: SQL = "\(Membership.selection) ORDER BY revision"
            return (
                try connection.kernel.rows(sql, make: Membership.init), try Self.name(connection.kernel),
                try connection.mark()?.latest
            )
        }
        guard let name, let mark else { return }
        let changed = try await directory.align(memberships, name: name, of: id, mark: mark)
        index.withLock { index in
            (index.revision, index.name) = (memberships.last?.revision ?? 0, name)
        }
        _ = try await lookForLostAccounts()
        if changed > 0 { configuration.observer.observe(.indexRepaired(id, members: changed)) }
    }

    func lookForLostAccounts() async throws -> Set<AccountID> {
        let lost = Set(try await directory.lostAccounts(of: id))
        index.withLock { $0.lostAccounts = lost }
        return lost
    }

    private static func name(_ kernel: Session) throws -> String? {
        try kernel.first("SELECT name FROM kernel_organization", as: String.self)
    }
}
