extension QRCode {
    /// How much of a code may be damaged or covered, so that it can still be read. A higher correction needs more room.
    public enum Correction: Sendable, CaseIterable, Comparable {
        /// About 7 % of the codewords.
        case low
        /// About 15 % of the codewords.
        case medium
        /// About 25 % of the codewords.
        case quartile
        /// About 30 % of the codewords.
        case high
    }
}

extension QRCode.Correction {
    /// The two bits that say it in the format information (ISO/IEC 18004:2015, table 12).
    var indicator: Int {
        switch self {
        case .low: 0b01
        case .medium: 0b00
        case .quartile: 0b11
        case .high: 0b10
        }
    }
}
