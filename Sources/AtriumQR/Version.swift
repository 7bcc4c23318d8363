/// A size of QR codes, and what the standard says of it.
struct Version: Equatable {
    /// 1 to 40.
    let number: Int

    static let all = (1...40).map(Version.init(number:))
    static let largest = Version(number: 40)

    /// The number of modules on each side.
    var size: Int { 17 + 4 * number }

    /// The number of codewords, both of the text and of the correction: the modules that no pattern takes, by eight.
    var codewords: Int {
        // Three finders with separators, both copies of the format with the module that is always dark, and the timing.
        var free = size * size - 3 * 64 - 31 - 2 * (size - 16)
        let centres = alignmentCentres.count
        if centres > 0 {
            // All but three alignment patterns of 25 modules; those in row 6 or column 6 share five with the timing.
            free -= (centres * centres - 3) * 25 - 2 * (centres - 2) * 5
        }
        return (hasVersionInformation ? free - 36 : free) / 8
    }

    /// The rows, and the same columns, in which the centres of the alignment patterns are (ISO/IEC 18004:2015, annex E). From
    /// the last one down they have an equal and even distance, as small as the first gap allows. Version 32 is the exception.
    var alignmentCentres: [Int] {
        guard number > 1 else { return [] }
        let (gaps, last) = (number / 7 + 1, size - 7)
        let distance = number == 32 ? 26 : ((last - 6) + 2 * gaps - 1) / (2 * gaps) * 2
        return [6] + (0..<gaps).reversed().map { last - $0 * distance }
    }

    var hasVersionInformation: Bool { number >= 7 }

    /// The 18 bits of the version information (7.10, annex D).
    var information: Int { number << 12 | remainder(of: number << 12, by: 0b1_1111_0010_0101) }
}
