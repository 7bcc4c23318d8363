import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// No commit spans the directory and the organization's file. The tests show what is true after a failure or a crash between
/// the two.
struct SlugFollowingTests {
    @Test func `a slug change whose commit fails leaves the old slug, and the new one is free`() async throws {
        try await withAcme([Heard(isRefusing: true)]) { acme in
            await #expect(throws: ReactionError.self) {
                try await acme.tenant.settings.changeSlug(to: "apex", as: acme.founder)
            }
            #expect(try await acme.test.platform.tenant("acme") === acme.tenant)
            await #expect(throws: OrganizationError.unknown) { try await acme.test.platform.tenant("apex") }
            _ = try await acme.test.organization("apex")
            let again = try await acme.test.reopened()
            #expect(try await again.platform.tenant("acme").id == acme.tenant.id)
            await again.platform.close()
        }
    }

    @Test func `a slug change that a suspension interrupts is undone when the organization opens again`() async throws {
        try await withAcme(configure: { $0.observer = Recorder() }) { acme async throws in
            let (platform, tenant) = (acme.test.platform, acme.tenant)
            await #expect(throws: OrganizationError.suspended) {
                try await tenant.index.move(to: #require(Slug("apex"))) {
                    try await platform.suspend(tenant.id)
                    try await tenant.settings.change(OrganizationSettings(name: "Late"), as: acme.founder)
                }
            }
            try await platform.resume(tenant.id)
            #expect(try await platform.tenant("apex").id == tenant.id)
            #expect(try await platform.tenant("acme").id == tenant.id)
        }
    }

    @Test func `a slug change whose caller is cancelled halfway takes place or leaves no trace`() async throws {
        let moving = Locked<Task<Void, any Error>?>(nil)
        try await withAcme(configure: {
            $0.interrupt = { step in if step == .moved { moving.withLock { $0?.cancel() } } }
        }) { acme async throws in
            let (gate, opening) = AsyncStream<Void>.makeStream()
            let task = Task {
                for await _ in gate {}
                try await acme.tenant.settings.changeSlug(to: "apex", as: acme.founder)
            }
            moving.withLock { $0 = task }
            opening.finish()
            let isDone: Bool = if case .success = await task.result { true } else { false }
            let slug = isDone ? "apex" : "acme"
            #expect(try await acme.test.platform.tenant(slug) === acme.tenant)
            #expect(try await acme.tenant.storedSlug() == slug)
        }
    }

    @Test func `a slug change takes place even if the directory and the file are compared during it`() async throws {
        try await withAcme { acme async throws in
            try await acme.tenant.index.move(to: #require(Slug("apex"))) {
                await acme.tenant.index.follow(.anywhere)
                await #expect(throws: moved(to: "acme")) { try await acme.test.platform.tenant("apex") }
                await #expect(throws: OrganizationError.slugTaken) { try await acme.test.organization("apex") }
                try await acme.tenant.store.write(as: acme.founder, .changeSlug) { work in
                    try work.kernel.run("UPDATE kernel_organization SET slug = 'apex'")
                    try work.unit.changeIndex(.ahead)
                }
            }
            #expect(try await acme.test.platform.tenant("apex") === acme.tenant)
        }
    }

    @Test(arguments: ["looked up", "due"])
    func `a crash between the directory and the file leaves the old slug`(_ how: String) async throws {
        let crash = CrashedFolder()
        try await withAcme(configure: { $0.interrupt = { try crash.at($0) } }) { acme async throws in
            // Before the change, the directory knows the file's last commit, and the organization is idle.
            let before = try await acme.test.reopened()
            let tenant = try await before.platform.tenant("acme")
            try await before.platform.runDue()
            crash.folder.withLock { $0 = acme.test.folder }
            try await tenant.settings.changeSlug(to: "apex", as: acme.founder)
            await before.platform.close()
            var configuration = acme.test.configuration
            (configuration.folder, configuration.interrupt) = (crash.copy(of: acme.test.folder), { _ in })
            let platform = try await Platform.open(configuration, modules: [])
            await #expect(throws: moved(to: "apex")) { try await platform.tenant("acme") }
            if how == "due" {
                try await platform.runDue()
            } else {
                #expect(try await platform.tenant("apex").id == acme.tenant.id)
            }
            #expect(try await platform.tenant("acme").id == acme.tenant.id)
            await #expect(throws: moved(to: "acme")) { try await platform.tenant("apex") }
            await platform.close()
            try FileManager.default.removeItem(atPath: configuration.folder)
        }
    }

    @Test func `the last commit of many concurrent slug changes counts, in the directory and in the file`() async throws
    {
        try await withAcme { acme in
            let slugs = (0..<8).map { "s\($0)" }
            try await withThrowingTaskGroup { group in
                for slug in slugs {
                    group.addTask { try await acme.tenant.settings.changeSlug(to: slug, as: acme.founder) }
                    group.addTask {
                        try await acme.tenant.settings.change(OrganizationSettings(name: slug), as: acme.founder)
                    }
                }
                try await group.waitForAll()
            }
            let stored = try await acme.tenant.storedSlug()
            #expect(try await acme.test.platform.tenant(stored) === acme.tenant)
            for slug in slugs + ["acme"] where slug != stored {
                await #expect(throws: moved(to: stored)) {
                    try await acme.test.platform.tenant(slug)
                }
            }
        }
    }

    @Test func `an older or rebuilt directory gets the slug from the file`() async throws {
        try await withAcme { acme in
            await acme.test.platform.close()
            let path = "\(acme.test.folder)/directory.db"
            let backup = try Data(contentsOf: URL(filePath: path))
            let middle = try await acme.test.reopened()
            try await middle.platform.tenant("acme").settings.changeSlug(to: "apex", as: acme.founder)
            await middle.platform.close()
            try backup.write(to: URL(filePath: path))
            let older = try await acme.test.reopened()
            #expect(try await older.platform.tenant("acme").id == acme.tenant.id)
            #expect(try await older.platform.tenant("apex").id == acme.tenant.id)
            await older.platform.close()
            try FileManager.default.removeItem(atPath: path)
            let report = try await Platform.rebuildDirectory(acme.test.configuration, modules: [])
            #expect(report.unknown.contains(.formerSlugs))
            let anew = try await acme.test.reopened()
            #expect(try await anew.platform.tenant("apex").id == acme.tenant.id)
            await #expect(throws: OrganizationError.unknown) { try await anew.platform.tenant("acme") }
            await anew.platform.close()
        }
    }

    @Test func `the directory's slug stays if an older file names a slug that another organization has`() async throws {
        try await withAcme(configure: { $0.formerSlugLifetime = .seconds(3600) }) { acme async throws in
            await acme.test.platform.close()
            let path = acme.path(of: acme.tenant.id)
            let backup = try Data(contentsOf: URL(filePath: path))
            let middle = try await acme.test.reopened()
            try await middle.platform.tenant("acme").settings.changeSlug(to: "apex", as: acme.founder)
            acme.test.clock.advance(by: .seconds(3600))
            let other = try await middle.organization("acme", founder: "boss@other.example").id
            await middle.platform.close()
            try backup.write(to: URL(filePath: path))
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("apex")
            #expect(tenant.id == acme.tenant.id)
            #expect(try await again.platform.tenant("acme").id == other)
            // The file has this slug too, and its audit chain says why.
            #expect(try await tenant.storedSlug() == "apex")
            #expect(try await tenant.chain.last?.hasSuffix("system:kernel:keep the slug") == true)
            await again.platform.close()
        }
    }
}

extension Tenant {
    /// The slug in the organization's own file.
    fileprivate func storedSlug() async throws -> String {
        try await file.read { try $0.kernel.one("SELECT slug FROM kernel_organization", as: String.self) }
    }
}

/// Copies a folder as a crash between the directory and the file would leave it.
private final class CrashedFolder: Sendable {
    let folder = Locked("")

    func copy(of folder: String) -> String { folder + "-crashed" }

    func at(_ step: PlatformStep) throws {
        guard step == .moved else { return }
        let folder = folder.withLock { $0 }
        try FileManager.default.copyItem(atPath: folder, toPath: copy(of: folder))
    }
}
