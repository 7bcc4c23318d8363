public import Atrium

internal import struct Foundation.Date

/// Erases people again whom an older file has brought back.
///
/// The directory knows who was erased. So if one organization's file is restored, recurring work erases these people again, and
/// nobody has to ask for it. If the directory was restored too, nobody knows them, except the list that was kept.
extension PrivacyService {
    /// The members of a list who are here and not erased, in its order: whom ``repeatErasures(of:as:)`` would erase.
    ///
    /// For members whom the directory does not list as erased, the principal also needs the permission `erasePersonalData`:
    /// otherwise a person who may repeat erasures could erase everybody.
    public func restored(of list: [MemberID], as principal: Principal) async throws -> [RestoredMember] {
        let noted = try await notedErasures()
        return try await store.read(as: principal, .repeatErasures) { work in
            let present = try requirePresent(list, noted, in: work)
            let names = try work.names(of: present)
            return present.map { RestoredMember(id: $0, name: names[$0]) }
        }
    }

    /// Erases the members of a list again, each in a unit of its own, after files were restored from an older backup. Members
    /// who are erased or unknown are left as they are. Returns how many were erased now.
    ///
    /// It asks for the same permissions as ``restored(of:as:)``, and throws the same errors as ``erase(_:as:)``.
    public func repeatErasures(of list: [MemberID], as principal: Principal) async throws -> BulkResult<Int> {
        let noted = try await notedErasures()
        var rest = try await store.read(as: principal, .repeatErasures) {
            try requirePresent(list, noted, in: $0)
        }[...]
        return try await .steps(0) { count in
            guard let member = rest.popFirst() else { return true }
            count += try await store.write(as: principal, .repeatErasures) { work in
                let present = try requirePresent([member], noted, in: work)
                for member in present { try erase(member, in: work) }
                if !present.isEmpty { try wakeFinishing(in: work) }
                return present.count
            }
            return rest.isEmpty
        }
    }

    /// Makes an active member administrator in place of an erased person, and erases the person again, in one unit.
    ///
    /// It is for an organization whose older file has no other administrator than that person. Throws `MemberError.unknown` if
    /// no active member has the address, and ``ReplacementError`` if the organization has another administrator.
    public func replaceErasedAdministrator(by address: EmailAddress, as principal: Principal) async throws {
        let noted = try await notedErasures()
        try await store.write(as: principal, .replaceErasedAdministrator) { work in
            guard let successor = try work.member(address: address), successor.state == .active,
                !noted.contains(successor.id)
            else { throw MemberError.unknown }
            let administrators = try noted.filter { member in
                try work.assignments(of: member).contains(Assignment(.administrator))
            }
            for member in administrators.sorted() {
                do { try erase(member, in: work) } catch MemberError.lastAdministrator {
                    try work.grant([Assignment(.administrator)], teams: [], to: successor.id)
                    try erase(member, in: work)
                    return try wakeFinishing(in: work)
                }
            }
            throw ReplacementError.administratorPresent
        }
    }

    // MARK: - The work

    /// Wakes the work that repeats erasures, if the file and the directory do not list the same number of them. Each side has
    /// all erasures up to some moment, so that the same number means the same erasures.
    ///
    /// The work is due before all other work of the organization, so that nothing is done for the restored people, such as mail.
    func wakeRepeating() async throws {
        let system = tenant.system("wake repeating")
        let count = try await store.read(as: system) { work in
            try work.one("SELECT count(*) FROM privacy_erasure", as: Int.self)
        }
        guard try await tenant.directory.countErasures(in: tenant.organization) != count else { return }
        do {
            try await store.write(as: system) { try $0.wake(Privacy.repeating, at: Date(timeIntervalSince1970: 0)) }
        } catch UnitError.unknownWork {
            // The module is new here. Its work runs within an hour.
        }
    }

    /// Brings the file and the directory in line. A restored file may have members who were erased since: they are erased again,
    /// each in a unit of its own. A restored or rebuilt directory may lack erasures, and have accounts that were deleted: the
    /// steps after the first are taken again.
    ///
    /// Throws ``RefusedErasures`` at the end if members could not be erased.
    func repeatNotedErasures() async throws {
        let system = tenant.system("repeat erasures")
        let noted = try await notedErasures()
        let stored = try await store.read(as: system) { work in
            try work.rows("SELECT member_id, is_finished FROM privacy_erasure", as: MemberID.self, Bool.self)
        }
        let unnoted = stored.filter { $1 && !noted.contains($0) }.map(\.0)
        let missing = noted.subtracting(stored.map(\.0)).sorted()
        guard !unnoted.isEmpty || !missing.isEmpty else { return }
        var refused: [(MemberID, any Error)] = []
        for member in missing {
            try Task.checkCancellation()
            do { try await store.write(as: system) { try eraseOrRecord(member, in: $0) } } catch {
                refused.append((member, error))
            }
        }
        try await store.write(as: system) { work in
            try setFinished(false, unnoted, in: work)
            try wakeFinishing(in: work)
        }
        if let (member, cause) = refused.first {
            throw RefusedErasures(count: refused.count, member: member, cause: cause)
        }
    }

    /// Erases a member. If the file is older than the member, or has erased the member already, the erasure is only recorded.
    private func eraseOrRecord(_ member: MemberID, in work: UnitOfWork) throws {
        if try isPresent(member, in: work) {
            try erase(member, in: work)
        } else {
            try record(member, of: nil, in: work)
        }
    }

    // MARK: - Parts

    private func notedErasures() async throws -> Set<MemberID> {
        try await tenant.directory.erasures(in: tenant.organization)
    }

    /// The members of a list who are here and not erased. Requires the permission to erase those whom the directory does not
    /// list.
    private func requirePresent(
        _ list: [MemberID], _ noted: Set<MemberID>, in work: UnitOfWork
    ) throws -> [MemberID] {
        var known: Set<MemberID> = []
        let present = try list.filter { try known.insert($0).inserted && isPresent($0, in: work) }
        for member in present where !noted.contains(member) {
            try work.require(.erasePersonalData, in: .member(member))
        }
        return present
    }

    private func isPresent(_ member: MemberID, in work: UnitOfWork) throws -> Bool {
        try work.member(member).map { $0.state != .erased } ?? false
    }
}
