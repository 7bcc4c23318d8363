/// The modules of a code while it is made.
struct Matrix {
    let size: Int
    /// Whether each module is dark, row by row.
    private(set) var modules: [Bool]
    /// Whether no pattern takes the module, so that it is for codewords.
    private var isFree: [Bool]

    /// A code with all patterns of a version, and without codewords.
    init(_ version: Version) {
        size = version.size
        modules = Array(repeating: false, count: size * size)
        isFree = Array(repeating: true, count: size * size)
        drawPatterns(of: version)
    }

    subscript(x: Int, y: Int) -> Bool { modules[y * size + x] }

    /// Sets a module of a pattern. It is not for codewords then.
    mutating func draw(_ x: Int, _ y: Int, _ isDark: Bool) {
        modules[y * size + x] = isDark
        isFree[y * size + x] = false
    }

    /// Places the codewords in the free modules (ISO/IEC 18004:2015, 7.7.3). Modules that remain stay light.
    mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        var goesUp = true
        for column in stride(from: size - 1, to: 0, by: -2) {
            // The bits go in columns of two modules. The timing in column 6 is between two of them.
            let right = column <= 6 ? column - 1 : column
            for step in 0..<size {
                for x in [right, right - 1] {
                    let index = (goesUp ? size - 1 - step : step) * size + x
                    guard isFree[index], bit < 8 * codewords.count else { continue }
                    modules[index] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
            goesUp.toggle()
        }
    }

    /// The code with the mask that has the lowest penalty, and with the format information of that mask.
    func masked(for correction: QRCode.Correction) -> Matrix {
        var best = masked(by: Mask(number: 0), for: correction)
        var lowest = best.penalty
        for number in 1..<8 {
            let other = masked(by: Mask(number: number), for: correction)
            let penalty = other.penalty
            if penalty < lowest { (best, lowest) = (other, penalty) }
        }
        return best
    }

    private func masked(by mask: Mask, for correction: QRCode.Correction) -> Matrix {
        var masked = self
        for y in 0..<size {
            for x in 0..<size where isFree[y * size + x] && mask.inverts(x, y) {
                masked.modules[y * size + x].toggle()
            }
        }
        masked.drawFormat(correction.indicator << 3 | mask.number)
        return masked
    }
}
