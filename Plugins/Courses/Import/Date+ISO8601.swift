internal import Atrium
internal import Foundation

extension Date {
    /// The moment that a text of ISO 8601 names, from the year 1900 to 9999 in UTC; `nil` for any other text. Examples are
    /// `2015-11-18T12:17:00Z`, `…T12:17:00.25+01:00`, and `20151118T121700Z` without separators.
    ///
    /// The offset is required, as in RFC 3339, section 5.6; its colon or its minutes may be left out. The seconds may be left
    /// out, a comma may begin their fraction, and a space may replace the T. A leap second, 23:59:60 in UTC, is the moment
    /// after it. Foundation's own styles are not used: they accept a 30th of February, a 25th hour, and text after the end.
    init?(iso8601 text: String) {
        var digits = Digits(rest: Substring(text).utf8, isBasic: text.utf8.dropFirst(4).first != UInt8(ascii: "-"))
        guard let day = digits.day(), digits.skip("T", "t", " "), let hour = digits.next(2),
            digits.isBasic || digits.skip(":"), let minute = digits.next(2),
            hour < 24, minute < 60, let (second, milliseconds) = digits.seconds(), second <= 60,
            let offset = digits.offset(), digits.rest.isEmpty
        else { return nil }
        let minutes = (day.number * 24 + hour) * 60 + minute - offset
        guard second < 60 || minutes % 1440 == 1439 || minutes % 1440 == -1 else { return nil }
        let seconds = minutes * 60 + second
        let moment = Date(timeIntervalSince1970: Double(seconds) + Double(milliseconds) / 1000)
        guard Date.recordable.contains(moment) else { return nil }
        self = moment
    }

    private struct Digits {
        var rest: Substring.UTF8View
        /// Whether neither the date nor the time has separators: ISO 8601's basic form.
        let isBasic: Bool

        mutating func day() -> Day? {
            let parts = (isBasic ? [4, 2, 2] : [10]).map { count in
                defer { rest = rest.dropFirst(count) }
                return String(decoding: rest.prefix(count), as: UTF8.self)
            }
            return Day(parts.joined(separator: "-"))
        }

        mutating func next(_ count: Int) -> Int? {
            let digits = rest.prefix(count)
            guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            rest = rest.dropFirst(count)
            return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        mutating func skip(_ characters: Character...) -> Bool {
            guard let first = rest.first, characters.contains(where: { $0.asciiValue == first }) else { return false }
            rest = rest.dropFirst()
            return true
        }

        /// The seconds and their whole milliseconds, which are what is stored; 0 if they are left out. Rounding up could move
        /// the end of a day into the next day.
        mutating func seconds() -> (Int, milliseconds: Int)? {
            guard isBasic ? rest.first.map({ (0x30...0x39).contains($0) }) == true : skip(":") else { return (0, 0) }
            guard let seconds = next(2) else { return nil }
            guard skip(".", ",") else { return (seconds, 0) }
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest = rest.dropFirst(digits.count)
            guard !digits.isEmpty else { return nil }
            let padded = digits.prefix(3).map { Int($0 - 0x30) } + repeatElement(0, count: max(0, 3 - digits.count))
            return (seconds, padded.reduce(0) { $0 * 10 + $1 })
        }

        /// The minutes by which the local time is ahead of UTC.
        mutating func offset() -> Int? {
            if skip("Z", "z") { return 0 }
            let isBehind = rest.first == UInt8(ascii: "-")
            guard skip("+", "-"), let hours = next(2), hours < 24 else { return nil }
            let hasMinutes = skip(":") || !rest.isEmpty
            guard let minutes = hasMinutes ? next(2) : 0, minutes < 60 else { return nil }
            return (hours * 60 + minutes) * (isBehind ? -1 : 1)
        }
    }
}
