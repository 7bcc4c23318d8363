package import AtriumStorage
internal import AtriumSystem
package import AtriumValues

/// The directory's copy of what one organization's file decides: which accounts are its members, and what its name is.
///
/// The copy is there so that nobody has to open every file to list the organizations of an account. No commit can include two
/// files, so the copy can be out of date. After each commit that matters, a run copies the changes, and a comparison finds and
/// repairs what a run has missed.
///
/// Example: Bob accepts an invitation of Acme, and Ada changes Acme's name at the same time. Acme's file has the two commits,
/// one after the other. After its commit, each writer waits for a run that copies the change into the directory. One run can
/// copy both changes. Then Bob's list of organizations shows Acme with its new name. If the process crashes between a commit
/// and its run, the next opening of Acme compares the two files and copies what is missing.
///
/// ## Who is right
/// The file decides about members and about the organization's name. The directory decides about slugs, because only the
/// directory knows which slugs are free. The copy grants no access: it lists the organizations of an account, and a principal
/// is looked up in the file.
///
/// ## The data
/// - In the file: each member's row has a `revision`. Each change of a membership (joining, another state, another account)
///   gives the row the next number. The file's mark names its last commit by eight random bytes (`FileMark`).
/// - In the directory: `kernel_membership` has a row for each account and organization. `kernel_organization` has the name, the
///   slug, the highest revision that was copied (`indexed_revision`), and the mark of a commit of the file to which the copy is
///   equal (`indexed_mark`, or NULL).
/// - In memory: `State` has the revision and the names that the directory has, the last failure, and whether the copy is in
///   doubt.
///
/// ## Invariants
/// 1. The file is written first, the directory after the commit. Only a change of slug is written to the directory first
///    (``move(to:commit:)``).
/// 2. One transaction of the directory changes the rows of the copy together with revision, mark and names.
/// 3. Without failure and doubt, the copy has all changes up to `indexed_revision`.
/// 4. `indexed_mark` names the file's last commit only if the copy is equal to the file. Catching up and changing the slug
///    clear it. A comparison and a clean closing set it.
/// 5. Runs of one organization never overlap. A run sees every commit that was made before it began. Callers that wait for the
///    next run share it.
///
/// ## Following a commit
/// The writer says what it changed, and waits for ``follow(_:)``. An error here cannot undo the writer's commit or make it
/// fail.
/// - `none`: nothing that is copied. A run takes place only if the last run failed or the copy is in doubt.
/// - `ahead`: memberships with a new revision, or the names. The run catches up: it reads, in one snapshot, the names and the
///   memberships after the known revision, and writes them in one transaction.
/// - `anywhere`: a member may have another account. The new revision does not show that the former account's row has to be
///   deleted. So the run compares: it reads all memberships in one snapshot, and makes the directory's rows equal to them in
///   one transaction.
///
/// ## Doubt
/// In three cases the state in memory may not match the file: after a commit with an unknown outcome, after the file was lost,
/// and when another version of the file was put in its place while its connections were closed. In these cases the next run
/// compares everything.
///
/// ## Opening and closing
/// Opening reads `indexed_mark` and the file's mark. If they are equal, nothing is compared. Otherwise everything is compared.
/// Closing catches up if needed. Then it stores the file's mark, unless there is still a failure, a doubt or a difference.
///
/// ## What a crash leaves
/// - Between the file's commit and the directory's transaction: the copy is out of date. The marks differ, so the next opening
///   compares. `wake_at` is due, so a running platform opens the organization.
/// - After the directory's transaction: the copy is right, and `indexed_mark` is not the file's last commit. The next opening
///   compares and finds no difference.
/// - In a change of slug, between the directory's transaction and the file's commit: the directory's transaction has made the
///   organization due. The next opening compares, and the directory goes back to the file's slug, which nobody else can have
///   taken.
/// - In `Platform.rebuildIndex`: one transaction has deleted all rows and marks. The next opening of each organization
///   compares.
///
/// ## What a failure means
/// - The file or the directory cannot be read or written: ``Finding/behind(_:)``. The next commit, turn or opening tries again.
/// - A comparison found differences: ``Finding/repaired(members:)``. The cause is a crash, or one of the two files was restored
///   from an older copy. If the directory had rows that the file does not have, the organization becomes due.
/// - The file names a slug that another organization has: the directory keeps its own slug, and the organization writes that
///   slug into its file when it starts (``otherSlug``).
/// - Members have accounts that the directory has lost, or other addresses than their accounts: ``Finding/discrepancy(_:)``.
package final class MembershipIndex<Organization, Member>: Sendable {
    /// Says what a commit changed in the data that the directory copies: nothing (`none`); memberships with a new revision, or
    /// the names (`ahead`); possibly any membership (`anywhere`).
    package enum Change: Comparable { case none, ahead, anywhere }

    /// What is reported to the observer.
    package enum Finding {
        /// The directory could not follow a commit. It tries again with the next commit, turn or opening.
        case behind(any Error)
        /// A comparison corrected the entries of this many members.
        case repaired(members: Int)
        /// The organization's members and the directory's accounts do not match.
        case discrepancy(FolderDiscrepancy<Organization>)
    }

    struct State {
        /// The last revision that the directory has.
        var revision = 0
        var names: OrganizationNames?
        /// The slug that the directory has, if the slug in the file belongs to another organization.
        var otherSlug: Slug?
        /// Set when the organization opens. Only then do the other properties say what the directory has.
        var isOpen = false
        /// Why the last run failed; `nil` if it did not.
        var failure: (any Error)?
        /// Whether the directory may have entries that the file does not have.
        var isDoubtful = false
        var lostAccounts: Set<AccountID> = []
        /// How many lookups of lost accounts have begun.
        var lookupCount = 0
        /// The number of the lookup that `lostAccounts` comes from.
        var lastLookup = 0
    }

    let id: ID<Organization>
    let file: DatabaseFile
    let directory: Directory<Organization, Member>
    let source: Source
    let observe: @Sendable (Finding) -> Void
    private let runs = CoalescingRunner()
    let state = Locked(State())

    package init(
        of id: ID<Organization>, _ file: DatabaseFile, in directory: Directory<Organization, Member>,
        from source: Source,
        observe: @escaping @Sendable (Finding) -> Void
    ) {
        (self.id, self.file, self.directory, self.source, self.observe) = (id, file, directory, source, observe)
    }

    // MARK: - Life

    /// Opens the index of a new organization. Neither side has anything yet.
    package func openNew() { state.withLock { $0.isOpen = true } }

    /// Opens the index when the organization starts. Compares everything if the directory does not know the file's last commit.
    /// The file is right, even if it is the older of the two.
    package func open() async throws {
        let known = try await directory.indexState(of: id)
        let mark = try await file.read { try $0.mark()?.latest }
        state.withLock { ($0.revision, $0.names, $0.isOpen) = (known.revision, known.names, true) }
        if known.mark == mark { try await lookForLostAccounts() } else { await follow(.anywhere) }
    }

    /// Closes the index when the organization closes. If the directory has followed all commits, it stores the mark of the
    /// file's last commit, so that the next opening has nothing to compare.
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

    /// Follows a commit. Returns when the directory is up to date, or the run has failed.
    package func follow(_ change: Change) async {
        if change == .anywhere || file.wasReplaced() { markUncertain() }
        let isBehind = state.withLock { $0.failure != nil || $0.isDoubtful }
        if change != .none || isBehind { _ = await runs.run(runOnce) }
    }

    /// Records that the file may differ from the state in memory. The next commit or turn compares everything.
    package func markUncertain() { state.withLock { $0.isDoubtful = true } }

    /// The slug that the directory has, if a comparison found that the slug in the file now belongs to another organization;
    /// otherwise `nil`.
    package var otherSlug: Slug? { state.withLock(\.otherSlug) }

    /// Gives the organization a slug, first in the directory, because only the directory knows which slugs are free. Then
    /// `commit` writes the slug into the organization's file. If the commit fails, the directory goes back to the file's slug,
    /// at the latest when the organization opens again. Throws ``OrganizationError/slugTaken``, and the errors of `commit`.
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

    /// Compares everything now. Throws the error if that fails.
    package func compareNow() async throws {
        await follow(.anywhere)
        if let failure = state.withLock(\.failure) { throw failure }
    }

    @Sendable private func runOnce() async -> Int {
        // This is done before the file is read, so that a doubt that arises during the read is left for the next run.
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

    /// Copies the names and the memberships that are newer than the known revision.
    private func catchUp() async throws {
        let known = state.withLock { $0 }
        let (_, memberships, names) = try await content(after: known.revision)
        guard let names, !memberships.isEmpty || names != known.names else { return }
        let revision = memberships.last?.revision ?? known.revision
        try await directory.index(memberships, names, of: id, upTo: revision)
        state.withLock { ($0.revision, $0.names) = (revision, names) }
    }

    /// Makes all of the directory's entries equal to the file's.
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

    /// Reads what the directory copies, in one snapshot: the mark of the file's last commit, the memberships after a revision
    /// in the order of their changes, and the names.
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
}
