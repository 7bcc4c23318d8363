/// SHA-256 (FIPS 180-4), for digests of random tokens, the audit chain and checksums. Foundation on Linux does not have it.
///
/// It is not for passwords, and it is not a signature.
package enum SHA256 {
    /// The digest, 32 bytes.
    package static func digest(of message: consuming [UInt8]) -> [UInt8] {
        var state = State()
        let length = UInt64(message.count) &* 8
        var blocks = consume message
        blocks.append(0x80)
        blocks.append(contentsOf: repeatElement(0, count: (120 - blocks.count % 64) % 64))
        withUnsafeBytes(of: length.bigEndian) { blocks.append(contentsOf: $0) }
        blocks.withUnsafeBytes { blocks in
            constants.withUnsafeBufferPointer { constants in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                    for start in stride(from: 0, to: blocks.count, by: 64) {
                        expand(blocks, from: start, into: schedule)
                        state.compress(schedule, constants)
                    }
                }
            }
        }
        return state.bytes
    }

    private static func expand(
        _ blocks: UnsafeRawBufferPointer, from start: Int, into w: UnsafeMutableBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            w[index] = UInt32(bigEndian: blocks.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self))
        }
        for index in 16..<64 {
            let (x, y) = (w[index - 15], w[index - 2])
            let s0 = x.rotated(7) ^ x.rotated(18) ^ (x >> 3)
            let s1 = y.rotated(17) ^ y.rotated(19) ^ (y >> 10)
            w[index] = w[index - 16] &+ s0 &+ w[index - 7] &+ s1
        }
    }

    /// The eight words of the digest. At first they are the first 32 bits of the fractional parts of the square roots of the
    /// first 8 primes.
    private struct State {
        var a: UInt32 = 0x6a09_e667, b: UInt32 = 0xbb67_ae85, c: UInt32 = 0x3c6e_f372, d: UInt32 = 0xa54f_f53a
        var e: UInt32 = 0x510e_527f, f: UInt32 = 0x9b05_688c, g: UInt32 = 0x1f83_d9ab, h: UInt32 = 0x5be0_cd19

        mutating func compress(_ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>) {
            var (a, b, c, d, e, f, g, h) = (a, b, c, d, e, f, g, h)
            // After eight rounds each word is in its place again, so that no word has to be moved.
            for index in stride(from: 0, to: 64, by: 8) {
                Self.round(a, b, c, &d, e, f, g, &h, k[index] &+ w[index])
                Self.round(h, a, b, &c, d, e, f, &g, k[index + 1] &+ w[index + 1])
                Self.round(g, h, a, &b, c, d, e, &f, k[index + 2] &+ w[index + 2])
                Self.round(f, g, h, &a, b, c, d, &e, k[index + 3] &+ w[index + 3])
                Self.round(e, f, g, &h, a, b, c, &d, k[index + 4] &+ w[index + 4])
                Self.round(d, e, f, &g, h, a, b, &c, k[index + 5] &+ w[index + 5])
                Self.round(c, d, e, &f, g, h, a, &b, k[index + 6] &+ w[index + 6])
                Self.round(b, c, d, &e, f, g, h, &a, k[index + 7] &+ w[index + 7])
            }
            (self.a, self.b, self.c, self.d) = (self.a &+ a, self.b &+ b, self.c &+ c, self.d &+ d)
            (self.e, self.f, self.g, self.h) = (self.e &+ e, self.f &+ f, self.g &+ g, self.h &+ h)
        }

        @inline(__always)
        private static func round(
            _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
            _ h: inout UInt32, _ word: UInt32
        ) {
            let first = h &+ (e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)) &+ (g ^ (e & (f ^ g))) &+ word
            d = d &+ first
            h = first &+ (a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)) &+ ((a & b) ^ (c & (a ^ b)))
        }

        var bytes: [UInt8] {
            [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
                for (index, word) in [a, b, c, d, e, f, g, h].enumerated() {
                    UnsafeMutableRawBufferPointer(bytes).storeBytes(
                        of: word.bigEndian, toByteOffset: 4 * index, as: UInt32.self)
                }
                count = 32
            }
        }
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

extension UInt32 {
    @inline(__always)
    fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 &- count) }
}
