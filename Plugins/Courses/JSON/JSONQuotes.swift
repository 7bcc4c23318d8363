/// Tracks where strings begin and end in the bytes of a JSON text.
struct JSONQuotes {
    enum Turn { case opens, closes, stays }

    /// Whether the last byte was in a string, or opened one.
    private(set) var isOpen = false
    private var isEscaped = false

    @discardableResult
    mutating func advance(_ byte: UInt8) -> Turn {
        if isEscaped {
            isEscaped = false
        } else if byte == .quote {
            isOpen.toggle()
            return isOpen ? .opens : .closes
        } else if isOpen, byte == .backslash {
            isEscaped = true
        }
        return .stays
    }
}
