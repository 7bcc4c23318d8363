/// The brackets of the array with which a stream of statements may begin. A stream that ends before they are closed is cut off.
struct LeadingArray {
    private var depth = 0
    private var mayOpen = true

    var isOpen: Bool { depth > 0 }

    /// Something other than a bracket has come. An array that opens now is not the first thing in the stream.
    mutating func streamHasBegun() { mayOpen = false }

    /// Counts a byte outside objects and strings.
    mutating func count(_ byte: UInt8) {
        if byte == .openingBracket, isOpen || mayOpen { depth += 1 }
        if byte == .closingBracket { depth = max(0, depth - 1) }
    }

    /// Forgets the brackets, because a fault has been reported.
    mutating func close() { depth = 0 }
}
