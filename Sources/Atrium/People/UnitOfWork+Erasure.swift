internal import AtriumDirectory

extension UnitOfWork {
    /// Runs a body for each table that holds something about people, of all modules and then of the kernel, in a unit of the
    /// table's module.
    package func inPersonalTables<Value>(_ body: (PersonalTable, UnitOfWork) throws -> Value?) throws -> [Value] {
        try personalData.flatMap { owner, tables in
            try unit.nested(as: owner) { own in try tables.compactMap { try body($0, own) } }
        }
    }

    /// What the tables hold of people, by their owners. The kernel's come last, because they say who the person is.
    private var personalData: [(Owner, [PersonalTable])] {
        get throws {
            let leftOut = try LeftOutSchemas(in: tables).all()
            let types = try unit.tenant.moduleSet.types.filter { !leftOut.contains($0.id.description) }
            return types.map { (Owner(name: $0.id.description), $0.personalData) } + [
                (.kernel, KernelSchema.personalData)
            ]
        }
    }

    /// A member, as the tables name the person.
    package func dataSubject(_ id: MemberID) throws -> DataSubject {
        DataSubject(member: id, addresses: [try requireMember(id).email] + (try FormerAddresses(kernel).all(of: id)))
    }

    /// Ends the membership, and erases everything that says who the member was, in the tables of all modules. Returns the
    /// account that the member had.
    ///
    /// Ids and numbers stay, so that figures and the audit chain stay what they are. The bytes of the erased values stay in the
    /// file until it is scrubbed, and the membership stays in the directory until that forgets the account. Throws
    /// `MemberError.outranked`, `lastAdministrator` and `ErasureError.modulesMissing`.
    package func erase(_ id: MemberID) throws -> AccountID {
        let (member, person) = (try requireMember(id), try dataSubject(id))
        try requireRank(over: id)
        let owners = Set(
            try kernel.rows("SELECT DISTINCT owner FROM kernel_migration WHERE position >= 0", as: String.self))
        let missing = try owners.subtracting(personalData.map(\.0.name)).union(unit.tenant.file.refusals.keys)
        guard missing.isEmpty else { throw ErasureError.modulesMissing(missing.sorted()) }
        try setSubject("member", id)
        if member.state != .removed { try remove(id) }
        try publish(MemberErased(member: id))
        try act { _ = try inPersonalTables { try $0.erase(person, in: $1) } }
        return member.account
    }
}
