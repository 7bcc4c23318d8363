internal import Atrium

/// The data of the people of one organization.
///
/// Extensions export, erase and apply retention.
public struct PrivacyService: Sendable {
    let tenant: TenantContext
    let module: Privacy

    var store: Store { tenant.store }

    // MARK: - Departures

    func noteDeparture(of member: MemberID, in work: UnitOfWork) throws {
        try work.run(
            """
            INSERT INTO privacy_departure VALUES (\(member), \(work.now))
            ON CONFLICT DO UPDATE SET left_at = excluded.left_at
            """)
    }

    func forgetDeparture(of member: MemberID, in work: UnitOfWork) throws {
        try work.run("DELETE FROM privacy_departure WHERE member_id = \(member)")
    }

    /// Notes the members who were removed while the module was not installed. Nobody knows when they left, so their time begins
    /// now.
    func noteDepartures() async throws {
        var last: MemberID?
        repeat {
            let start = last
            last = try await store.write(as: tenant.system("note departures")) { work in
                let page = try work.members(after: start, limit: module.pageSize)
                for member in page where member.state == .removed {
                    try work.run(
                        "INSERT INTO privacy_departure VALUES (\(member.id), \(work.now)) ON CONFLICT DO NOTHING")
                }
                return page.count == module.pageSize ? page.last?.id : nil
            }
        } while last != nil
    }
}
