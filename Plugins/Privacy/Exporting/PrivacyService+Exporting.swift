public import Atrium

/// Exports what the organization holds of a person.
extension PrivacyService {
    /// Everything that the tables of all modules hold of a member, in the language in which the member reads. Members export
    /// their own data, and administrators everybody's. Throws `MemberError.unknown`.
    public func export(of member: MemberID, as principal: Principal) async throws -> PersonalExport {
        try await store.read(as: principal, .exportPersonalData, in: .member(member)) { work in
            let (person, organization) = (try work.dataSubject(member), try work.organization())
            let records = try work.inPersonalTables { try $0.export(of: person, in: $1) }
            return PersonalExport(
                organization: organization.name, member: member, madeAt: work.now, timeZone: organization.timeZone,
                language: try work.language(of: member), records: records.reversed())
        }
    }
}
