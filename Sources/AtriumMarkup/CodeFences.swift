/// The positions at which runs of backticks begin, by the length of the run.
struct CodeFences {
    private var starts: [Int: ArraySlice<Int>] = [:]

    init(in bytes: [UInt8]) {
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
            index = bytes[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.count
            starts[index - start, default: []].append(start)
        }
    }

    /// The start of the next run of this length, at or after a position. The position must not decrease from call to call.
    mutating func next(of length: Int, from position: Int) -> Int? {
        while let start = starts[length]?.first, start < position { starts[length]?.removeFirst() }
        return starts[length]?.first
    }
}
