public import Atrium

internal import struct Foundation.Date

/// Decides how long data is kept, and erases what is older. Nothing goes before somebody has chosen a number of days.
extension PrivacyService {
    /// The rules of all modules, each with what is older now.
    public func retentionRules(as principal: Principal) async throws -> [RetentionRule] {
        try await store.read(as: principal, .manageRetention) { work in
            let days = try chosenDays(in: work)
            let rules = try work.inPersonalTables { table, own -> RetentionRule? in
                guard let retention = table.retention else { return nil }
                let due = try days[table.table].map { try table.countExpired(before: cutoff($0, work), in: own) } ?? 0
                return RetentionRule(id: table.table, title: retention.title, days: days[table.table], due: due)
            }
            let chosen = days[RetentionRule.departures]
            let due = try chosen.map { try departures(before: cutoff($0, work), in: work) } ?? 0
            return [RetentionRule(id: RetentionRule.departures, title: "People who left", days: chosen, due: due)]
                + rules
        }
    }

    /// How much would go if data of a rule were kept for a number of days. Changes nothing. Throws ``RetentionError``.
    public func preview(_ rule: String, days: Int?, as principal: Principal) async throws -> Int {
        try Self.check(days)
        return try await store.read(as: principal, .manageRetention) { work in
            try requireRule(rule, in: work)
            guard let days else { return 0 }
            let moment = cutoff(days, work)
            if rule == RetentionRule.departures { return try departures(before: moment, in: work) }
            return try work.inPersonalTables { table, own in
                table.retention != nil && table.table == rule ? try table.countExpired(before: moment, in: own) : nil
            }.reduce(0, +)
        }
    }

    /// Chooses how many days data of a rule is kept; `nil` keeps it. What is older goes within a day. Throws ``RetentionError``.
    public func keep(_ rule: String, days: Int?, as principal: Principal) async throws {
        try Self.check(days)
        try await store.write(as: principal, .manageRetention) { work in
            try requireRule(rule, in: work)
            try work.run("DELETE FROM privacy_rule WHERE name = \(rule)")
            guard let days else { return }
            try work.run("INSERT INTO privacy_rule VALUES (\(rule), \(days))")
            try work.wake(Privacy.retaining)
        }
    }

    /// Erases what is older than its rule allows, in pages. The file is scrubbed once, after the round.
    func applyRetention() async throws {
        let system = tenant.system("apply retention")
        let days = try await store.read(as: system) { try chosenDays(in: $0) }
        var hasErased = false
        for (rule, days) in days.sorted(by: { $0.key < $1.key }) {
            while try await store.write(as: system, { try expirePage(of: rule, days, in: $0) }) {
                hasErased = true
                try Task.checkCancellation()
            }
        }
        if hasErased { try await store.write(as: system) { try wakeFinishing(in: $0) } }
    }

    /// Erases one page of what is older, and returns whether there was something.
    private func expirePage(of rule: String, _ days: Int, in work: UnitOfWork) throws -> Bool {
        let moment = cutoff(days, work)
        if rule == RetentionRule.departures { return try eraseDeparted(before: moment, in: work) }
        let count = try work.inPersonalTables { table, own in
            guard table.retention != nil, table.table == rule else { return nil }
            return try table.expire(before: moment, limit: module.pageSize, in: own)
        }.reduce(0, +)
        if count > 0 { try requestScrub(in: work) }
        return count > 0
    }

    // MARK: - Parts

    private static func check(_ days: Int?) throws {
        guard let days else { return }
        guard (1...36_500).contains(days) else { throw RetentionError.invalidDays }
    }

    private func chosenDays(in work: UnitOfWork) throws -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: try work.rows("SELECT name, days FROM privacy_rule", as: String.self, Int.self))
    }

    private func requireRule(_ rule: String, in work: UnitOfWork) throws {
        let names = try work.inPersonalTables { table, _ in table.retention == nil ? nil : table.table }
        guard rule == RetentionRule.departures || names.contains(rule) else { throw RetentionError.unknownRule }
    }

    private func cutoff(_ days: Int, _ work: UnitOfWork) -> Date {
        work.now.addingTimeInterval(-Double(days) * 86_400)
    }

    private func departures(before moment: Date, in work: UnitOfWork) throws -> Int {
        try work.one("SELECT count(*) FROM privacy_departure WHERE left_at < \(moment)", as: Int.self)
    }

    /// Erases a page of people who left, and returns whether there was one. An erased member has no departure any longer. Who
    /// is here, whatever the departure says, is never erased for having left.
    private func eraseDeparted(before moment: Date, in work: UnitOfWork) throws -> Bool {
        let members = try work.rows(
            """
            SELECT member_id FROM privacy_departure WHERE left_at < \(moment) ORDER BY left_at
            LIMIT \(module.peoplePageSize)
            """, as: MemberID.self)
        for member in members {
            if try work.member(member)?.state == .removed {
                try erase(member, in: work)
            } else {
                try forgetDeparture(of: member, in: work)
            }
        }
        return !members.isEmpty
    }
}
