/// The characters that a trim function removes. Characters of one byte are kept separately, for speed.
struct TrimSet {
    /// Whether the set has the character of one byte, indexed by the byte.
    private var single = [Bool](repeating: false, count: 256)
    private var longer: Set<UInt32> = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        // As in SQLite, a NUL byte ends the set.
        while start < bytes.count, bytes[start] != 0 {
            var end = start + 1
            while bytes[start] >= 0xC0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
            if end - start == 1 {
                single[Int(bytes[start])] = true
            } else if end - start <= 4, let base = bytes.baseAddress {
                // No character has more than four bytes.
                longer.insert(Self.key(base + start, end - start))
            }
            start = end
        }
    }

    /// The length of the set's character at the start of the range; 0 if the range starts with no character of the set.
    func length(atStartOf start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
        if single[Int(start.pointee)] { return 1 }
        if longer.isEmpty { return 0 }
        var length = 2
        while length <= min(4, end - start) {
            if longer.contains(Self.key(start, length)) { return length }
            length += 1
        }
        return 0
    }

    /// The length of the set's character at the end of the range; 0 if the range ends with no character of the set.
    func length(atEndOf start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
        if single[Int(end[-1])] { return 1 }
        if longer.isEmpty { return 0 }
        var length = 2
        while length <= min(4, end - start) {
            if longer.contains(Self.key(end - length, length)) { return length }
            length += 1
        }
        return 0
    }

    private static func key(_ start: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
        var (key, index): (UInt32, Int) = (0, 0)
        while index < length {
            key = key << 8 | UInt32(start[index])
            index += 1
        }
        return key
    }
}
