internal import Atrium

internal import struct Foundation.Date

/// The form in which statements are compared (xAPI 1.0.3, Data, 2.3.1, "Statement Comparision Requirements"). A difference that
/// an exception to immutability can have caused does not count; every other difference counts.
///
/// The form leaves out what an LRS assigns (`authority`, `stored`, `version`), what is not part of the statement
/// (`attachments`, the verb's `display`, the `definition` of activities), and the time, which has many forms. It has one form
/// for members with their default, for the order of a group, and for texts in which letter case has no meaning. An empty object
/// or list counts as absent: it should not be sent (2.2), and a system that passes a statement on may leave it out. A result's
/// duration is a text (2.3.1), which is cut to hundredths of a second (4.6). The name of an agent counts: it is no exception.
extension Statement {
    static func comparable(_ members: JSONObject) -> JSONValue {
        .object(
            members.without("stored", "authority", "version", "timestamp", "attachments").withoutEmpty
                .with("id", lowercased)
                .with("actor", agent)
                .with("verb") { verb in verb.object.map { .object($0.without("display")) } ?? verb }
                .with("object", activity)
                .with("result") { result in result.object.map { .object($0.with("duration", duration)) } ?? result }
                .with("context", context))
    }

    private static func duration(_ value: JSONValue) -> JSONValue {
        guard let text = value.string?.utf8, text.last == UInt8(ascii: "S") else { return value }
        let digits = text.dropLast().reversed().prefix { (0x30...0x39).contains($0) }.count
        let point = text.dropLast(1 + digits).last
        guard digits > 2, point == UInt8(ascii: ".") || point == UInt8(ascii: ",") else { return value }
        return .string(String(Substring(text.dropLast(digits - 1))) + "S")
    }

    /// An object without a type is an activity (2.4.4).
    private static func activity(_ value: JSONValue) -> JSONValue {
        guard let object = value.object else { return value }
        guard let type = object["objectType"]?.string else { return .object(object.without("definition")) }
        if type.isSame(as: "Activity") { return .object(object.without("objectType", "definition")) }
        // The id of a StatementRef is a statement's id (2.4.1).
        return type.isSame(as: "StatementRef") ? .object(object.with("id", lowercased)) : value
    }

    /// An agent without a type is an Agent (2.4.2.1). The members of a group have no order (2.4.2.2).
    private static func agent(_ value: JSONValue) -> JSONValue {
        guard var agent = value.object else { return value }
        if agent["objectType"]?.string?.isSame(as: "Agent") == true { agent = agent.without("objectType") }
        return .object(
            agent.with("mbox") { mbox in (try? Learner.address(of: mbox)).map { .string("mailto:\($0)") } ?? mbox }
                .with("mbox_sha1sum", lowercased)
                .with("member") { members in
                    guard case .array(let elements) = members else { return members }
                    let texts = elements.map { Self.agent($0).canonicalText }
                    return .array(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(JSONValue.string))
                })
    }

    private static func context(_ value: JSONValue) -> JSONValue {
        guard let context = value.object else { return value }
        return .object(
            context.with("registration", lowercased)
                .with("language", lowercased)
                .with("instructor", agent)
                .with("team", agent)
                .with("statement", activity)
                .with("contextActivities") { value in
                    guard var kinds = value.object else { return value }
                    for kind in ["parent", "grouping", "category", "other"] { kinds = kinds.with(kind, activities) }
                    return .object(kinds)
                })
    }

    /// An LRS returns one activity as an array of one (2.4.6.2).
    private static func activities(_ value: JSONValue) -> JSONValue {
        if case .array(let elements) = value { return .array(elements.map(activity)) }
        return .array([activity(value)])
    }

    private static func lowercased(_ value: JSONValue) -> JSONValue {
        value.string.map { .string(ASCII.lowercased($0)) } ?? value
    }
}

extension Date {
    /// Whether both are the same timestamp: an LRS may cut or round it to milliseconds (Data, 4.5).
    func isSameTimestamp(as other: Date) -> Bool { abs(timeIntervalSince(other)) < 0.0015 }
}
