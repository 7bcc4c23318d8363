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
                    ORDER BY carried_out_at DESC, id DESC LIMIT 1
                    """, as: String.self)
            }
        }
    }
}
