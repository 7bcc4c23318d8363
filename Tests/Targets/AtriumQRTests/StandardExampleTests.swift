import Testing

@testable import AtriumQR

/// The example that the standard works through: 01234567 in version 1 with medium correction (ISO/IEC 18004:2015, annex I).
struct StandardExampleTests {
    private let version = Version(number: 1)

    @Test func `the text becomes the codewords of the standard`() {
        let data = Segment("01234567").codewords(in: version, count: 16)
        #expect(
            data == [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80] + [0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11])
        let correction: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
        #expect(Blocks(version, .medium).interleaved(data) == data + correction)
    }

    @Test func `version 7 has the version information of the standard`() {
        #expect(Version(number: 7).information == 0b00_0111_1100_1001_0100)
    }
}
