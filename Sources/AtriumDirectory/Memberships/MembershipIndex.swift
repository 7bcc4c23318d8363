package import AtriumStorage
internal import AtriumSystem
package import AtriumValues

/// The directory's copy of what one organization's file decides: who is a member there, and what the organization is
/// called.
///
/// It follows commits and can neither fail nor undo them: what the directory misses is reported, and made good by the next
/// commit, turn or opening. An opening compares all of it where file and directory do not know each other's last state: after
/// a crash, or when one of the two is of another time.
package final class MembershipIndex<Organization, Member>: Sendable {
    /// How a commit changes what the directory copies.
    package enum Change: Comparable { case none, ahead, anywhere }

    package enum Finding {
        /// The directory could not follow a commit.
        case behind(any Error)
        /// Entries of so many members were not what the file says.
        case repaired(members: Int)
        /// The organization's members and the directory's accounts do not fit together.
        case discrepancy(FolderDiscrepancy<Organization>)
    }

    /// Where the kernel keeps what is copied: the columns of a ``Membership``, those of ``OrganizationNames``, and the accounts and
    /// addresses of members.
    package struct Source: Sendable {
        let memberships: SQL
        let names: SQL
        let addresses: SQL

        package init(memberships: SQL, names: SQL, addresses: SQL) {
            (self.memberships, self.names, self.addresses) = (memberships, names, addresses)
        }
    }

    private struct State {
        /// The last change of a membership that the directory knows.
        var revision = 0
        var names: OrganizationNames?
        /// The organization's slug, where the file names one that is another organization's.
        var otherSlug: Slug?
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
    private let observe: @Sendable (Finding) -> Void
    private let runs = CoalescingRunner()
    private let state = Locked(State())

    package init(
        of id: ID<Organization>, _ file: DatabaseFile, in directory: Directory<Organization, Member>,
        from source: Source,
        observe: @escaping @Sendable (Finding) -> Void
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
        state.withLock { ($0.revision, $0.names, $0.isOpen) = (known.revision, known.names, true) }
        if known.mark == mark { try await lookForLostAccounts() } else { await follow(.anywhere) }
    }

    /// When the organization closes: the directory keeps the file's last commit, by which it knows the file again, if it has
    /// followed all commits up to that one.
    package func close() async throws {
        await follow(.none)
        await runs.finish()
        let (mark, memberships, names) = try await content(after: state.withLock(\.revision))
        let state = state.withLock { $0 }
        let isKnown = state.isOpen && state.failure == nil && !state.isDoubtful && !file.wasReplaced()
        guard isKnown, memberships.isEmpty, state.names == names, let mark, let names else { return }
        try await directory.setMark(mark, of: id, at: state.revision, names.slug)
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

    /// The organization's slug, where the file was found to name one that is another organization's by now.
    package var otherSlug: Slug? { state.withLock(\.otherSlug) }

    /// Gives the organization a slug, first in the directory, which alone knows what is free, then by a commit in its file. When
    /// that fails, the directory goes back to what the file says, at the latest when the organization opens again. Throws
    /// ``OrganizationError/slugTaken``, and what the commit throws.
    package func move(to slug: Slug, commit: () async throws -> Void) async throws {
        let until = try await directory.move(id, to: slug)
        do {
            try await commit()
        } catch {
            await follow(.anywhere)
            let isBack = state.withLock { $0.failure == nil && $0.names.map { $0.slug != slug } ?? false }
            if isBack { try? await directory.undoMove(of: id, to: slug, keptUntil: until) }
            throw error
        }
    }

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
        let (_, memberships, names) = try await content(after: known.revision)
        guard let names, !memberships.isEmpty || names != known.names else { return }
        let revision = memberships.last?.revision ?? known.revision
        try await directory.index(memberships, names, of: id, upTo: revision)
        state.withLock { ($0.revision, $0.names) = (revision, names) }
    }

    /// Makes the directory's entries those of the file, all of them.
    private func compare() async throws {
        let (mark, memberships, names) = try await content(after: -1)
        guard let names, let mark else { return }
        let (changed, otherSlug) = try await directory.align(memberships, names, of: id, mark: mark)
        state.withLock { state in
            (state.revision, state.names, state.otherSlug) = (memberships.last?.revision ?? 0, names, otherSlug)
        }
        if changed > 0 { observe(.repaired(members: changed)) }
        try await lookForLostAccounts()
        let other = try await otherAddresses()
        if !other.isEmpty { observe(.discrepancy(.membersWithOtherAddress(id, members: other.count))) }
    }

    /// What the file holds, as far as the directory copies it: its last commit, the memberships that changed after a revision
    /// in the order of their changes, and the organization's names.
    private func content(after revision: Int) async throws -> (
        mark: [UInt8]?, memberships: [Membership<Member>], names: OrganizationNames?
    ) {
        try await file.read { [source] connection in
            let changed: SQL = "\(source.memberships) WHERE revision > \(revision) ORDER BY revision"
            return (
                try connection.mark()?.latest, try connection.kernel.rows(changed, make: Membership<Member>.init),
                try connection.kernel.first(source.names, make: OrganizationNames.init)
            )
        }
    }

    // MARK: - Lost accounts

    /// Accounts that members name, and the directory has lost. Accounts are lost while the directory is closed, and come back
    /// by ``Directory/restoreAccounts(_:in:former:)`` alone: who calls that looks again.
    package var lostAccounts: Set<AccountID> { state.withLock(\.lostAccounts) }

    /// How the organization's members and the directory's accounts do not fit together now. A file that cannot be read is reported,
    /// unless it was closed.
    package func discrepancies() async throws -> [FolderDiscrepancy<Organization>] {
        try await lookForLostAccounts()
        var found: [FolderDiscrepancy<Organization>] = []
        if !lostAccounts.isEmpty { found.append(.membersWithoutAccount(id, members: lostAccounts.count)) }
        do {
            let other = try await otherAddresses()
            if !other.isEmpty { found.append(.membersWithOtherAddress(id, members: other.count)) }
        } catch {
            if (error as? DatabaseError)?.kind != .unavailable { observe(.behind(error)) }
        }
        return found
    }

    /// Accounts whose members have an address that the directory does not know of them.
    package func otherAddresses() async throws -> Set<AccountID> {
        let found = try await lookForOtherAddresses()
        // A change between the look at the file and that at the directory is not seen twice.
        return found.isEmpty ? found : found.intersection(try await lookForOtherAddresses())
    }

    private func lookForOtherAddresses() async throws -> Set<AccountID> {
        let members = try await file.read { [source] connection in
            try connection.kernel.rows(source.addresses, as: AccountID.self, EmailAddress.self)
        }
        return try await directory.otherAddresses(of: members.map { ($0.0, $0.1) }, in: id)
    }

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
        if isNews { observe(.discrepancy(.membersWithoutAccount(id, members: lost.count))) }
    }
}
