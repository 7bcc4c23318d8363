internal import AtriumJournal
internal import Foundation

/// Reads and changes the settings and the slug of one organization.
public struct Settings: Sendable {
    let store: Store

    /// The organization with its settings. Every member may read them.
    public func organization(as principal: Principal) async throws -> StoredOrganization {
        try await store.read(as: principal, .viewOrganization) { try $0.organization() }
    }

    /// Changes name, language, time zone and first day of the week. Publishes ``SettingsChanged``. Throws `NameError`, or
    /// `OrganizationError.invalidLanguage`.
    public func change(_ settings: OrganizationSettings, as principal: Principal) async throws {
        let settings = try settings.checked()
        try await store.write(as: principal, .changeSettings) { work in
            try work.kernel.run(
                """
                UPDATE kernel_organization SET name = \(settings.name), language = \(settings.language),
                    time_zone = \(settings.timeZone.identifier), first_weekday = \(settings.firstWeekday)
                """)
            try work.unit.changeIndex(.ahead)
            try work.publish(SettingsChanged(settings: settings))
        }
    }

    /// Changes the slug under which the organization is looked up. Publishes ``SlugChanged``.
    ///
    /// The former slug is kept for the time `formerSlugLifetime` of the platform's configuration. During this time a lookup by it
    /// throws `OrganizationError.moved(to:)`, no other organization can take it, and the organization can change back to it. At
    /// most ten former slugs are kept. Throws `OrganizationError.invalidSlug`, `slugIsID` or `slugTaken`; then nothing has
    /// changed.
    public func changeSlug(to text: String, as principal: Principal) async throws {
        let slug = try Slug(ofOrganization: text)
        // The permission is checked first, because not everybody may find out which slugs are free.
        try await store.read(as: principal, .changeSlug) { _ in }
        try await store.tenant.index.move(to: slug) {
            try store.tenant.configuration.interrupt(.moved)
            try await store.write(as: principal, .changeSlug) { try $0.setSlug(slug) }
        }
    }
}

extension UnitOfWork {
    func setSlug(_ slug: Slug) throws {
        guard try kernel.run("UPDATE kernel_organization SET slug = \(slug) WHERE slug <> \(slug)") == 1 else { return }
        try unit.changeIndex(.ahead)
        try publish(SlugChanged(slug: slug))
    }
}

/// Reads and checks the audit chain of one organization. The chain records which principal wrote, with which permission, and about whom.
public struct Audit: Sendable {
    let store: Store

    /// Checks every hash of the chain, and its length.
    ///
    /// A person who can rewrite both the file and the chain can forge the chain. So publish `AuditVerification.head` elsewhere
    /// from time to time.
    public func verify(as principal: Principal) async throws -> AuditVerification {
        try await store.read(as: principal, .viewAudit) { try AuditChain($0.unit.connection).verify() }
    }

    /// One page of the entries, the newest first.
    public func list(_ query: AuditQuery = AuditQuery(), as principal: Principal) async throws -> AuditPage {
        try await store.read(as: principal, .viewAudit) { try query.page($0.kernel) }
    }
}
