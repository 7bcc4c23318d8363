public import Atrium

internal import struct Foundation.Date

/// The banners that members see on their home.
extension CampaignService {
    /// The banners that are shown to the principal now: the last one for everybody, and the last one for each of the principal's
    /// teams. Each is text in the subset of Markdown that `AtriumMarkup` reads. There are none for somebody who is not a member.
    public func banners(as principal: Principal) async throws -> [String] {
        try await store.read(as: principal, .viewBanners) { work in
            guard let member = principal.member else { return [] }
            let teams: [TeamID?] = [nil] + (try work.teams(of: member).map(\.id))
            let oldest = work.now.addingTimeInterval(-86_400 * Double(settings.bannerDays))
            return try teams.compactMap { team in
                try work.first(
                    """
                    SELECT text FROM campaigns_entry
                    WHERE kind = 'banner' AND carried_out_at > \(oldest) AND team_id IS \(team)
                        AND taken_down_at IS NULL
                    ORDER BY carried_out_at DESC, id DESC LIMIT 1
                    """, as: String.self)
            }
        }
    }

    /// Takes down a banner that was carried out. The banner before it is shown again, if it is not too old. Throws
    /// ``PlanError/noBanner`` for every other entry. A banner that was taken down stays as it is.
    public func takeDown(_ id: ID<PlanEntry>, as principal: Principal) async throws {
        try await store.write(as: principal, .approvePlan) { work in
            let entry = try PlanEntry(id, in: work)
            guard entry.content.kind == .banner, entry.state == .done else { throw PlanError.noBanner }
            try work.run(
                "UPDATE campaigns_entry SET taken_down_at = \(work.now) WHERE id = \(id) AND taken_down_at IS NULL")
            try work.setSubject("plan entry", id)
        }
    }
}
