internal import Foundation

/// How a place writes numbers. It is asked of Foundation once, because a formatter takes longer for a number than a page has.
struct NumberFormat: Sendable {
    private let zero: Unicode.Scalar
    private let minus: String
    private let separator: String
    /// How many digits stand after the last separator, and how many between two others.
    private let lastGroup, otherGroups: Int
    /// The smallest number of digits that has a separator.
    private let mostUngrouped: Int
    /// What stands before and after the number of a percentage.
    private let percent: (before: String, after: String)
    private let decimalSeparator: String

    init(_ locale: Locale) {
        func text(_ number: Int) -> String { number.formatted(.number.locale(locale)) }
        func isSign(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType == nil }
        zero = text(0).unicodeScalars.first ?? "0"
        minus = String(text(-1).unicodeScalars.prefix(while: isSign))
        let large = text(123_456_789)
        separator = large.unicodeScalars.first(where: isSign).map(String.init) ?? ""
        let groups = separator.isEmpty ? [] : large.split(separator: separator).map(\.count)
        lastGroup = groups.last ?? 9
        otherGroups = groups.count > 2 ? groups[groups.count - 2] : lastGroup
        mostUngrouped = text(1000).unicodeScalars.count == 4 ? 4 : 3
        decimalSeparator = String((0.5).formatted(.number.locale(locale)).unicodeScalars.filter(isSign))
        let parts = (0.0).formatted(.percent.locale(locale)).split(
            separator: Character(zero), omittingEmptySubsequences: false)
        percent = (String(parts.first ?? ""), String(parts.dropFirst().last ?? "%"))
    }

    /// A whole number with separators: `28,785`.
    func text(_ number: Int) -> String {
        let digits = String(number.magnitude).utf8.map { UInt32($0) - 0x30 }
        guard digits.count > mostUngrouped || zero != "0" || number < 0 else { return String(number) }
        var text = String.UnicodeScalarView()
        if number < 0 { text += minus.unicodeScalars }
        for (index, digit) in digits.enumerated() {
            let rest = digits.count - index
            let isFirst = index == 0 || digits.count <= mostUngrouped
            if !isFirst, rest == lastGroup || rest > lastGroup && (rest - lastGroup) % otherGroups == 0 {
                text += separator.unicodeScalars
            }
            text.append(scalar(digit))
        }
        return String(text)
    }

    /// A whole number with at least so many digits, and without separators: a part of a day or of a time.
    func plain(_ number: Int, digits: Int) -> String {
        let text = String(number.magnitude)
        let padded = String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        let shown =
            zero == "0" ? padded : String(String.UnicodeScalarView(padded.utf8.map { scalar(UInt32($0) - 0x30) }))
        return number < 0 ? minus + shown : shown
    }

    /// A number with up to `digits` digits after the decimal separator.
    func text(_ number: Double, digits: Int) -> String {
        var count = min(max(0, digits), 9)
        let power = (0..<count).reduce(1) { power, _ in power * 10 }
        guard let scaled = Int(exactly: (abs(number) * Double(power)).rounded()) else { return String(number) }
        var fraction = scaled % power
        while count > 0, fraction % 10 == 0 { (fraction, count) = (fraction / 10, count - 1) }
        let whole = text(scaled / power)
        let shown = count == 0 ? whole : whole + decimalSeparator + plain(fraction, digits: count)
        return number < 0 && scaled > 0 ? minus + shown : shown
    }

    /// A percentage of a number that is formatted already: `57%`.
    func percentage(_ number: String) -> String { percent.before + number + percent.after }

    private func scalar(_ digit: UInt32) -> Unicode.Scalar { Unicode.Scalar(zero.value + digit) ?? "0" }
}
