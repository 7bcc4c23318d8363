import AtriumValues
import Foundation
import Testing

struct SecretTests {
    private let secret = Secret(bytes: (0..<32).map { $0 })
    private let owner = ID<Day>(at: Date(timeIntervalSince1970: 0), random: Array(repeating: 1, count: 10))

    private struct Holder { let secret: Secret }

    @Test func `a secret reveals nothing, however it is printed`() {
        var dumped = ""
        dump(secret, to: &dumped)
        dump(Holder(secret: secret), to: &dumped)
        let prints = [
            "\(secret)", String(describing: secret), String(reflecting: secret), "\(Holder(secret: secret))",
            String(reflecting: [secret]), "\(Optional(secret) as Any)", dumped,
        ]
        for print in prints {
            #expect(!print.contains(secret.text) && !print.contains("1, 2") && !print.contains("bytes"))
        }
        #expect(Mirror(reflecting: secret).children.isEmpty)
    }

    @Test func `the text of a secret is available by name`() {
        #expect(secret.text == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
        #expect(Secret.digest(ofToken: secret.token(of: owner), of: owner) == secret.digest)
    }

    @Test(arguments: [String(repeating: ".", count: 80), String(repeating: "a\u{301}", count: 300_000), "", "."])
    func `a text that is not a token of its owner has no digest`(_ token: String) {
        #expect(Secret.digest(ofToken: token, of: owner) == nil)
        #expect(Secret.digest(ofToken: "\(owner)." + token, of: owner) == nil)
    }
}
