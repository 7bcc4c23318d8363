import Atrium
import Testing

@testable import SurfaceServer

struct AddressTests {
    @Test(arguments: [
        ("/o/acme/kernel/members?text=acme", "/o/summit/kernel/members?text=acme"), ("/o/acme", "/o/summit"),
        ("/o/acme?text=a", "/o/summit?text=a"), ("/o/o/kernel/members", "/o/summit/kernel/members"),
        ("//o//acme/kernel/members", "/o/summit/kernel/members"),
    ])
    func `the present slug takes the place of what names the organization`(address: String, expected: String) throws {
        #expect(try SurfaceServer.path(of: address, at: #require(Slug("summit"))) == expected)
    }
}
