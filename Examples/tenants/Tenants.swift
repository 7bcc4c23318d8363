import Atrium
import Foundation

/// Three organizations on one platform: what each can see of the others, which features each has, and what continues to work
/// when one of them breaks.
@main
struct Tenants {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tenants-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var story = try await Story(folder: folder)
        try await story.liveSideBySide()
        try await story.reachAcross()
        try await story.listFeatures()
        try await story.switchFeatures()
        try await story.breakOne()
        try await story.swapFiles()
        await story.platform.close()
    }
}

/// The organizations Harbor, Lumen and Quarry, each with its own notes.
struct Story {
    private let folder: String
    private(set) var platform: Platform
    let harbor: OrganizationID
    private let lumen: OrganizationID
    private let quarry: OrganizationID
    /// Ada is a member of Harbor and of Lumen, with one account.
    private let ada: AccountID

    /// What this program can do. What an organization has of it is in ``featureSets``.
    private static let modules: [any Module] = [Notes(), Counts(limit: 10_000)]

    /// Creates the three organizations. Each founder becomes its administrator.
    init(folder: String) async throws {
        self.folder = folder
        platform = try await Platform.open(Self.configuration(folder), modules: Self.modules)
        ada = try await platform.createAccount(provenAddress: EmailAddress("ada@example.org"), name: "Ada")
        _ = try await platform.createAccount(provenAddress: EmailAddress("quinn@example.org"), name: "Quinn")
        harbor = try await Self.create("Harbor", "Starter", founder: "ada@example.org", on: platform)
        lumen = try await Self.create("Lumen", "Business", founder: "ada@example.org", on: platform)
        quarry = try await Self.create("Quarry", "", founder: "quinn@example.org", on: platform)
    }

    private static func create(
        _ name: String, _ featureSet: String, founder: String, on platform: Platform
    ) async throws -> OrganizationID {
        try await platform.createOrganization(
            OrganizationSettings(name: name), slug: name.lowercased(), founder: EmailAddress(founder),
            featureSet: featureSet
        ).id
    }

    private static func configuration(_ folder: String) -> PlatformConfiguration {
        var configuration = PlatformConfiguration(folder: folder)
        // This program prints what happens itself. By default, warnings for the operator would go to standard error too.
        configuration.observer = Silent()
        configuration.featureSets = featureSets
        return configuration
    }

    private struct Silent: Observer { func observe(_ event: TelemetryEvent) {} }

    // MARK: - Chapters

    func liveSideBySide() async throws {
        print("Three organizations, one file each")
        for (id, name) in names {
            let tenant = try await platform.tenant(id)
            let founder = try await founder(of: id)
            try await tenant[Notes.self].add("Only \(name) knows this.", as: founder)
            print("\(name) wrote: \(try await tenant[Notes.self].all(as: founder).joined(separator: " "))")
        }
        let menu = try await platform.organizations(of: ada).map(\.name)
        print("Ada has one account, and may enter: \(menu.joined(separator: ", ")).")
    }

    func reachAcross() async throws {
        chapter("What one can see of another")
        let (here, there) = (try await platform.tenant(harbor), try await platform.tenant(quarry))
        let quinn = try await founder(of: quarry)
        await attempt("Quinn, a member of Quarry, reads Harbor's notes") {
            try await here[Notes.self].all(as: quinn).joined(separator: " ")
        }
        let adaHere = try await here.principal(for: ada)
        let adaThere = try await there.principal(for: ada)
        await attempt("Ada reads Quarry's notes with her account") {
            try await there[Notes.self].all(as: adaThere).joined(separator: " ")
        }
        if let stranger = quinn.member {
            await attempt("Ada looks Quinn up in Harbor, by Quinn's id") {
                try await here.members.member(stranger, as: adaHere).member.name
            }
        }
        await attempt("The module 'notes' reads the kernel's table of members") {
            try await here[Notes.self].readMembers(as: adaHere).joined(separator: " ")
        }
    }

    mutating func breakOne() async throws {
        chapter("Quarry's file is overwritten with noise")
        // A file is complete only after its platform is closed. Until then, the newest commits are in the WAL next to it.
        await platform.close()
        let copy = try Data(contentsOf: file(of: quarry))
        try Data(repeating: 7, count: 65_536).write(to: file(of: quarry))
        platform = try await Platform.open(Self.configuration(folder), modules: Self.modules)
        try await readAll()
        print("Quarry's file is put back from a copy.")
        try copy.write(to: file(of: quarry))
        try await readAll()
    }

    mutating func swapFiles() async throws {
        chapter("Somebody puts Lumen's file in Quarry's place")
        await platform.close()
        let own = try Data(contentsOf: file(of: quarry))
        try Data(contentsOf: file(of: lumen)).write(to: file(of: quarry))
        platform = try await Platform.open(Self.configuration(folder), modules: Self.modules)
        try await readAll()
        await platform.close()
        try own.write(to: file(of: quarry))
        platform = try await Platform.open(Self.configuration(folder), modules: Self.modules)
        print("Quarry's own file is put back.")
        try await readAll()
    }

    // MARK: - Telling

    var names: [(OrganizationID, String)] { [(harbor, "Harbor"), (lumen, "Lumen"), (quarry, "Quarry")] }

    private func file(of id: OrganizationID) -> URL { URL(filePath: "\(folder)/tenants/\(id).db") }

    func founder(of id: OrganizationID) async throws -> Principal {
        let tenant = try await platform.tenant(id)
        guard
            let account = try await platform.account(
                EmailAddress(id == quarry ? "quinn@example.org" : "ada@example.org"))
        else { return .visitor }
        return try await tenant.principal(for: account)
    }

    private func readAll() async throws {
        for (id, name) in names {
            await attempt("\(name) reads its notes") {
                let tenant = try await platform.tenant(id)
                return try await tenant[Notes.self].all(as: founder(of: id)).joined(separator: " ")
            }
        }
    }

    func chapter(_ title: String) { print("\n\(title)") }

    /// Prints what somebody tries, and what comes of it. Ids and folders differ in each run, and are not printed.
    func attempt(_ what: String, _ act: () async throws -> String) async {
        do {
            print("  \(what): \(try await act())")
        } catch {
            var text = "\(error)"
            for (id, name) in names { text = text.replacing("\(id)", with: name.lowercased()) }
            text = text.replacing("\(folder)/", with: "")
            print("  \(what): \(text)")
        }
    }
}
