/// Where runs of backticks begin, by their length.
struct CodeFences {
    private var starts: [Int: ArraySlice<Int>] = [:]

    init(in bytes: [UInt8]) {
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
            index = bytes[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.count
            starts[index - start, default: []].append(start)
        }
    }

    /// The next run of a length at or behind a position, which only grows from call to call.
    mutating func next(of length: Int, from position: Int) -> Int? {
        while let start = starts[length]?.first, start < position { starts[length]?.removeFirst() }
        return starts[length]?.first
    }
}
