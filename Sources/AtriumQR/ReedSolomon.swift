/// A Reed-Solomon code over GF(2^8) with the polynomial x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004:2015, 7.5.2).
struct ReedSolomon {
    /// The coefficients of the generator polynomial from the highest power down, without the first one, which is 1 (annex A).
    private let generator: [UInt8]

    /// A code of this number of codewords that correct, 1 or more.
    init(_ count: Int) {
        // The product of x - 2^i for each i below the count.
        var (product, root): ([UInt8], UInt8) = ([1], 1)
        for _ in 0..<count {
            var next = product + [0]
            for (power, coefficient) in product.enumerated() {
                next[power + 1] ^= Self.multiply(coefficient, root)
            }
            (product, root) = (next, Self.multiply(root, 2))
        }
        generator = Array(product.dropFirst())
    }

    /// The codewords that correct a block: the remainder of its division by the generator.
    func codewords(of block: ArraySlice<UInt8>) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for codeword in block {
            let factor = codeword ^ remainder.removeFirst()
            remainder.append(0)
            for (power, coefficient) in generator.enumerated() {
                remainder[power] ^= Self.multiply(coefficient, factor)
            }
        }
        return remainder
    }

    private static func multiply(_ first: UInt8, _ second: UInt8) -> UInt8 {
        var product: UInt8 = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) &* 0b0001_1101
            if second >> bit & 1 == 1 { product ^= first }
        }
        return product
    }
}
