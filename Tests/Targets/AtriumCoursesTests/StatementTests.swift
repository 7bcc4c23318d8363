import Atrium
import Foundation
import Testing

@testable import AtriumCourses

struct StatementTests {
    @Test func `a statement says who did what, when, how far and for how long`() throws {
        let statement = try StatementSample().read()
        #expect(statement.id.description == "fd41c918-b88b-4b20-a0a5-a4c32391aaa0")
        #expect(statement.verb == .progressed)
        #expect(statement.learner?.identity == "mailto:ada@acme.example")
        #expect(statement.activity == "https://courses.example/fire/3")
        #expect(statement.timestamp == Date(timeIntervalSince1970: 1_447_849_020.25))
        #expect(statement.progress == 55)
        #expect(statement.minutes == 90)
        #expect(statement.registration?.description == "ec531277-b57b-4c15-8d91-d292c5b2b8f7")
    }

    @Test(arguments: [nil, "[]", "{}", #"{"registration":7}"#, #"{"registration":"first"}"#])
    func `a missing or invalid registration is ignored`(_ context: String?) throws {
        #expect(try StatementSample.with("context", context).read().registration == nil)
    }

    @Test func `a statement with only the required members has neither a moment nor an outcome`() throws {
        var sample = StatementSample()
        for name in ["result", "context", "timestamp", "stored", "authority", "version"] { sample.members[name] = nil }
        let statement = try sample.read()
        #expect(statement.timestamp == nil && statement.progress == nil && statement.minutes == nil)
    }

    @Test(arguments: [
        nil, "null", "1", #""""#, #""fd41c918b88b4b20a0a5a4c32391aaa0""#, #""{fd41c918-b88b-4b20-a0a5-a4c32391aaa0}""#,
        #""fd41c918-b88b-4b20-a0a5-a4c32391aaag""#, #""+d41c918-b88b-4b20-a0a5-a4c32391aaa0""#,
        #""fd41c918-b88b-4b20-a0a5-a4c32391aaa0\u0000""#, #"["fd41c918-b88b-4b20-a0a5-a4c32391aaa0"]"#,
    ])
    func `an id that is no UUID is a fault`(_ id: String?) {
        #expect(throws: StatementFault.id) { try StatementSample.with("id", id).read() }
    }

    @Test func `an id is the same in upper and lower case`() throws {
        let upper = StatementSample.with("id", #""FD41C918-B88B-4B20-A0A5-A4C32391AAA0""#)
        #expect(try upper.read().id == StatementSample().read().id)
    }

    @Test(arguments: [
        ("initialized", Statement.Verb.initialized), ("progressed", .progressed), ("completed", .completed),
        ("passed", .passed), ("failed", .failed), ("Passed", .other("http://adlnet.gov/expapi/verbs/Passed")),
        ("attended", .other("http://adlnet.gov/expapi/verbs/attended")),
        ("", .other("http://adlnet.gov/expapi/verbs/")),
    ])
    func `a verb is known by its IRI`(_ name: String, _ verb: Statement.Verb) throws {
        #expect(try StatementSample.with("verb", StatementSample.verb(name)).read().verb == verb)
    }

    @Test(arguments: [nil, "null", "{}", #"{"id":"passed"}"#, #"{"id":":x"}"#, #"{"id":"x:"}"#, #"{"id":"x:y z"}"#])
    func `a verb without an IRI is a fault`(_ verb: String?) {
        #expect(throws: StatementFault.verb) { try StatementSample.with("verb", verb).read() }
    }

    @Test func `a statement with an unknown verb gives only that verb, whatever else it contains`() throws {
        var sample = StatementSample.with("verb", #"{"id":"https://verbs.example/met"}"#)
        sample.members["actor"] = #"{"objectType":"Group","member":[]}"#
        sample.members["object"] = #"{"objectType":"Agent","mbox":"mailto:bob@acme.example"}"#
        sample.members["result"] = #"{"duration":"P1Y"}"#
        sample.members["timestamp"] = #""yesterday""#
        let statement = try sample.read()
        #expect(statement.verb == .other("https://verbs.example/met"))
        #expect(statement.learner == nil && statement.activity == nil && statement.minutes == nil)
    }

    @Test func `a voiding statement names the statement that must not count`() throws {
        var sample = StatementSample.with("verb", StatementSample.verb("voided"))
        sample.members["object"] = #"{"objectType":"StatementRef","id":"E05AA883-acaf-40ad-bf54-02c8ce485fb0"}"#
        let target = try #require(Statement.ID("e05aa883-acaf-40ad-bf54-02c8ce485fb0"))
        #expect(try sample.read().verb == .voided(target))
        sample.members["timestamp"] = #""yesterday""#
        #expect(try sample.read().verb == .voided(target))
    }

    @Test(arguments: [
        nil, #"{"id":"e05aa883-acaf-40ad-bf54-02c8ce485fb0"}"#, #"{"objectType":"StatementRef","id":"x"}"#,
        #"{"objectType":"Activity","id":"https://courses.example/fire/3"}"#, #"{"objectType":"StatementRef"}"#,
    ])
    func `voiding anything but a reference to a statement is a fault`(_ object: String?) {
        var sample = StatementSample.with("verb", StatementSample.verb("voided"))
        sample.members["object"] = object
        #expect(throws: StatementFault.voidedStatement) { try sample.read() }
    }

    @Test(arguments: [
        #"{"id":"https://courses.example/fire/3"}"#,
        #"{"id":"https://courses.example/fire/3","objectType":"Activity"}"#,
        #"{"id":"https://courses.example/fire/3","objectType":null,"definition":null}"#,
    ])
    func `an object is an activity unless it says otherwise`(_ object: String) throws {
        #expect(try StatementSample.with("object", object).read().activity == "https://courses.example/fire/3")
    }

    @Test(arguments: [
        nil, "null", #""https://courses.example/fire/3""#, "{}", #"{"id":"fire/3"}"#, #"{"id":7}"#,
        #"{"id":"https://courses.example/fire\u00003"}"#, #"{"id":"x:y","objectType":"activity"}"#,
        #"{"id":"x:y","objectType":"SubStatement"}"#, #"{"id":null}"#,
        #"{"objectType":"Agent","mbox":"mailto:bob@acme.example"}"#,
        #"{"objectType":"StatementRef","id":"e05aa883-acaf-40ad-bf54-02c8ce485fb0"}"#,
    ])
    func `learning about anything but an activity is a fault`(_ object: String?) {
        #expect(throws: StatementFault.activity) { try StatementSample.with("object", object).read() }
    }

    @Test(arguments: [nil, "null"])
    func `a statement without a timestamp has the moment when it was stored`(_ timestamp: String?) throws {
        let statement = try StatementSample.with("timestamp", timestamp).read()
        #expect(statement.timestamp == Date(timeIntervalSince1970: 1_447_891_200) && statement.omitted.isEmpty)
        var sample = StatementSample.with("timestamp", timestamp)
        sample.members["stored"] = "null"
        #expect(try sample.read().timestamp == nil)
    }

    @Test(arguments: ["1447849020", #""2015-11-18T12:17:00""#, #""now""#])
    func `the moment of storing replaces an unreadable timestamp, with a remark`(_ text: String) throws {
        let statement = try StatementSample.with("timestamp", text).read()
        #expect(statement.timestamp == Date(timeIntervalSince1970: 1_447_891_200))
        #expect(statement.omitted == [.timestampLeftOut])
        #expect(try StatementSample.with("stored", text).read().omitted.isEmpty)
    }

    @Test func `a null counts as absent, also when statements are compared`() throws {
        var sample = StatementSample()
        sample.members["context"] = nil
        let digest = try sample.read().digest
        for member in ["context", "attachments", "x"] { sample.members[member] = "null" }
        sample.members["actor"] = #"{"objectType":null,"name":"Ada","mbox":"mailto:ada@acme.example","openid":null}"#
        let statement = try sample.read()
        #expect(statement.digest == digest && statement.registration == nil)
    }

    @Test(arguments: ["1447849020", #""2015-11-18T12:17:00""#, #""1899-12-31T23:59:59Z""#, #""now""#])
    func `an unreadable time is a fault if the statement has no readable one`(_ timestamp: String) {
        for stored in [nil, timestamp] {
            var sample = StatementSample.with("timestamp", timestamp)
            sample.members["stored"] = stored
            #expect(throws: StatementFault.timestamp) { try sample.read() }
        }
        var sample = StatementSample.with("timestamp", nil)
        sample.members["stored"] = timestamp
        #expect(throws: StatementFault.timestamp) { try sample.read() }
    }
}
