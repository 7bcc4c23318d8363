public import Atrium
internal import Foundation

/// A colour of sRGB, written `#1f5f8b`.
public struct KitColor: TextValue, ColumnValue {
    /// The parts of the colour, 0 to 255.
    public let red, green, blue: UInt8

    /// Makes a colour of its parts.
    public init(red: UInt8, green: UInt8, blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// Reads `#` and six hexadecimal digits; `nil` for any other text.
    public init?(_ text: String) {
        let digits = Array(text.utf8.dropFirst())
        guard text.first == "#", digits.count == 6, let number = UInt32(text.dropFirst(), radix: 16),
            digits.allSatisfy({ $0 != UInt8(ascii: "+") })
        else { return nil }
        self.init(
            red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
    }

    /// The colour as `#1f5f8b`.
    public var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws {
        self = try row.read(at: column, as: "a colour") { Self($0) }
    }

    static let white = KitColor(red: 255, green: 255, blue: 255)
    static let black = KitColor(red: 0, green: 0, blue: 0)

    /// The colour with a part of another one in it: 0 is this colour, 1 the other.
    func mixed(with other: KitColor, _ part: Double) -> KitColor {
        func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Double(own) + (Double(other) - Double(own)) * part).rounded())
        }
        return KitColor(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The relative luminance of WCAG 2.2, 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let part = Double(part) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast of WCAG 2.2 with another colour, 1 to 21.
    func contrast(with other: KitColor) -> Double {
        let (own, other) = (luminance, other.luminance)
        return (max(own, other) + 0.05) / (min(own, other) + 0.05)
    }

    /// The colour, made darker until it has a contrast with a light ground.
    func darkened(toContrast least: Double, on ground: KitColor) -> KitColor {
        var part = 0.0
        while part < 1 {
            let color = mixed(with: .black, part)
            if color.contrast(with: ground) >= least { return color }
            part += 0.02
        }
        return .black
    }
}
