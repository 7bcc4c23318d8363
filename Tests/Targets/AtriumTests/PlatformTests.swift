import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

private struct Missing: Module {
    static let id: ModuleID = "missing"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()
    func start(in tenant: TenantContext) {}
}

private struct Faulty: Module {
    static let id: ModuleID = "Faulty_1"
    static let dependencies: [any Module.Type] = [Missing.self]
    static let permissions = [Permission("greetings.greet"), Permission("other.thing")]
    static let schema = Schema(Migration("same", "SELECT 1"), Migration("same", "SELECT 2"), Migration("empty"))
    func start(in tenant: TenantContext) {}
}

private struct Counting: Module {
    static let id: ModuleID = "sqlite"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()
    func start(in tenant: TenantContext) {}
}

private struct Left: Module {
    static let id: ModuleID = "left"
    static let dependencies: [any Module.Type] = [Right.self]
    static let permissions: [Permission] = []
    static let schema = Schema()
    func start(in tenant: TenantContext) {}
}

private struct Right: Module {
    static let id: ModuleID = "right"
    static let dependencies: [any Module.Type] = [Left.self]
    static let permissions: [Permission] = []
    static let schema = Schema()
    func start(in tenant: TenantContext) {}
}

/// Registers bodies to run at the end. Then asks for a module that it does not list.
private struct Careless: Module {
    static let id: ModuleID = "careless"
    static let dependencies: [any Module.Type] = []
    static let permissions: [Permission] = []
    static let schema = Schema()

    let closed: Mutexed

    func start(in tenant: TenantContext) async throws {
        try tenant.onClose { closed.add("first") }
        try tenant.onClose { closed.add("second") }
        _ = try tenant.service(of: Greetings.self)
    }
}

private final class Mutexed: Sendable {
    private let values = Locked<[String]>([])

    var all: [String] { values.withLock { $0 } }

    func add(_ value: String) { values.withLock { $0.append(value) } }
}

