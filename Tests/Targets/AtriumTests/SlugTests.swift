import AtriumOperations
import AtriumTesting
import Testing

@testable import Atrium

struct SlugTests {
    @Test func `the old slug leads to the new one and cannot be taken for a time, and then it is free`()
        async throws
    {
        try await withAcme(configure: { $0.formerSlugLifetime = .seconds(3600) }) { acme async throws in
            let platform = acme.test.platform
            try await acme.tenant.settings.changeSlug(to: "apex", as: acme.founder)
            #expect(try await platform.tenant("apex") === acme.tenant)
            acme.test.clock.advance(by: .seconds(3599))
            await #expect(throws: moved(to: "apex")) { try await platform.tenant("acme") }
            await #expect(throws: OrganizationError.slugTaken) { try await acme.test.organization("acme") }
            acme.test.clock.advance(by: .seconds(1))
            await #expect(throws: OrganizationError.unknown) { try await platform.tenant("acme") }
            let other = try await acme.test.organization("acme", founder: "boss@other.example")
            #expect(try await platform.tenant("acme") === other)
            await #expect(throws: OrganizationError.slugTaken) {
                try await acme.tenant.settings.changeSlug(to: "acme", as: acme.founder)
            }
            #expect(try await platform.tenant("apex") === acme.tenant)
        }
    }

    @Test
    func `a slug that is taken or invalid is refused, and the list of organizations and the event have the new slug`()
        async throws
    {
        let heard = Heard()
        try await withAcme([heard]) { acme async throws in
            let (platform, settings) = (acme.test.platform, acme.tenant.settings)
            let other = try await acme.test.organization("other", founder: "boss@other.example")
            await #expect(throws: OrganizationError.slugTaken) {
                try await settings.changeSlug(to: "other", as: acme.founder)
            }
            // An organization that is rebuilt from its file may have its id as slug. No other organization may use this id.
            for (text, error) in [("Acme!", OrganizationError.invalidSlug), ("\(other.id)", .slugIsID)] {
                await #expect(throws: error) { try await settings.changeSlug(to: text, as: acme.founder) }
                await #expect(throws: error) { try await acme.test.organization(text, founder: "boss@x.example") }
            }
            #expect(try await platform.tenant("acme") === acme.tenant)
            #expect(try await platform.tenant("other") === other)
            try await settings.changeSlug(to: "apex", as: acme.founder)
            let account = try #require(try await platform.account(EmailAddress("founder@acme.example")))
            #expect(try await platform.organizations(of: account).map(\.slug.description) == ["apex"])
            #expect(heard.slugs.withLock { $0 } == ["apex"])
            let last = try await acme.tenant.file.read { connection in
                try connection.kernel.one(
                    "SELECT payload FROM kernel_audit ORDER BY sequence DESC LIMIT 1", as: String.self)
            }
            #expect(last.hasSuffix("\tkernel.change slug\torganization\t-\t\(acme.founder)"))
        }
    }

    @Test func `a member who may not change the slug does not learn which slugs are free`() async throws {
        try await withAcme { acme in
            let ada = try await acme.member("ada")
            for slug in ["acme", "free"] {
                await #expect(throws: AccessError.self) {
                    try await acme.tenant.settings.changeSlug(to: slug, as: ada)
                }
            }
            await #expect(throws: OrganizationError.unknown) { try await acme.test.platform.tenant("free") }
            try await acme.tenant.settings.changeSlug(to: "free", as: acme.test.platform.operator("Grace"))
            #expect(try await acme.test.platform.tenant("free") === acme.tenant)
        }
    }

    @Test func `changing a slug back and forth keeps two slugs, and at most ten former slugs are kept`() async throws {
        try await withAcme { acme in
            let (platform, settings) = (acme.test.platform, acme.tenant.settings)
            for slug in ["apex", "acme", "apex", "acme"] {
                try await settings.changeSlug(to: slug, as: acme.founder)
                let former = slug == "apex" ? "acme" : "apex"
                #expect(try await platform.tenant(slug) === acme.tenant)
                await #expect(throws: moved(to: slug)) {
                    try await platform.tenant(former)
                }
                #expect(try await platform.directory.keptSlugs() == [former])
            }
            for number in 0..<11 {
                acme.test.clock.advance(by: .seconds(1))
                try await settings.changeSlug(to: "s\(number)", as: acme.founder)
            }
            #expect(try await platform.directory.keptSlugs() == (0..<10).map { "s\($0)" })
            await #expect(throws: OrganizationError.unknown) { try await platform.tenant("acme") }
        }
    }

    @Test func `the most recent former slug is kept, even if older ones are kept for longer`() async throws {
        try await withAcme { acme async throws in
            for number in 0..<10 { try await acme.tenant.settings.changeSlug(to: "s\(number)", as: acme.founder) }
            await acme.test.platform.close()
            var configuration = acme.test.configuration
            configuration.formerSlugLifetime = .seconds(3600)
            let platform = try await Platform.open(configuration, modules: [])
            try await platform.tenant("s9").settings.changeSlug(to: "last", as: acme.founder)
            await #expect(throws: moved(to: "last")) { try await platform.tenant("s9") }
            #expect(try await platform.directory.keptSlugs().count == 10)
            await platform.close()
        }
    }

    @Test func `a deleted organization's former slugs are free`() async throws {
        try await withAcme { acme in
            try await acme.tenant.settings.changeSlug(to: "apex", as: acme.founder)
            try await acme.test.platform.delete(acme.tenant.id)
            for slug in ["acme", "apex"] {
                await #expect(throws: OrganizationError.unknown) { try await acme.test.platform.tenant(slug) }
                _ = try await acme.test.organization(slug)
            }
        }
    }
}

/// The error of a look-up by a former slug.
func moved(to slug: String) -> OrganizationError { .moved(to: Slug(slug)!) }

extension Directory {
    /// The former slugs that are kept, in the order in which they become free.
    fileprivate func keptSlugs() async throws -> [String] {
        try await file.read { try $0.kernel.rows("SELECT slug FROM kernel_slug ORDER BY until, slug", as: String.self) }
    }
}

/// Notes new slugs. Refuses them if `isRefusing` is true.
struct Heard: Module {
    static let id: ModuleID = "heard"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    struct Refusal: Error {}

    var isRefusing = false
    let slugs = Locked<[String]>([])

    func start(in tenant: TenantContext) throws {
        try tenant.on(SlugChanged.self) { event, _ in
            if isRefusing { throw Refusal() }
            slugs.withLock { $0.append(event.slug.description) }
        }
    }
}
