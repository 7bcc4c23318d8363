import Atrium
import AtriumCourses
import AtriumPrivacy
import AtriumTesting
import Foundation
import TestSupport
import Testing

/// What follows the unit of an erasure, also after a crash or a restore.
struct FinishingTests {
    @Test func `the files are rewritten a minute after the first erasure, once for all of that minute`() async throws {
        try await withPrivacy { world async throws in
            try await world.privacy.erase(world.ada, as: world.administrator)
            world.test.clock.advance(by: .seconds(30))
            try await world.test.platform.runDue()
            try await world.privacy.erase(world.bob, as: world.administrator)
            #expect(try await world.erasures() == [world.ada: false, world.bob: false])
            #expect(try world.isOnDisk("Lovelace"))
            world.test.clock.advance(by: .seconds(31))
            try await world.test.platform.runDue()
            #expect(try await world.erasures() == [world.ada: true, world.bob: true])
            #expect(try !world.isOnDisk("Lovelace"))
        }
    }

    @Test func `a crash after the unit loses nothing: the rest is done after the restart`() async throws {
        try await withPrivacy { world async throws in
            try await world.privacy.erase(world.ada, as: world.administrator)
            let again = try await world.reopened()
            #expect(try await again.erasures() == [world.ada: false])
            try await again.settle()
            #expect(try await again.erasures() == [world.ada: true])
            #expect(try await again.account("Ada") == nil)
            #expect(try !again.isOnDisk("Lovelace"))
            await again.test.platform.close()
        }
    }

    @Test func `a person whom an older file brings back is erased when the organization opens`() async throws {
        try await withPrivacy { world async throws in
            await world.test.platform.close()
            let backup = try Data(contentsOf: URL(filePath: world.file))
            let second = try await world.reopened()
            try await second.privacy.erase(world.ada, as: world.administrator)
            try await second.settle()
            await second.test.platform.close()
            try backup.write(to: URL(filePath: world.file))
            let third = try await second.reopened()
            await #expect(throws: MemberError.unknown) {
                try await third.tenant.members.member(world.ada, as: world.administrator)
            }
            #expect(try await third.erasures() == [world.ada: false])
            third.test.clock.advance(by: .seconds(3601))
            try await third.test.platform.runDue()
            #expect(try await third.erasures() == [world.ada: true])
            #expect(try !third.isOnDisk("Lovelace"))
            await third.test.platform.close()
        }
    }

    @Test func `an account that an older directory brings back is deleted again`() async throws {
        try await withPrivacy { world async throws in
            await world.test.platform.close()
            let path = URL(filePath: "\(world.test.folder)/directory.db")
            let backup = try Data(contentsOf: path)
            let second = try await world.reopened()
            try await second.privacy.erase(world.ada, as: world.administrator)
            try await second.settle()
            await second.test.platform.close()
            try backup.write(to: path)
            let third = try await second.reopened()
            third.test.clock.advance(by: .seconds(3601))
            try await third.test.platform.runDue()
            #expect(try await third.account("Ada") == nil)
            #expect(try !third.isOnDisk("Lovelace"))
            await third.test.platform.close()
        }
    }

    @Test func `the list of erasures repeats them where both files are older`() async throws {
        try await withPrivacy { world async throws in
            await world.test.platform.close()
            let paths = [world.file, "\(world.test.folder)/directory.db"].map { URL(filePath: $0) }
            let backups = try paths.map { try Data(contentsOf: $0) }
            let second = try await world.reopened()
            try await second.privacy.erase(world.ada, as: world.administrator)
            try await second.settle()
            let list = try await second.erasures()
            await second.test.platform.close()
            for (path, backup) in zip(paths, backups) { try backup.write(to: path) }
            let third = try await second.reopened()
            #expect(try await third.erasures().isEmpty)
            let grace = try third.test.platform.operator("Grace")
            let unknown = try #require(MemberID("019b8d62-7a80-7e55-b2fb-eea293f80bc9"))
            #expect(try await third.privacy.repeatErasures(of: list.keys + [unknown], as: grace).get() == 1)
            try await third.settle()
            #expect(try await third.erasures() == [world.ada: true])
            #expect(try await third.account("Ada") == nil)
            await third.test.platform.close()
        }
    }
}
