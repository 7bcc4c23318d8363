import AtriumOperations
import AtriumTesting
import Foundation
import Testing

@testable import Atrium

struct AddressChangeTests {
    private let old: EmailAddress
    private let new: EmailAddress

    init() throws { (old, new) = (try EmailAddress("ada@old.example"), try EmailAddress("ada@new.example")) }

    private func withAda(_ body: (TemporaryPlatform, AccountID) async throws -> Void) async throws {
        try await withTemporaryPlatform { test in
            try await body(test, try await test.platform.createAccount(provenAddress: old, name: "Ada"))
        }
    }

    @Test
    func `the old address is notified before the new one gets the secret, and the confirmation changes the address`()
        async throws
    {
        try await withAda { test, ada in
            try await test.platform.requestAddressChange(of: ada, from: old, to: new)
            let letters = test.letterBox.letters
            #expect(letters.map(\.recipient) == [old, new])
            #expect(letters.map(\.name) == ["Ada", "Ada"])
            guard case .notice = letters[0].content, case .confirmation(let secret, let end) = letters[1].content else {
                Issue.record("other letters")
                return
            }
            #expect(end == test.clock.now + 86_400)
            #expect(!"\(letters)".contains(secret.text))
            #expect(try await test.platform.account(old) == ada)
            try await test.platform.confirmAddressChange(secret.text, as: ada)
            #expect(try await test.platform.account(new) == ada)
            #expect(try await test.platform.account(old) == nil)
            let account = try #require(try await test.platform.account(ada))
            #expect(account.addresses == [new] && account.formerAddresses == [old])
            await #expect(throws: AccountError.addressFormer) {
                try await test.platform.createAccount(provenAddress: old, name: "Eve")
            }
        }
    }

    @Test func `used, unknown, expired, replaced and foreign secrets get the same error`() async throws {
        try await withAda { test, ada in
            let (platform, box) = (test.platform, test.letterBox)
            func refuse(_ secret: String?, as account: AccountID) async {
                await #expect(throws: AccountError.invalidSecret) {
                    try await platform.confirmAddressChange(secret ?? "", as: account)
                }
            }
            let eve = try await platform.createAccount(provenAddress: EmailAddress("eve@x.example"), name: "Eve")
            try await platform.requestAddressChange(of: ada, from: old, to: EmailAddress("first@new.example"))
            try await platform.requestAddressChange(of: ada, from: old, to: new)
            let secret = try #require(box.secret(to: new)).text
            await refuse(box.secret(to: try EmailAddress("first@new.example"))?.text, as: ada)
            await refuse(secret, as: eve)
            for text in ["", "x", String(secret.dropLast()), secret + "x", secret.uppercased()] {
                await refuse(text, as: ada)
            }
            test.clock.advance(by: .seconds(86_400))
            await refuse(secret, as: ada)
            #expect(try await platform.account(old) == ada)
            try await platform.requestAddressChange(of: ada, from: old, to: new)
            test.clock.advance(by: .seconds(86_399))
            let last = try #require(box.secret(to: new)).text
            try await platform.confirmAddressChange(last, as: ada)
            await refuse(last, as: ada)
        }
    }

    @Test(arguments: [false, true])
    func `the request does not reveal that an address is taken, but the confirmation does`(isFormer: Bool) async throws
    {
        try await withAda { test, ada in
            let bob = try await test.platform.createAccount(provenAddress: new, name: "Bob")
            if isFormer { try await test.changeAddress(from: "ada@new.example", to: "bob@x.example") }
            let before = test.letterBox.letters.count
            try await test.platform.requestAddressChange(of: ada, from: old, to: new)
            #expect(test.letterBox.letters.dropFirst(before).map(\.recipient) == [old, new])
            let secret = try #require(test.letterBox.secret(to: new)).text
            await #expect(throws: isFormer ? AccountError.addressFormer : .addressTaken) {
                try await test.platform.confirmAddressChange(secret, as: ada)
            }
            #expect(try await test.platform.account(old) == ada)
            if !isFormer { #expect(try await test.platform.account(new) == bob) }
        }
    }

    @Test func `a change starts from a current address of the account and ends at a different one`() async throws {
        try await withAda { test, ada in
            func refuse(
                _ account: AccountID, from old: EmailAddress, to new: EmailAddress, _ error: AccountError
            ) async {
                await #expect(throws: error) {
                    try await test.platform.requestAddressChange(of: account, from: old, to: new)
                }
            }
            await refuse(ada, from: new, to: old, .notItsAddress)
            await refuse(ada, from: old, to: old, .sameAddress)
            await refuse(ID(at: test.clock.now, random: []), from: old, to: new, .unknown)
            try await test.changeAddress(from: "ada@old.example", to: "ada@new.example")
            await refuse(ada, from: old, to: try EmailAddress("ada@third.example"), .notItsAddress)
            // A change back to a former address is allowed.
            try await test.changeAddress(from: "ada@new.example", to: "ada@old.example")
            #expect(try await test.platform.account(old) == ada)
            #expect(try await test.platform.account(new) == nil)
        }
    }

    @Test func `a platform without mail refuses an address change, and an error of the mail is thrown`() async throws {
        struct NoMail: Error {}
        try await withTemporaryPlatform(configure: { $0.accountMail = nil }) { test in
            let ada = try await test.platform.createAccount(provenAddress: old, name: "Ada")
            await #expect(throws: AccountError.mailMissing) {
                try await test.platform.requestAddressChange(of: ada, from: old, to: new)
            }
        }
        try await withTemporaryPlatform(configure: { $0.accountMail = { _ in throw NoMail() } }) { test in
            let ada = try await test.platform.createAccount(provenAddress: old, name: "Ada")
            await #expect(throws: NoMail.self) {
                try await test.platform.requestAddressChange(of: ada, from: old, to: new)
            }
        }
        await #expect(throws: ConfigurationError.self) {
            try await withTemporaryPlatform(configure: { $0.addressChangeLifetime = .zero }) { _ in }
        }
    }

    @Test func `the directory stores only the digest of the secret`() async throws {
        try await withAda { test, ada in
            try await test.platform.requestAddressChange(of: ada, from: old, to: new)
            let secret = try #require(test.letterBox.secret(to: new))
            await test.platform.close()
            let data = try Data(contentsOf: URL(filePath: "\(test.folder)/directory.db"))
            #expect(data.firstRange(of: Data(secret.digest)) != nil)
            #expect(data.firstRange(of: Data(secret.text.utf8)) == nil)
            #expect(data.firstRange(of: Data(secret.bytes)) == nil)
        }
    }
}
