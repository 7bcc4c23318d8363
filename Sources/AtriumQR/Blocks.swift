/// How the codewords of a code are divided into blocks, each of which is corrected by itself.
struct Blocks {
    private let version: Version
    /// The number of blocks.
    private let count: Int
    /// The number of codewords in each block that correct it.
    private let corrections: Int

    init(_ version: Version, _ correction: QRCode.Correction) {
        let index = version.number - 1
        self.version = version
        (count, corrections) =
            switch correction {
            case .low: (Self.low.counts[index], Self.low.corrections[index])
            case .medium: (Self.medium.counts[index], Self.medium.corrections[index])
            case .quartile: (Self.quartile.counts[index], Self.quartile.corrections[index])
            case .high: (Self.high.counts[index], Self.high.corrections[index])
            }
    }

    /// The number of codewords for the text.
    var dataCodewords: Int { version.codewords - count * corrections }

    /// The codewords in the order in which they stand in the code (ISO/IEC 18004:2015, 7.6): the first ones of all blocks, the
    /// second ones of all blocks and so on, and after them in the same way those that correct.
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        // The last blocks have a codeword more if the division has a remainder.
        let (length, longer) = dataCodewords.quotientAndRemainder(dividingBy: count)
        var (blocks, start): ([ArraySlice<UInt8>], Int) = ([], 0)
        for number in 0..<count {
            let end = start + (number < count - longer ? length : length + 1)
            blocks.append(data[start..<end])
            start = end
        }
        let code = ReedSolomon(corrections)
        return Self.columns(of: blocks) + Self.columns(of: blocks.map { code.codewords(of: $0)[...] })
    }

    private static func columns(of blocks: [ArraySlice<UInt8>]) -> [UInt8] {
        (0..<(blocks.map(\.count).max() ?? 0)).flatMap { column in
            blocks.filter { column < $0.count }.map { $0[$0.startIndex + column] }
        }
    }
}

extension Blocks {
    /// The number of blocks, and of the codewords that correct each, by version (ISO/IEC 18004:2015, table 9).
    private typealias Table = (counts: [Int], corrections: [Int])

    private static let low: Table = (
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
            8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25,
        ],
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
            28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ]
    )

    private static let medium: Table = (
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
            17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
            26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        ]
    )

    private static let quartile: Table = (
        [
            1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
            23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68,
        ],
        [
            13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
            28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ]
    )

    private static let high: Table = (
        [
            1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
            25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81,
        ],
        [
            17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
            30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
        ]
    )
}
