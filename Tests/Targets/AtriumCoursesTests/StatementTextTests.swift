import Atrium
import Testing

@testable import AtriumCourses

/// Which texts are statements, and when two of them say the same.
struct StatementTextTests {
    @Test func `a statement's digest is the digest of its canonical text`() throws {
        let json = #"""
            { "version": "1.0.0", "id": "FD41C918-B88B-4B20-A0A5-A4C32391AAA0", "a": [1.0, 0.5, true, null, {}, -0],
              "verb": {"id": "x:\u0079"}, "é": "\"\\\/\n🧯", "B": [ ], "stored": 1, "authority": {"stored": 1} }
            """#
        let canonical = #"""
            {"a":[1.0,0.5,true,null,{},0.0],"id":"fd41c918-b88b-4b20-a0a5-a4c32391aaa0","verb":{"id":"x:y"},"é":"\"\\/
            🧯"}
            """#
        #expect(try Statement(json: Array(json.utf8)).digest == Secret.digest(of: canonical))
    }

    @Test func `texts with the same meaning have the same digest`() throws {
        let sample = StatementSample()
        let others = [
            "{\n" + sample.members.map { " \"\($0.key)\" :\t\($0.value)" }.joined(separator: ",\r\n") + "\n}",
            sample.text.replacing("/", with: "\\/").replacing("Ada", with: "\\u0041da"),
            sample.text.replacing("55", with: "5.50e1"),
        ]
        for text in others { #expect(try Statement(json: Array(text.utf8)).digest == sample.read().digest, "\(text)") }
        for name in ["stored", "authority", "version"] {
            #expect(try StatementSample.with(name, nil).read().digest == sample.read().digest, "\(name)")
        }
    }

    @Test(arguments: [
        ("actor", #"{"objectType":"Agent","name":"Eda","mbox":"mailto:ada@acme.example"}"#),
        ("verb", #"{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"en":"progressed"}}"#),
        ("object", #"{"objectType":"Activity","id":"https://courses.example/fire/4"}"#),
        ("result", #"{"duration":"PT1H30M5.25S"}"#), ("result", nil), ("context", nil), ("context", "{}"),
        ("result", #"{"duration":"PT90M5.25S"}"#),
        ("id", #""fd41c918-b88b-4b20-a0a5-a4c32391aaa1""#),
    ])
    func `any other difference changes the digest`(_ name: String, _ json: String?) throws {
        #expect(try StatementSample.with(name, json).read().digest != StatementSample().read().digest)
    }

    /// What an LRS may change in a statement, and what a sender may write in two ways (xAPI 1.0.3, Data, 2.3.1).
    static let matches: [(member: String, one: String?, other: String?)] = [
        ("timestamp", #""2015-11-18T12:17:00Z""#, nil), ("attachments", "[]", nil),
        ("id", #""fd41c918-b88b-4b20-a0a5-a4c32391aaa0""#, #""FD41C918-B88B-4B20-A0A5-A4C32391AAA0""#),
        ("actor", #"{"mbox":"mailto:ada@acme.example"}"#, #"{"objectType":"Agent","mbox":"MAILTO:ada@ACME.example"}"#),
        (
            "actor", #"{"mbox_sha1sum":"EBD31e95054c018b10727ccffd2ef2ec3a016ee9"}"#,
            #"{"mbox_sha1sum":"ebd31e95054c018b10727ccffd2ef2ec3a016ee9"}"#
        ),
        (
            "verb", #"{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"en":"passed"}}"#,
            #"{"id":"http://adlnet.gov/expapi/verbs/passed"}"#
        ),
        ("object", #"{"id":"x:y","objectType":"Activity","definition":{"name":{"en":"X"}}}"#, #"{"id":"x:y"}"#),
        ("object", #"{"id":"x:y","definition":{"name":{"en":"X"}}}"#, #"{"id":"x:y","definition":{"type":"x:z"}}"#),
        ("result", #"{"duration":"PT1M1.23456S"}"#, #"{"duration":"PT1M1.23S"}"#),
        ("result", #"{"score":{"scaled":1.0,"raw":10}}"#, #"{"score":{"raw":1e1,"scaled":1}}"#),
        (
            "context", #"{"registration":"EC531277-b57b-4c15-8d91-d292c5b2b8f7","language":"EN-gb"}"#,
            #"{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7","language":"en-GB"}"#
        ),
        (
            "context", #"{"contextActivities":{"parent":{"objectType":"Activity","id":"x:y","definition":{}}}}"#,
            #"{"contextActivities":{"parent":[{"id":"x:y"}]}}"#
        ),
        (
            "context", #"{"team":{"objectType":"Group","member":[{"mbox":"mailto:a@x.example"},{"openid":"x:y"}]}}"#,
            #"{"team":{"objectType":"Group","member":[{"openid":"x:y"},{"objectType":"Agent","mbox":"mailto:a@X.example"}]}}"#
        ),
        ("context", "{}", nil), ("result", "{}", nil), ("context", #"{"contextActivities":{"category":[]}}"#, nil),
        ("result", #"{"score":{},"extensions":{}}"#, nil), ("context", #"{"extensions":{}}"#, nil),
        ("context", #"{"instructor":{"objectType":"Agent","openid":"x:y"}}"#, #"{"instructor":{"openid":"x:y"}}"#),
        (
            "context", #"{"statement":{"objectType":"StatementRef","id":"EC531277-b57b-4c15-8d91-d292c5b2b8f7"}}"#,
            #"{"statement":{"objectType":"StatementRef","id":"ec531277-b57b-4c15-8d91-d292c5b2b8f7"}}"#
        ),
    ]

    @Test(arguments: matches.indices)
    func `statements that match have the same digest`(_ index: Int) throws {
        let (member, one, other) = Self.matches[index]
        let digests = try [one, other].map { try StatementSample.with(member, $0).read().digest }
        #expect(digests[0] == digests[1])
    }

    /// Differences that look allowed but are not.
    static let conflicts: [(member: String, one: String, other: String)] = [
        ("actor", #"{"account":{"homePage":"x:y","name":"A"}}"#, #"{"account":{"homePage":"x:y","name":"a"}}"#),
        ("object", #"{"id":"x:Y"}"#, #"{"id":"x:y"}"#),
        ("result", #"{"duration":"PT1.5H301S"}"#, #"{"duration":"PT1.5H302S"}"#),
        ("result", #"{"duration":"PT1.23S"}"#, #"{"duration":"PT1.24S"}"#),
        ("result", #"{"duration":"PT60S"}"#, #"{"duration":"PT1M"}"#),
        (
            "context", #"{"contextActivities":{"other":[{"id":"x:a"},{"id":"x:b"}]}}"#,
            #"{"contextActivities":{"other":[{"id":"x:b"},{"id":"x:a"}]}}"#
        ),
        ("context", #"{"extensions":{"x:y":{"definition":1}}}"#, #"{"extensions":{"x:y":{"definition":2}}}"#),
        ("context", #"{"revision":"A"}"#, #"{"revision":"a"}"#),
        ("context", #"{"extensions":{"x:y":{}}}"#, #"{"extensions":{"x:y":[]}}"#),
    ]

    @Test(arguments: conflicts.indices)
    func `statements that do not match have different digests`(_ index: Int) throws {
        let (member, one, other) = Self.conflicts[index]
        let digests = try [one, other].map { try StatementSample.with(member, $0).read().digest }
        #expect(digests[0] != digests[1])
    }

    @Test func `a member with the name stored counts if it is not the statement's own`() throws {
        let one = StatementSample.with("context", #"{"extensions":{"x:y":{"stored":1}}}"#)
        let two = StatementSample.with("context", #"{"extensions":{"x:y":{"stored":2}}}"#)
        #expect(try one.read().digest != two.read().digest)
    }

    @Test func `the same name twice in one object is a fault, at any depth`() throws {
        let failed = #""verb":{"id":"http://adlnet.gov/expapi/verbs/failed"},"#
        let other = #""verb":{"id":"https://verbs.example/met"},"#
        for doubled in [failed, other, #""verb":null,"#, #""\u0076erb":1,"#] {
            let text = "{" + doubled + StatementSample().text.dropFirst()
            #expect(throws: StatementFault.repeatedName) { try Statement(json: Array(text.utf8)) }
        }
        for (member, json) in [
            ("verb", #"{"id":"http://adlnet.gov/expapi/verbs/passed","id":"http://adlnet.gov/expapi/verbs/failed"}"#),
            ("actor", #"{"mbox":"mailto:a@acme.example","mbox":"mailto:b@acme.example"}"#),
            ("result", #"{"extensions":{"x:y":1,"x:y":1}}"#),
            ("context", #"{"contextActivities":{"parent":[[{"id":"x:y"},{"id":"x:y","id":"x:z"}]]}}"#),
        ] {
            #expect(throws: StatementFault.repeatedName, "\(json)") { try StatementSample.with(member, json).read() }
        }
        let apart = #"{"contextActivities":{"parent":[{"id":"x:y"},{"id":"x:y"}]}}"#
        #expect(try StatementSample.with("context", apart).read().verb == .progressed)
    }

    static let texts = [
        "", " ", "{", "}", "[]", "null", "7", "\"x\"", "{} {}", "[{}]", "{'id':1}", "{\"id\"}", "{\"id\":}",
        "{\"id\":NaN}",
        "{\"id\":1e999999}", "{\"id\":-1e999999}", "{\"id\":01}", "{\"id\":\"\u{0}\"}", "{\"id\":\"\n\"}", "\u{0}{}",
        #"{"id":"\ud800"}"#, #"{"id":"\udc00x"}"#, #"{"id":"\ud800\u0041"}"#, #"{"\ud800":1}"#, #"{"id":"\x"}"#,
        "{\"id\":\(String(repeating: "9", count: 100_000))}", "{\"id\":1} // x",
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
        "{\"a\":\(String(repeating: "[", count: 100_000))\(String(repeating: "]", count: 100_000))}",
        String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000),
    ]

    @Test(arguments: texts.indices)
    func `a text that is not one JSON object is a fault`(_ index: Int) {
        #expect(throws: StatementFault.notJSON) { try Statement(json: Array(Self.texts[index].utf8)) }
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0xFE, 0xFF],
        ] as [[UInt8]])
    func `a text that is not UTF-8 is a fault`(_ value: [UInt8]) {
        #expect(throws: StatementFault.notJSON) {
            try Statement(json: Array("{\"id\":".utf8) + value + Array("}".utf8))
        }
    }

    @Test func `UTF-16 is a fault`() {
        let bytes = StatementSample().text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(throws: StatementFault.notJSON) { try Statement(json: bytes) }
    }

    @Test func `nesting within the limit is read`() throws {
        let deep = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
        #expect(try StatementSample.with("context", deep).read().verb == .progressed)
    }

    @Test func `no damage to a statement crashes the reader`() {
        let text = Array(StatementSample().text.utf8)
        for index in text.indices {
            for byte in [0, 0x22, 0x2C, 0x30, 0x5B, 0x5C, 0x7B, 0x7D, 0x80, 0xFF] as [UInt8] {
                var damaged = text
                damaged[index] = byte
                _ = try? Statement(json: damaged)
            }
            _ = try? Statement(json: Array(text[..<index]))
        }
    }
}
