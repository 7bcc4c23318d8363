/// Estimates the width of a text in a serif font. The reader's font is unknown.
public enum TextWidth {
    /// The estimated width in ems. The estimate is rather too large than too small.
    public static func ems(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + ems($1) } }

    /// The estimated width of one letter with its marks, in ems.
    public static func ems(_ character: Character) -> Double {
        // Marks on a letter add nothing to its width.
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x20...0x7E: return ascii(scalar)
        case 0xA0...0x24F: return character.isUppercase ? 0.8 : 0.6
        // Ligatures of whole sentences, long dashes, cuneiform.
        case 0xFDF0...0xFDFF: return 9
        case 0x2E3A...0x2E3B: return 3
        case 0x12000...0x12543: return 6
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFE70...0xFEFC: return 0.62
        default: return isWide(scalar) ? 1.05 : scalar.properties.isEmojiPresentation ? 1.4 : 0.9
        }
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "'", ".", ",", ":", ";", "!", "|", "`": 0.33
        case " ", "f", "r", "t", "I", "J", "-", "(", ")", "[", "]", "/", "\\", "\"": 0.42
        case "m", "w", "W", "M", "%", "@", "&": 1
        case "A"..."Z", "#", "$", "+", "<", "=", ">", "~": 0.77
        default: 0.57
        }
    }

    /// Whether it is an East Asian letter of one em (Unicode's East_Asian_Width W and F). A line may break between any two of
    /// them.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
            0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
