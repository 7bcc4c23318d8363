internal import Foundation

extension Tenant {
    /// The first unit of an organization. One commit writes the organization's identity, and the founder's invitation or
    /// membership.
    func provision(_ settings: OrganizationSettings, slug: Slug, by founder: EmailAddress?) async throws {
        let account: Account? =
            if let founder, let id = try await directory.account(address: founder) {
                try await directory.account(id)
            } else { nil }
        try await write(as: .kernel) { [id, featureSet] unit in
            try unit.nested(as: .kernel) { work in
                try work.kernel.run(
                    """
                    INSERT INTO kernel_organization VALUES (1, \(id), \(slug), \(settings.name), \(settings.language),
                        \(settings.timeZone.identifier), \(settings.firstWeekday), \(work.now), \(featureSet??.name ?? ""))
                    """)
                try work.publish(OrganizationCreated(organization: id))
                guard let founder, try !work.publish(FounderNamed(address: founder)) else { return }
                guard let account else { throw OrganizationError.founderHasNoAccount }
                _ = try work.admit(
                    account.id, name: account.name, address: founder, assignments: [.init(.administrator)], teams: [])
            }
            try unit.audit(.changeSettings, .organization)
        }
    }
}
