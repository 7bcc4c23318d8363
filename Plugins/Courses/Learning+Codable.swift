internal import Atrium
internal import Foundation

/// One array for each value, without names: events with an entry are stored by the hundred thousand.
extension LearningEntry: Codable {
    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        id = try values.decode(String.self)
        member = try values.decode(MemberID.self)
        course = try values.read("the name of a course") { try? CourseID($0) }
        learning = try values.decode(Learning.self)
        effectiveAt = try values.date()
        recordedAt = try values.date()
        enrols = try values.decode(Bool.self)
        day = values.isAtEnd ? nil : Day(number: try values.decode(Int.self))
    }

    /// Dates in whole milliseconds, as in the record.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(id)
        try values.encode(member)
        try values.encode(course.description)
        try values.encode(learning)
        try values.encode(effectiveAt.milliseconds)
        try values.encode(recordedAt.milliseconds)
        try values.encode(enrols)
        if let day { try values.encode(day.number) }
    }
}

extension Learning: Codable {
    public init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let kind = try values.read("a kind of learning") { Kind(rawValue: $0) }
        let minutes = values.isAtEnd ? nil : try values.decodeIfPresent(Int.self)
        let percent = values.isAtEnd ? nil : try values.decodeIfPresent(Int.self)
        try self.init(kind, minutes: minutes, percent: percent)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(kind.rawValue)
        if minutes != nil || percent != nil { try values.encode(minutes) }
        if percent != nil { try values.encode(percent) }
    }
}

extension UnkeyedDecodingContainer {
    fileprivate mutating func read<Value>(_ what: String, _ make: (String) -> Value?) throws -> Value {
        guard let value = make(try decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: self, debugDescription: "this is not \(what)")
        }
        return value
    }

    fileprivate mutating func date() throws -> Date {
        Date(timeIntervalSince1970: Double(try decode(Int64.self)) / 1000)
    }
}

extension Date {
    fileprivate var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded(.down)) }
}
