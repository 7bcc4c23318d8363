import Atrium
import AtriumTesting
import Testing

@testable import hello

struct GreetingTests {
    @Test func `each organization counts its own greetings`() async throws {
        try await withTemporaryPlatform([Greetings()]) { test in
            let acme = try await test.organization()
            let ada = try await test.member("ada@acme.example", in: acme)
            #expect(try await acme[Greetings.self].greet("Bob", as: ada) == 1)

            let other = try await test.organization("other", founder: "boss@other.example")
            let eve = try await test.member("eve@other.example", in: other)
            #expect(try await other[Greetings.self].greet("Bob", as: eve) == 1)
        }
    }
}
