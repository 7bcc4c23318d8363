internal import Atrium

/// Voiding and correcting.
extension Recorder {
    /// Voids the entry with an id. If a member is given, the entry must belong to this member. Throws
    /// ``LearningError/unknownEntry`` if there is no such entry, it is already voided, or it belongs to somebody else.
    func void(_ id: String, of member: MemberID? = nil) throws {
        let known = try countable(id, of: member)
        try change(known, to: .voided, enrols: known.entry.enrols)
        try replay(known.participation)
    }

    /// Voids an entry and puts another into its place. Throws ``LearningError/withoutEffect`` if the new entry does not count
    /// there.
    func correct(_ id: String, by report: (Known) throws -> LearningReport, of member: MemberID) throws {
        let known = try countable(id, of: member)
        let report = try report(known)
        try change(known, to: .voided, enrols: known.entry.enrols)
        let entry = LearningEntry(report, of: member, recordedAt: work.now, enrols: false)
        try insert(entry, report, .redundant, known.participation, at: known.place)
        try replay(known.participation)
        // Work counts in every state. Other entries count only if the state allows it.
        guard try self.entry(report.id)?.standing == .counted else { throw LearningError.withoutEffect }
    }

    private func countable(_ id: String, of member: MemberID?) throws -> Known {
        guard id.utf8.count <= LearningReport.idLimit, let known = try entry(id), known.standing != .voided,
            member == nil || known.entry.member == member
        else {
            throw LearningError.unknownEntry
        }
        return known
    }

    /// Goes through the entries that are not voided, in their order. Sets which of them count, which of them enrol, and the
    /// state.
    func replay(_ participation: Int) throws {
        var attempts = AttemptState()
        var registrations: Set<String> = []
        for known in try entries(of: participation) {
            let entry = known.entry
            let isOther = known.registration.map { !registrations.isEmpty && !registrations.contains($0) } ?? false
            let fact = AttemptState.Fact(
                kind: entry.learning.kind, effectiveAt: entry.effectiveAt, mayEnrol: known.mayEnrol,
                hasOtherRegistration: isOther)
            if let registration = known.registration, fact.kind.end != nil { registrations.insert(registration) }
            // An entry that the state no longer allows does not count.
            let step = try? attempts.after(fact, retakes)
            let standing: Standing = step.map { $0.isRedundant } ?? true ? .redundant : .counted
            let enrols = step?.enrols ?? false
            if standing != known.standing || enrols != entry.enrols {
                try change(known, to: standing, enrols: enrols)
            }
            attempts = step?.after ?? attempts
            attempts.note(fact)
        }
        try setState(attempts, of: participation)
    }

    func change(_ known: Known, to standing: Standing, enrols: Bool) throws {
        try work.run(
            """
            UPDATE courses_entry SET standing = \(standing), enrols = \(enrols) WHERE external_id = \(known.entry.id)
            """)
        if known.standing == .counted { note(.voided(LearningVoided(entry: known.entry))) }
        if standing == .counted {
            note(.recorded(LearningRecorded(entry: LearningEntry(known.entry, enrols: enrols))))
        }
    }
}
