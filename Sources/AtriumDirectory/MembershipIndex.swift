internal import AtriumJournal
package import AtriumStorage
package import AtriumValues

/// The directory's copy of what one organization's file decides: who is a member there, and the organization's name.
///
/// It follows commits and can neither fail nor undo them: what the directory misses is reported, and made good by the next
/// commit, turn or opening. An opening compares all of it where file and directory do not know each other's last state: after
/// a crash, or when one of the two is of another time.
package final class MembershipIndex<Organization, Member>: Sendable {
    /// How a commit changes what the directory copies.
    package enum Change: Comparable { case none, ahead, anywhere }

    package enum Happening {
        /// The directory could not follow a commit.
        case behind(any Error)
        /// Entries of so many members were not what the file says.
        case repaired(members: Int)
        /// So many members name accounts that the directory does not know.
        case accountsLost(members: Int)
    }

    /// Where the kernel keeps what is copied: the columns of a ``Membership``, and the name of the organization.
    package struct Source: Sendable {
        let memberships: SQL
        let name: SQL

        package init(memberships: SQL, name: SQL) { (self.memberships, self.name) = (memberships, name) }
    }

    private struct State {
        /// The last change of a membership that the directory knows.
        var revision = 0
        var name: String?
        /// Whether it was asked what the directory knows.
        var isOpen = false
        /// Why the directory missed something, if it did, and whether it may hold what the file does not.
        var failure: (any Error)?
        var isDoubtful = false
        var lostAccounts: Set<AccountID> = []
        /// How many looks for them began, and which was the last whose answer stands here.
        var (looks, lastLook) = (0, 0)
    }

    private let id: ID<Organization>
    private let file: DatabaseFile
    private let directory: Directory<Organization, Member>
    private let source: Source
    private let observe: @Sendable (Happening) -> Void
    private let runs = Drain()
    private let state = Locked(State())

    package init(
        of id: ID<Organization>, _ file: DatabaseFile, in directory: Directory<Organization, Member>,
        from source: Source,
        observe: @escaping @Sendable (Happening) -> Void
    ) {
        (self.id, self.file, self.directory, self.source, self.observe) = (id, file, directory, source, observe)
    }

    // MARK: - Life

    /// When a new organization starts: neither side knows anything.
    package func openNew() { state.withLock { $0.isOpen = true } }

    /// When the organization starts: the file is the truth, whichever of the two went back in time.
    package func open() async throws {
        let known = try await directory.indexState(of: id)
        let mark = try await file.read { try $0.mark()?.latest }
        state.withLock { ($0.revision, $0.name, $0.isOpen) = (known.revision, known.name, true) }
        if known.mark == mark { try await lookForLostAccounts() } else { await follow(.anywhere) }
    }

    /// When the organization closes: the directory keeps the file's last commit, by which it knows the file again, if it has
    /// followed all commits up to that one.
    package func close() async throws {
        await follow(.none)
        await runs.finishRun()
        let (mark, memberships, name) = try await content(after: state.withLock(\.revision))
        let state = state.withLock { $0 }
        let isKnown = state.isOpen && state.failure == nil && !state.isDoubtful && !file.wasReplaced()
        guard isKnown, memberships.isEmpty, state.name == name, let mark else { return }
        try await directory.setMark(mark, of: id, at: state.revision)
    }

    // MARK: - Following

    /// After a commit. It is done when the directory is up to date, or has failed.
    package func follow(_ change: Change) async {
        if change == .anywhere || file.wasReplaced() { doubt() }
        let isBehind = state.withLock { $0.failure != nil || $0.isDoubtful }
        if change != .none || isBehind { _ = await runs.run(bringUp) }
    }

    /// What the file holds may be of another time: all of it is compared with the next commit or turn.
    package func doubt() { state.withLock { $0.isDoubtful = true } }

    /// Compares all of it now, and throws what went wrong.
    package func realign() async throws {
        await follow(.anywhere)
        if let failure = state.withLock(\.failure) { throw failure }
    }

    @Sendable private func bringUp() async -> Int {
        // Before looking: what comes to doubt it meanwhile is for the next run.
        let isDoubtful = state.withLock { state in
            defer { state.isDoubtful = false }
            return state.isDoubtful
        }
        do {
            try await isDoubtful ? compare() : catchUp()
            state.withLock { $0.failure = nil }
        } catch {
            state.withLock { ($0.failure, $0.isDoubtful) = (error, $0.isDoubtful || isDoubtful) }
            observe(.behind(error))
        }
        return 0
    }

    private func catchUp() async throws {
        let known = state.withLock { $0 }
        let (_, memberships, name) = try await content(after: known.revision)
        guard let name, !memberships.isEmpty || name != known.name else { return }
        let revision = memberships.last?.revision ?? known.revision
        try await directory.index(memberships, name: name, of: id, upTo: revision)
        state.withLock { ($0.revision, $0.name) = (revision, name) }
    }

    /// Makes the directory's entries those of the file, all of them.
    private func compare() async throws {
        let (mark, memberships, name) = try await content(after: -1)
        guard let name, let mark else { return }
        let changed = try await directory.align(memberships, name: name, of: id, mark: mark)
        state.withLock { ($0.revision, $0.name) = (memberships.last?.revision ?? 0, name) }
        if changed > 0 { observe(.repaired(members: changed)) }
        try await lookForLostAccounts()
    }

    /// What the file holds, as far as the directory copies it: its last commit, the memberships that changed after a revision
    /// in the order of their changes, and the organization's name.
    private func content(after revision: Int) async throws -> (
        mark: [UInt8]?, memberships: [Membership<Member>], name: String?
    ) {
        try await file.read { [source] connection in
            let changed: SQL = "\(source.memberships) WHERE revision > \(revision) ORDER BY revision"
            return (
                try connection.mark()?.latest, try connection.kernel.rows(changed, make: Membership<Member>.init),
                try connection.kernel.first(source.name, as: String.self)
            )
        }
    }

    // MARK: - Lost accounts

    /// Accounts that members name, and the directory has lost. Accounts are lost while the directory is closed, and come back
    /// by ``Directory/restoreAccounts(_:)`` alone: who calls that looks again.
    package var lostAccounts: Set<AccountID> { state.withLock(\.lostAccounts) }

    package func lookForLostAccounts() async throws {
        let look = state.withLock { state in
            state.looks += 1
            return state.looks
        }
        let lost = Set(try await directory.lostAccounts(of: id))
        let isNews = state.withLock { state in
            // One that began later has said more.
            guard look > state.lastLook else { return false }
            defer { (state.lostAccounts, state.lastLook) = (lost, look) }
            return !lost.isSubset(of: state.lostAccounts)
        }
        if isNews { observe(.accountsLost(members: lost.count)) }
    }
}
