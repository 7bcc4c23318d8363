@testable import AtriumCourses

/// A statement as a cmi5 course sends it. Each member is a JSON text.
struct StatementSample {
    var members = [
        "id": #""fd41c918-b88b-4b20-a0a5-a4c32391aaa0""#,
        "actor": #"{"objectType":"Agent","name":"Ada","mbox":"mailto:ada@acme.example"}"#,
        "verb": #"{"id":"http://adlnet.gov/expapi/verbs/progressed","display":{"en":"progressed"}}"#,
        "object": #"{"objectType":"Activity","id":"https://courses.example/fire/3"}"#,
        "result": #"""
        {"duration":"PT1H30M5.25S","extensions":{"https://w3id.org/xapi/cmi5/result/extensions/progress":55}}
        """#,
        "context": #"{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7"}"#,
        "timestamp": #""2015-11-18T12:17:00.25Z""#,
        "stored": #""2015-11-19T00:00:00Z""#,
        "authority": #"{"mbox":"mailto:lrs@acme.example"}"#,
        "version": #""1.0.3""#,
    ]

    /// The sample with one member replaced by another JSON text, or left out.
    static func with(_ name: String, _ json: String?) -> StatementSample {
        var sample = StatementSample()
        sample.members[name] = json
        return sample
    }

    static func verb(_ name: String) -> String { #"{"id":"http://adlnet.gov/expapi/verbs/\#(name)"}"# }

    var text: String {
        "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    func read() throws(StatementFault) -> Statement { try Statement(json: Array(text.utf8)) }
}

extension Statement {
    init(json: [UInt8]) throws(StatementFault) {
        guard let members = JSONValue(json: json)?.object else { throw .notJSON }
        try self.init(members)
    }
}
