extension Statement {
    private static let progressExtension = "https://w3id.org/xapi/cmi5/result/extensions/progress"

    /// The progress and the minutes, if the result (2.4.5) says them, and why one of them is left out. The statement is about
    /// work, even if the work was not measured.
    static func extent(of result: JSONValue?) -> (progress: Int?, minutes: Int?, omitted: StatementFault?) {
        guard let result else { return (nil, nil, nil) }
        guard let members = result.object else { return (nil, nil, .result) }
        let (extensions, duration) = (members["extensions"], members["duration"])
        let reported = extensions?.object?[progressExtension]
        let progress = reported?.number?.whole.flatMap { (0...100).contains($0) ? $0 : nil }
        let minutes = duration?.string.flatMap(Self.minutes(in:))
        if reported != nil, progress == nil { return (nil, minutes, .progress) }
        if duration != nil, minutes == nil { return (progress, nil, .duration) }
        return (progress, minutes, extensions != nil && extensions?.object == nil ? .result : nil)
    }

    /// The whole minutes in an ISO 8601 duration by its designators (4.6): `P4W`, or `PnDTnHnMnS` with any of its parts. The
    /// last part may have a fraction. `nil` for anything else, including years and months that are not zero: their length
    /// depends on when they begin, which nobody knows (2.3.1).
    static func minutes(in duration: String) -> Int? {
        var rest = duration.utf8.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }[...]
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        // Seconds alone do not need the T: 4.6 has the example P16559.14S.
        let isTime = rest.last == UInt8(ascii: "S") && !rest.contains(UInt8(ascii: "T"))
        var units: [(designator: Character, seconds: Int)] =
            isTime ? [("S", 1)] : [("W", 604_800), ("Y", 0), ("M", 0), ("D", 86_400)]
        var (seconds, billionths, isEmpty, hasTime) = (0, 0, true, isTime)
        while !rest.isEmpty {
            if rest.first == UInt8(ascii: "T"), !hasTime {
                rest = rest.dropFirst()
                hasTime = true
                units = [("H", 3600), ("M", 60), ("S", 1)]
                guard !rest.isEmpty else { return nil }
            }
            // Only the smallest unit may have a fraction, so nothing may follow a fraction.
            guard billionths == 0, let (whole, fraction) = number(&rest), let designator = rest.popFirst() else {
                return nil
            }
            let index = units.firstIndex { $0.designator.asciiValue == designator }
            guard let index, units[index].seconds > 0 || (whole, fraction) == (0, 0) else { return nil }
            seconds += whole * units[index].seconds
            billionths = fraction * units[index].seconds
            units.removeSubrange(...index)
            if designator == UInt8(ascii: "W"), !rest.isEmpty { return nil }
            isEmpty = false
        }
        let limit = 10_000_000
        // The limit is checked first: beyond it, the billionths could overflow.
        guard !isEmpty, seconds / 60 <= limit else { return nil }
        let minutes = (seconds * 1_000_000_000 + billionths) / 60_000_000_000
        return minutes <= limit ? minutes : nil
    }

    /// The whole part of a number, and the first nine digits after a comma or a point as billionths. `nil` if digits are
    /// missing.
    private static func number(_ rest: inout ArraySlice<UInt8>) -> (whole: Int, fraction: Int)? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        // No unit is smaller than a second, so more than a billion of any unit is beyond the limit.
        let whole = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000_000) }
        guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",") else { return (whole, 0) }
        rest = rest.dropFirst()
        let decimals = rest.prefix { (0x30...0x39).contains($0) }
        guard !decimals.isEmpty else { return nil }
        rest = rest.dropFirst(decimals.count)
        let padded = decimals.prefix(9).map { Int($0 - 0x30) } + repeatElement(0, count: max(0, 9 - decimals.count))
        return (whole, padded.reduce(0) { $0 * 10 + $1 })
    }
}
