import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct ClockTests {
    // The times are seconds, because a date that is not a number has no description.
    @Test(
        arguments: [
            .nan, .signalingNaN, .infinity, -.infinity, -0.001, 281_474_976_710.7, 1e300, -1e300,
            .greatestFiniteMagnitude,
        ] as [Double])
    func `a clock without a valid time is refused in every unit, and the organization works again after a correction`(
        _ seconds: Double
    ) async throws {
        let moment = Locked(FixedClock().now)
        let observer = Recorder()
        try await withAcme(
            [Greetings()],
            configure: { configuration in
                configuration.now = { moment.withLock { $0 } }
                configuration.observer = observer
            }
        ) { acme async throws in
            let (platform, greetings) = (acme.test.platform, try acme.tenant[Greetings.self])
            let account = try #require(try await platform.account(EmailAddress("founder@acme.example")))
            let right = moment.withLock { $0 }
            moment.withLock { $0 = Date(timeIntervalSince1970: seconds) }
            await #expect(throws: ClockError()) { try await greetings.greet("Ada", as: acme.founder) }
            await #expect(throws: ClockError()) { try await greetings.count(as: acme.founder) }
            await #expect(throws: ClockError()) { try await acme.tenant.principal(for: account) }
            await #expect(throws: ClockError()) { try await acme.tenant.teams.create("North", as: acme.founder) }
            await #expect(throws: ClockError()) { try await platform.runDue() }
            await #expect(throws: ClockError()) { try await platform.run() }
            await #expect(throws: ClockError()) { try await acme.test.organization("other") }
            await #expect(throws: ClockError()) {
                try await platform.createAccount(provenAddress: EmailAddress("x@x.example"), name: "X")
            }
            // The organization cannot be resumed or started either, and the platform does not open.
            try await platform.suspend(acme.tenant.id)
            await #expect(throws: ClockError()) { try await platform.resume(acme.tenant.id) }
            moment.withLock { $0 = right }
            try await platform.resume(acme.tenant.id)
            moment.withLock { $0 = Date(timeIntervalSince1970: seconds) }
            await #expect(throws: ClockError()) { try await platform.tenant("acme") }
            await #expect(throws: ClockError()) { try await acme.test.reopened() }
            moment.withLock { $0 = right }
            let again = try await acme.test.reopened()
            let tenant = try await again.platform.tenant("acme")
            #expect(try await tenant[Greetings.self].greet("Ada", as: acme.founder) == 1)
            _ = try await again.organization("other")
            await again.platform.close()
        }
    }

    @Test(arguments: [0, 281_474_976_710.655])
    func `an organization works at the first and at the last time that an id can contain`(_ seconds: Double)
        async throws
    {
        let moment = Date(timeIntervalSince1970: seconds)
        try await withAcme([Greetings()], configure: { $0.now = { moment } }) { acme async throws in
            #expect(try await acme.tenant[Greetings.self].greet("Ada", as: acme.founder) == 1)
            _ = try await acme.tenant.teams.create("North", as: acme.founder)
            #expect(try await acme.entry(acme.founder).member.joinedAt == moment)
            #expect(try await acme.test.platform.runDue() == 0)
        }
    }

    @Test func `the error for an invalid clock says what to correct`() {
        #expect(
            "\(ClockError())"
                == "the platform's clock is outside the years 1970 to 10888; correct PlatformConfiguration.now or the machine's clock"
        )
    }
}
