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

    /// Brings the departures in line with the members, who may have left and come back while the module was not installed.
    ///
    /// Nobody knows when members left in this time. So for those who left, also for those who came back and left again, the
    /// time begins now.
    func rebuildDepartures(in work: UnitOfWork) throws {
        var last: MemberID?
        repeat {
            let page = try work.members(after: last, limit: module.pageSize)
            for member in page where member.state == .removed {
                try work.run(
                    """
                    INSERT INTO privacy_departure VALUES (\(member.id), \(work.now))
                    ON CONFLICT DO UPDATE SET left_at = excluded.left_at WHERE left_at < \(member.joinedAt)
                    """)
            }
            let present = page.filter { $0.state != .removed }.map(\.id)
            try work.run(
                "DELETE FROM privacy_departure WHERE member_id IN (SELECT value FROM json_each(\(json: present)))")
            last = page.count == module.pageSize ? page.last?.id : nil
        } while last != nil
    }
}
