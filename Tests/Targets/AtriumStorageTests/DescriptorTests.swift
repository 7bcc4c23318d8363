import AtriumStorage
import Testing

struct DescriptorTests {
    @Test(arguments: [
        (257, 1_048_576, 257), (257, 4096, 257), (257, 2400, 257), (257, 1024, 109), (257, 256, 27), (257, 64, 6),
        (257, 8, 2), (2, 64, 2), (1, 64, 1),
    ])
    func `the number of open files follows from three quarters of the descriptor limit`(
        _ wanted: Int, _ limit: Int, _ files: Int
    ) {
        #expect(Descriptors.files(of: wanted, within: limit) == files)
    }

    @Test func `the descriptor limit that files need allows all of them to be open`() {
        let wanted = Array(1...1000)
        #expect(wanted.map { Descriptors.files(of: $0, within: Descriptors.needed(for: $0)) } == wanted)
    }
}
