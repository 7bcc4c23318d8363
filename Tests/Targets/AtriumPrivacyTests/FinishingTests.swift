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
}
