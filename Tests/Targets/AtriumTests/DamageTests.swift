import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

/// A damaged file affects one organization only.
struct DamageTests {
    private typealias Damage = (name: String, says: String, inflict: @Sendable (_ path: String) throws -> Void)

    private static let damages: [Damage] =
        [
            ("noise", "is not a database", { try Data(repeating: 0x58, count: 8192).write(to: URL(filePath: $0)) }),
            ("empty", "is empty", { try Data().write(to: URL(filePath: $0)) }),
            (
                "truncated", "damaged",
                { path in
                    try Data(contentsOf: URL(filePath: path)).prefix(20_000).write(to: URL(filePath: path))
                }
            ),
            ("missing", "no such file", { try FileManager.default.removeItem(atPath: $0) }),
            (
                "folder", "it is a folder",
                { path in
                    try FileManager.default.removeItem(atPath: path)
                    try Files.createFolder(path)
                }
            ),
            (
                "link", "symbolic link",
                { path in
                    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
                    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".away")
                }
            ),
            // File permissions do not apply to root, so that root skips this case.
            ("forbidden", "may not read and write", { path in _ = chmod(path, 0) }),
        ]

    @Test(arguments: damages.indices.dropLast(geteuid() == 0 ? 1 : 0))
    func `everything else works when one organization has a damaged file`(_ index: Int) async throws {
        let (name, says, inflict) = Self.damages[index]
        let recorder = Recorder()
        try await withAcme([Greetings()], configure: { $0.observer = recorder }) { acme async throws in
            try await acme.tenant[Greetings.self].greet("Ada", as: acme.founder)
            let id = acme.tenant.id
            await acme.test.platform.close()
            try inflict("\(acme.test.folder)/tenants/\(id).db")
            let again = try await acme.test.reopened()
            let platform = again.platform
            try await platform.directory.setWake(of: id, at: acme.test.clock.now)
            for _ in 0..<2 {
                let error = await #expect(throws: DatabaseError.self) { _ = try await platform.tenant("acme") }
                let text = error?.description ?? ""
                for part in ["organization \(id)", says, "/tenants/\(id).db"] {
                    #expect(text.contains(part), "\(name): \(text)")
                }
            }
            let other = try await again.organization("other", founder: "boss@other.example")
            let account = try #require(try await platform.account(EmailAddress("boss@other.example")))
            let boss = try await other.principal(for: account)
            #expect(try await other[Greetings.self].greet("Bob", as: boss) == 1)
            try await platform.runDue()
            #expect(recorder.failures == ["run"])
            try await platform.rebuildIndex()
            #expect(recorder.failures == ["run", "rebuild the index"])
            let slugs = try await platform.organizations(of: account).map(\.slug.description)
            #expect(slugs == ["other"])
            try await platform.suspend(id)
            try await platform.resume(id)
            await platform.close()
            let last = try await again.reopened()
            #expect(try await last.platform.tenant("other")[Greetings.self].count(as: boss) == 1)
            await last.platform.close()
        }
    }

    @Test func `an organization that cannot be deleted does not keep the platform from opening`() async throws {
        let recorder = Recorder()
        try await withAcme([Greetings()], configure: { $0.observer = recorder }) { acme async throws in
            let id = acme.tenant.id
            let path = "\(acme.test.folder)/tenants/\(id).db"
            await acme.test.platform.close()
            try FileManager.default.removeItem(atPath: path)
            try Files.createFolder(path)
            let again = try await acme.test.reopened()
            await #expect(throws: DatabaseError.self) { try await again.platform.delete(id) }
            await again.platform.close()
            let third = try await again.reopened()
            #expect(recorder.failures == ["delete"])
            _ = try await third.organization("other", founder: "boss@other.example")
            await third.platform.close()
            try FileManager.default.removeItem(atPath: path)
            let last = try await third.reopened()
            await #expect(throws: OrganizationError.unknown) { try await last.platform.delete(id) }
            await last.platform.close()
        }
    }
}
