import Foundation

/// Statistics of measured values, and their text.
enum Figures {
    static func median(_ values: [Double]) -> Double { quantile(0.5, of: values) }

    /// The value below which this part of the values is, or NaN if there are no values.
    static func quantile(_ part: Double, of values: [Double]) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.last else { return .nan }
        let position = part * Double(sorted.count - 1)
        let index = Int(position)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (sorted[index + 1] - sorted[index]) * (position - Double(index))
    }

    /// The value with three significant digits.
    static func short(_ value: Double) -> String {
        guard value.isFinite else { return "\(value)" }
        let magnitude = value == 0 ? 0 : Int(floor(log10(abs(value))))
        let text = String(format: "%.\(max(0, 2 - magnitude))f", value)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(trimmed.reversed())
    }
}
