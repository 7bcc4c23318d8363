import Testing

@testable import AtriumQR

struct CapacityTests {
    @Test func `a code of each version and correction has as many codewords for text as the standard says`() {
        for (correction, capacities) in Capacities.bytes {
            for (index, capacity) in capacities.enumerated() {
                let version = Version(number: index + 1)
                // The mode and the count take 12 or 20 bits. What remains of the last codeword cannot hold a byte.
                let others = version.number < 10 ? 2 : 3
                #expect(Blocks(version, correction).dataCodewords == capacity + others)
            }
        }
    }

    @Test(arguments: [1, 6, 9, 10, 26, 27])
    func `a text that just fits has this version, and one byte more needs the next version`(_ version: Int) throws {
        for (correction, capacities) in Capacities.bytes {
            let full = try QRCode(String(repeating: "a", count: capacities[version - 1]), correction: correction)
            #expect(full.version == version && full.correction == correction)
            let more = String(repeating: "a", count: capacities[version - 1] + 1)
            #expect(try QRCode(more, correction: correction).version == version + 1)
        }
    }

    @Test func `a text that just fits into the largest code has it, and one byte more is too long`() throws {
        for (correction, capacities) in Capacities.bytes {
            let capacity = capacities[39]
            #expect(try QRCode(String(repeating: "a", count: capacity), correction: correction).size == 177)
            #expect(throws: QRError.tooLong(bits: 8 * capacity + 28, capacity: 8 * capacity + 24)) {
                try QRCode(String(repeating: "a", count: capacity + 1), correction: correction)
            }
        }
    }

    /// The capacities at both ends of the ranges that differ in the width of the count (table 7).
    @Test(arguments: [
        ("1", [(1, 34), (9, 432), (10, 513), (26, 2544), (27, 2701), (40, 5596)]),
        ("A", [(1, 20), (9, 262), (10, 311), (26, 1542), (27, 1637), (40, 3391)]),
    ])
    func `digits and capitals take less room than bytes`(_ character: String, _ capacities: [(Int, Int)]) throws {
        for (version, capacity) in capacities {
            #expect(try QRCode(String(repeating: character, count: capacity)).version == version)
            let more = String(repeating: character, count: capacity + 1)
            #expect((try? QRCode(more))?.version == (version < 40 ? version + 1 : nil))
        }
    }

    @Test func `a text beyond ASCII takes twelve bits more, which say that it is UTF-8`() throws {
        #expect(try QRCode("Grüße, 1234").version == 1)
        #expect(try QRCode("Grüße, 12345").version == 2)
        #expect(throws: QRError.tooLong(bits: 18680, capacity: 18672)) {
            try QRCode(String(repeating: "é", count: 1165) + "e")
        }
    }

    @Test func `the error says the cause and the remedy`() {
        #expect(
            "\(QRError.tooLong(bits: 18676, capacity: 18672))"
                == "the text needs 18676 bits, but the largest QR code holds 18672 with this correction; shorten the text, "
                + "or ask for a lower correction")
    }

    @Test(arguments: [
        (1, QRCode.Correction.high), (7, .high), (8, .quartile), (11, .quartile), (12, .medium), (14, .medium),
    ])
    func `the correction is the highest that the same size holds`(_ length: Int, _ expected: QRCode.Correction) throws {
        let text = String(repeating: "a", count: length)
        #expect(try QRCode(text).version == 1)
        #expect(try QRCode(text).correction == expected)
        #expect(try QRCode(text, correction: .low).correction == expected)
    }
}
