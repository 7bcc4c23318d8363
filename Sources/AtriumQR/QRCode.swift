/// A QR code of a text (ISO/IEC 18004:2015): a square of dark and light modules that cameras read.
///
/// The same text and correction give the same code, module by module.
public struct QRCode: Sendable, Equatable {
    /// The number of modules on each side, 21 to 177, without the quiet zone.
    public let size: Int
    /// The correction that the code has: the one that was asked for, or a higher one.
    public let correction: Correction
    private let modules: [Bool]

    /// Encodes a text in the smallest code that holds it with at least this correction. If a code of that size can hold the
    /// text with a higher correction, it gets the highest one.
    ///
    /// Digits alone take the least room. A text of digits, capital ASCII letters, spaces and `$%*+-./:` takes more. Any other
    /// text is written in UTF-8, and takes the most. Throws ``QRError/tooLong(bits:capacity:)`` if even the largest code cannot
    /// hold the text.
    public init(_ text: String, correction: Correction = .medium) throws(QRError) {
        let segment = Segment(text)
        func holds(_ version: Version, _ correction: Correction) -> Bool {
            segment.bitCount(in: version) <= 8 * Blocks(version, correction).dataCodewords
        }
        guard let version = Version.all.first(where: { holds($0, correction) }) else {
            throw .tooLong(
                bits: segment.bitCount(in: .largest), capacity: 8 * Blocks(.largest, correction).dataCodewords)
        }
        let highest = Correction.allCases.last { $0 >= correction && holds(version, $0) } ?? correction
        let blocks = Blocks(version, highest)
        var matrix = Matrix(version)
        matrix.place(blocks.interleaved(segment.codewords(in: version, count: blocks.dataCodewords)))
        (size, self.correction) = (version.size, highest)
        modules = matrix.masked(for: highest).modules
    }

    /// The version, 1 to 40: the number by which the standard calls the sizes.
    public var version: Int { (size - 17) / 4 }

    /// Whether the module is dark that is `x` modules from the left and `y` from the top. Outside the code there is the quiet
    /// zone, whose modules are light.
    public subscript(x: Int, y: Int) -> Bool {
        (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
    }
}
