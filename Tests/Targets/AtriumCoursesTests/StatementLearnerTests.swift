import Atrium
import Testing

@testable import AtriumCourses

struct StatementLearnerTests {
    static let digest = "EBD31e95054c018b10727ccffd2ef2ec3a016ee9"

    @Test(arguments: [
        (#"{"mbox":"mailto:ada@acme.example"}"#, "mailto:ada@acme.example"),
        (#"{"objectType":"Agent","mbox":"MailTo:Ada@ACME.example"}"#, "mailto:ada@acme.example"),
        (#"{"objectType":null,"mbox":"mailto:ada@acme.example","account":null}"#, "mailto:ada@acme.example"),
        (#"{"mbox_sha1sum":"\#(digest)"}"#, "mbox_sha1sum:ebd31e95054c018b10727ccffd2ef2ec3a016ee9"),
        (#"{"openid":"https://toby.openid.example/"}"#, "openid:https://toby.openid.example/"),
        (
            #"{"account":{"homePage":"https://lms.example","name":"Ada L. 1815"}}"#,
            "account:https://lms.example Ada L. 1815"
        ),
    ])
    func `an actor is known by its identifier`(_ actor: String, _ identity: String) throws {
        let learner = try StatementSample.with("actor", actor).read().learner
        #expect(learner?.identity == identity)
    }

    @Test func `only an mbox gives an address`() throws {
        let address = try EmailAddress("ada@acme.example")
        #expect(try StatementSample().read().learner?.address == address)
        let account = #"{"account":{"homePage":"mailto:ada@acme.example","name":"ada@acme.example"}}"#
        #expect(try StatementSample.with("actor", account).read().learner?.address == nil)
    }

    @Test(arguments: [
        "mailto:", "ada@acme.example", "mailto:ada", "mailto:ada@acme", "mailto: ada@acme.example",
        "mailto:ada@acme.example?subject=x", "mailto:a@acme.example,b@acme.example", #"mailto:ada@acme.example\u0000"#,
    ])
    func `an mbox that is no address is a fault`(_ mbox: String) {
        #expect(throws: StatementFault.address) { try StatementSample.with("actor", #"{"mbox":"\#(mbox)"}"#).read() }
    }

    @Test(arguments: [
        nil, "null", #""ada""#, "{}", #"{"name":"Ada"}"#, #"{"objectType":"Agent"}"#,
        #"{"objectType":"agent","mbox":"mailto:ada@acme.example"}"#,
        #"{"mbox":"mailto:ada@acme.example","openid":"https://ada.example/"}"#,
        #"{"mbox":null}"#, #"{"mbox":null,"objectType":null}"#,
        #"{"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee"}"#,
        #"{"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016eeg"}"#,
        #"{"openid":"ada"}"#, #"{"openid":"https://ada.example/a b"}"#,
        #"{"account":{"homePage":"https://lms.example"}}"#, #"{"account":{"name":"1"}}"#,
        #"{"account":{"homePage":"https://lms.example","name":""}}"#,
        #"{"account":{"homePage":"https://lms.example","name":1}}"#,
        #"{"account":{"homePage":"https://lms.example","name":"a\u0000"}}"#,
        #"{"account":{"homePage":"lms","name":"1"}}"#, #"{"account":{"homePage":"https://lms.example 2","name":"1"}}"#,
    ])
    func `an actor without exactly one identifier is a fault`(_ actor: String?) {
        #expect(throws: StatementFault.actor) { try StatementSample.with("actor", actor).read() }
    }

    @Test(arguments: [
        #"{"objectType":"Group","mbox":"mailto:team@acme.example"}"#,
        #"{"objectType":"Group","member":[{"mbox":"mailto:ada@acme.example"}]}"#, #"{"objectType":"Group"}"#,
    ])
    func `a group has no learning record, whether it can be identified or not`(_ group: String) {
        #expect(throws: StatementFault.group) { try StatementSample.with("actor", group).read() }
    }
}
