/// A JSON number as the decimal that was written, of any length. 1, 1.0 and 1e0 are equal. Two numbers that a Double cannot
/// tell apart are not equal.
struct JSONNumber: Equatable {
    /// How many digits an exponent has at most. A number other than 0 with a longer exponent is beyond every use, and is
    /// refused.
    private static let exponentDigits = 15

    private let isNegative: Bool
    /// Without zeros at either end; empty for 0.
    private let digits: [UInt8]
    /// The value is 0.digits × 10^exponent.
    private let exponent: Int

    /// Reads a number by RFC 8259, section 6, from the front of `rest`. `nil` if there is none, or if it is beyond a Double,
    /// which hardly any reader of JSON accepts.
    init?(_ rest: inout ArraySlice<UInt8>) {
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let whole = Self.digits(&rest)
        guard let first = whole.first, first != UInt8(ascii: "0") || whole.count == 1 else { return nil }
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = Self.digits(&rest)
            guard !fraction.isEmpty else { return nil }
        }
        var power: Int? = 0
        if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            let sign = rest.first
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            let written = Self.digits(&rest)
            guard !written.isEmpty else { return nil }
            power = Self.number(written).map { sign == UInt8(ascii: "-") ? -$0 : $0 }
        }
        let all = whole + fraction
        let significant = all.drop { $0 == UInt8(ascii: "0") }
        guard let last = significant.lastIndex(where: { $0 != UInt8(ascii: "0") }) else {
            (self.isNegative, digits, exponent) = (false, [], 0)  // -0 is 0
            return
        }
        guard let power else { return nil }
        self.isNegative = isNegative
        digits = Array(significant[...last])
        exponent = power + whole.count - (all.count - significant.count)
        guard isWithinDouble else { return nil }
    }

    private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest[digits.endIndex...]
        return digits
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        guard significant.count <= exponentDigits else { return nil }
        return significant.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Whether a Double can hold a number of this size: doubles end below 1.8 × 10^308.
    private var isWithinDouble: Bool {
        if exponent != 309 { return exponent < 309 }
        return Double("0.\(String(decoding: digits.prefix(40), as: UTF8.self))e309")?.isFinite ?? false
    }

    /// The value if it is a whole number of up to 15 digits.
    var whole: Int? {
        guard !digits.isEmpty else { return 0 }
        guard exponent >= digits.count, exponent <= 15 else { return nil }
        let padded = digits + repeatElement(UInt8(ascii: "0"), count: exponent - digits.count)
        let value = padded.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return isNegative ? -value : value
    }

    /// One text for each value: with a point, or with a power of ten if the point would be far from the digits.
    var canonicalText: String {
        let text = String(decoding: digits, as: UTF8.self)
        func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
        let value: String
        if digits.isEmpty {
            value = "0.0"
        } else if !(-20...320).contains(exponent) {
            value = "0.\(text)e\(exponent)"
        } else if exponent <= 0 {
            value = "0.\(zeros(-exponent))\(text)"
        } else if exponent >= digits.count {
            value = "\(text)\(zeros(exponent - digits.count)).0"
        } else {
            value = "\(text.prefix(exponent)).\(text.dropFirst(exponent))"
        }
        return isNegative ? "-\(value)" : value
    }
}
