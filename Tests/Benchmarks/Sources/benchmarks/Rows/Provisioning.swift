import Atrium
import AtriumCourses
import AtriumOperations
import Foundation
import GRDB
import RawSQLite

/// Measures provisioning an organization with all modules, and opening one that is closed. All opened files stay open,
/// because closing another file is no part of provisioning.
func measureProvisioning(_ bench: Bench) async throws {
    try await withTemporaryFolder { folder in
        var configuration = PlatformConfiguration(folder: folder + "/atrium")
        configuration.openFiles = 1_000
        try raiseDescriptorLimit(to: 7 * configuration.openFiles + 64)
        let platform = try await Platform.open(configuration, modules: try WholePlatform.modules())
        do {
            let file = try await measureFounding(bench, platform, folder)
            await platform.close()
            try await measureOpening(bench, configuration.folder, file)
        } catch {
            await platform.close()
            throw error
        }
    }
}

/// Compares provisioning with a durable copy of a file of the same size, and with the files and commits that provisioning
/// has. The peer runs the same definitions.
private func measureFounding(_ bench: Bench, _ platform: Platform, _ folder: String) async throws -> String {
    let count = bench.scale(10, quick: 2)
    var number = 0
    func nextNames() -> [String] {
        number += 1
        return (0..<count).map { "made-\(number)-\($0)" }
    }
    func found(_ slug: String) async throws -> Tenant {
        try await platform.createOrganization(
            OrganizationSettings(name: slug), slug: slug, founder: EmailAddress("\(slug)@acme.example"))
    }
    let stranger = try await platform.createAccount(provenAddress: EmailAddress("stranger@x.example"), name: "Stranger")
    let first = try await found("first")
    let file = "\(folder)/atrium/tenants/\(first.id).db"
    // After a tenant's file is closed, it contains everything that was in its WAL.
    try await platform.suspend(first.id)
    try await platform.resume(first.id)
    let schema = try PeerProvisioning.schema(of: file)
    let size = FileManager.default.size(of: file)
    let ours: Side<Int> = {
        let names = nextNames()
        var made: [OrganizationID] = []
        let run = try await durably(commits: 3 * count) {
            try await timed(per: count) {
                for name in names { made.append(try await found(name).id) }
                return true
            }
        }
        let whole = made.count { FileManager.default.size(of: "\(folder)/atrium/tenants/\($0).db") == size }
        return Run(seconds: run.seconds, answer: whole)
    }
    try await bench.compare(
        "provision.organization-with-all-modules", in: .milliseconds, target: Target(.timesRaw(4)),
        expecting: count, ours: ours,
        raw: {
            let paths = nextNames().map { "\(folder)/\($0).db" }
            return try await timed(per: count) {
                for path in paths { try RawFiles.copyDurably(file, to: path) }
                return paths.count { FileManager.default.size(of: $0) == size }
            }
        },
        peer: {
            let paths = nextNames().map { "\(folder)/peer-\($0).db" }
            return try await durably(commits: count) {
                var pools: [DatabasePool] = []
                let run = try await timed(per: count) {
                    for path in paths { pools.append(try PeerProvisioning.make(path, schema: schema)) }
                    return true
                }
                for pool in pools { try pool.close() }
                // GRDB keeps its migrations in its own table.
                let made = try paths.count { try PeerProvisioning.schema(of: $0).count == schema.count + 1 }
                return Run(seconds: run.seconds, answer: made)
            }
        })
    let raw = try RawFounding(template: file, directory: folder + "/raw-directory.db")
    try await bench.compare(
        "provision.beside-its-files-and-commits", in: .milliseconds, target: nil, expecting: count, ours: ours,
        raw: {
            let paths = nextNames().map { "\(folder)/\($0).db" }
            return try await durably(commits: 2 * count) {
                try await timed(per: count) {
                    for path in paths { try raw.found(path) }
                    return paths.count
                }
            }
        })
    try await bench.compare(
        "provision.and-its-first-read", in: .milliseconds, target: nil, expecting: count,
        ours: {
            let names = nextNames()
            return try await timed(per: count) {
                var made: Set<OrganizationID> = []
                for name in names {
                    let tenant = try await found(name)
                    _ = try await tenant.principal(for: stranger)
                    made.insert(tenant.id)
                }
                return made.count
            }
        })
    return file
}

/// Measures the opening of organizations that nobody has used since the platform opened: their modules start. One has all
/// modules, and one has two.
private func measureOpening(_ bench: Bench, _ data: String, _ file: String) async throws {
    try await measureManyOpenings(bench, data)
    let name = "provision.open-a-cold-organization"
    guard bench.wants(name) else { return }
    let id = URL(filePath: file).deletingPathExtension().lastPathComponent
    guard let whole = OrganizationID(id) else { throw HarnessError("'\(id)' is no id") }
    try await compareOpening(bench, name, of: [whole], in: data)

    let platform = try await Platform.open(configuration(data), modules: try WholePlatform.modules())
    let founder = try EmailAddress("founder-of-two@acme.example")
    _ = try await platform.createAccount(provenAddress: founder, name: "Founder")
    let small = try await platform.createOrganization(
        OrganizationSettings(name: "Two"), slug: "two", founder: founder, featureSet: "Two")
    await platform.close()
    try await compareOpening(bench, name + "-with-two-modules", of: [small.id], in: data)
}

/// Measures the opening of many organizations, one after another, after a restart.
private func measureManyOpenings(_ bench: Bench, _ data: String) async throws {
    let name = "provision.open-many-cold-organizations"
    guard bench.wants(name) else { return }
    let platform = try await Platform.open(configuration(data), modules: try WholePlatform.modules())
    var ids: [OrganizationID] = []
    for number in 0..<bench.scale(100, quick: 2) {
        let organization = OrganizationSettings(name: "Cold \(number)")
        ids.append(
            try await platform.createOrganization(
                organization, slug: "cold-\(number)", founder: EmailAddress("cold-\(number)@acme.example")
            ).id)
    }
    await platform.close()
    try await compareOpening(bench, name, of: ids, in: data, target: Target(.timesRaw(2)))
}

private func compareOpening(
    _ bench: Bench, _ name: String, of organizations: [OrganizationID], in data: String, target: Target? = nil
) async throws {
    try await bench.compare(
        name, in: .milliseconds, target: target, expecting: organizations.count,
        ours: {
            let platform = try await Platform.open(configuration(data), modules: try WholePlatform.modules())
            let run = try await timed(per: organizations.count) {
                var count = 0
                for id in organizations where try await platform.tenant(id).id == id { count += 1 }
                return count
            }
            await platform.close()
            return run
        },
        raw: {
            var kept: [RawDatabase] = []
            let run = try await timed(per: organizations.count) {
                var count = 0
                for id in organizations {
                    let raw = try RawDatabase(path: "\(data)/tenants/\(id).db")
                    kept.append(raw)
                    count += try raw.integer("SELECT count(*) FROM kernel_organization")
                }
                return count
            }
            // The time does not include closing.
            withExtendedLifetime(kept) {}
            return run
        })
}

private func configuration(_ folder: String) -> PlatformConfiguration {
    var configuration = PlatformConfiguration(folder: folder)
    configuration.openFiles = 1_000
    configuration.featureSets = [FeatureSet("Two", modules: [Courses(), Items()])]
    return configuration
}