struct PlatformTests {
    @Test func `one error lists everything that is wrong with a configuration and its modules`() async throws {
        var configuration = PlatformConfiguration(folder: "")
        configuration.openFiles = 0
        configuration.statementTimeout = .zero
        let error = await #expect(throws: ConfigurationError.self) {
            try await Platform.open(
                configuration, modules: [Greetings(), Greetings(), Faulty(), Counting(), Left(), Right()])
        }
        let faults = try #require(error?.faults)
        for expected in [
            "folder is empty", "openFiles is 0", "statementTimeout is 0", "module 'greetings' is listed twice",
            "module id 'Faulty_1' is not", "module id 'sqlite' is a word of SQLite's own, as in 'sqlite_sequence'",
            "depends on 'missing', which is missing",
            "permission 'greetings.greet' is declared twice",
            "permission 'other.thing' of 'Faulty_1'", "two migrations are named 'same'",
            "migration 'empty' has no statement",
            "left → right → left",
        ] {
            #expect(faults.contains { $0.contains(expected) }, "\(expected) is not among \(faults)")
        }
    }

    @Test(
        arguments: [
            "sqlite", "pragma", "main", "temp", "json", "jsonb", "fts3", "fts4", "fts5", "rtree", "geopoly", "dbstat",
            "bytecode", "tables", "generate", "kernel", "", "1a", "a_b", "Notes", "é", "a-b", "٣",
        ] as [ModuleID])
    func `a module id that is malformed, or that is a word of the platform or of SQLite, is refused`(_ id: ModuleID) {
        #expect(id.fault?.hasPrefix("module id '\(id)' is ") == true)
    }

    @Test(arguments: ["notes", "a", "jsons", "sql", "temperature", "a1", "group", "date", "fts"] as [ModuleID])
    func `an ordinary word is a module id`(_ id: ModuleID) { #expect(id.fault == nil) }

    @Test func `a module gets only the services that it lists, and what a failed start registered is closed`()
        async throws
    {
        let closed = Mutexed()
        try await withTemporaryPlatform([Greetings(), Careless(closed: closed)]) { test async throws in
            let error = await #expect(throws: ModuleStartError.self) { try await test.organization() }
            #expect(
                error?.cause as? ConfigurationError
                    == ConfigurationError(faults: [
                        "module 'careless' asked for 'greetings' without listing it in dependencies; add Greetings.self there"
                    ]))
            #expect(closed.all == ["second", "first"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(test.folder)/tenants").isEmpty)
        }
    }

    @Test func `a folder can be open only once at a time`() async throws {
        try await withTemporaryPlatform { test in
            let error = await #expect(throws: DatabaseError.self) {
                try await Platform.open(at: test.folder, modules: [])
            }
            #expect(error?.kind == .busy)
        }
    }

    @Test func `suspending closes an organization to everybody until it is resumed`() async throws {
        try await withAcme([Greetings()]) { acme in
            let service = try acme.tenant[Greetings.self]
            try await service.greet("Ada", as: acme.founder)
            try await acme.test.platform.suspend(acme.tenant.id)
            await #expect(throws: OrganizationError.suspended) { try await service.greet("Ada", as: acme.founder) }
            await #expect(throws: OrganizationError.suspended) { try await acme.test.platform.tenant("acme") }
            try await acme.test.platform.resume(acme.tenant.id)
            let again = try await acme.test.platform.tenant("acme")
            #expect(try await again[Greetings.self].count(as: acme.founder) == 1)
        }
    }

    @Test func `deleting an organization removes its files, frees its slug and forgets its members`() async throws {
        try await withAcme { acme in
            let id = acme.tenant.id
            _ = try await acme.member("ada")
            try await acme.test.platform.delete(id)
            let files = try FileManager.default.contentsOfDirectory(atPath: "\(acme.test.folder)/tenants")
            #expect(files.filter { $0.contains(id.description) }.isEmpty)
            let account = try #require(try await acme.test.platform.account(EmailAddress("ada@acme.example")))
            #expect(try await acme.test.platform.organizations(of: account).isEmpty)
            await #expect(throws: OrganizationError.unknown) { try await acme.test.platform.tenant(id) }
            await #expect(throws: OrganizationError.unknown) { try await acme.test.platform.delete(id) }
            let again = try await acme.test.organization()
            #expect(again.id != id)
        }
    }

    @Test func `an organization whose file is missing is not created again as an empty one`() async throws {
        try await withAcme { acme in
            let path = "\(acme.test.folder)/tenants/\(acme.tenant.id).db"
            await acme.test.platform.close()
            try FileManager.default.removeItem(atPath: path)
            let again = try await acme.test.reopened()
            let error = await #expect(throws: DatabaseError.self) { try await again.platform.tenant("acme") }
            #expect(error?.kind == .lost)
            #expect(!FileManager.default.fileExists(atPath: path))
            await again.platform.close()
        }
    }

    @Test func `a slug that is taken or malformed is refused`() async throws {
        try await withAcme { acme in
            let address = try EmailAddress("founder@acme.example")
            for (slug, error) in [("acme", OrganizationError.slugTaken), ("A", .invalidSlug)] {
                await #expect(throws: error) {
                    try await acme.test.platform.createOrganization(
                        OrganizationSettings(name: "X"), slug: slug, founder: address)
                }
            }
        }
    }

    @Test func `a founder without an account is refused if no module invites, and nothing stays`()
        async throws
    {
        try await withTemporaryPlatform { test async throws in
            await #expect(throws: OrganizationError.founderHasNoAccount) {
                try await test.platform.createOrganization(
                    OrganizationSettings(name: "X"), slug: "x", founder: EmailAddress("nobody@x.example"))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(test.folder)/tenants").isEmpty)
        }
    }

    @Test(arguments: ["", "x", "x.y", "../../etc/passwd", "018bcfe5-6800-7fff-bfff-ffffffffffff.secret"])
    func `a token that belongs to no organization opens no file`(_ token: String) async throws {
        try await withAcme { acme in
            await #expect(throws: OrganizationError.unknown) { try await acme.test.platform.tenant(ofToken: token) }
        }
    }

    @Test func `all organizations work, even if there are more of them than files may be open`() async throws {
        try await withTemporaryPlatform([Greetings()], configure: { $0.openFiles = 2 }) { test in
            var tenants: [(Tenant, Principal)] = []
            for index in 0..<12 {
                let tenant = try await test.organization("org\(index)", founder: "boss\(index)@x.example")
                let account = try #require(try await test.platform.account(EmailAddress("boss\(index)@x.example")))
                tenants.append((tenant, try await tenant.principal(for: account)))
            }
            for round in 1...3 {
                for (tenant, founder) in tenants {
                    #expect(try await tenant[Greetings.self].greet("Ada", as: founder) == round)
                }
            }
        }
    }

    @Test func `an administrator changes the settings, and the lists of organizations show the new name`() async throws
    {
        try await withAcme { acme in
            var settings = OrganizationSettings(
                name: "Acme SA", language: "pt-BR", timeZone: TimeZone(identifier: "Europe/Paris")!,
                firstWeekday: .sunday)
            try await acme.tenant.settings.change(settings, as: acme.founder)
            #expect(try await acme.tenant.settings.organization(as: acme.founder).settings == settings)
            let account = try #require(try await acme.test.platform.account(EmailAddress("founder@acme.example")))
            #expect(try await acme.test.platform.organizations(of: account).map(\.name) == ["Acme SA"])
            for language in ["", "e", "english-", "en_US", "12345"] {
                settings.language = language
                let wrong = settings
                await #expect(throws: OrganizationError.invalidLanguage, "\(language)") {
                    try await acme.tenant.settings.change(wrong, as: acme.founder)
                }
            }
        }
    }

    @Test func `the start-up is printed as a tree with milliseconds`() async throws {
        try await withAcme([Greetings(), Echo()]) { acme in
            let lines = acme.test.platform.description.split(separator: "\n").map(String.init)
            #expect(lines[0].hasPrefix("platform in \(acme.test.folder): directory "))
            #expect(lines[1] == "├─ organization \(acme.tenant.id)")
            #expect(lines[2].contains("├─ greetings ") && lines[3].contains("├─ echo ") && lines[3].hasSuffix(" ms"))
        }
    }
}
