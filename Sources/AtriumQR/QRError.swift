/// Why a text has no QR code.
public enum QRError: Error, Equatable, CustomStringConvertible {
    /// The text needs this many bits, and the largest code has room for fewer with the correction that was asked for.
    case tooLong(bits: Int, capacity: Int)

    /// The cause and the remedy.
    public var description: String {
        switch self {
        case .tooLong(let bits, let capacity):
            "the text needs \(bits) bits, but the largest QR code holds \(capacity) with this correction; shorten the text, "
                + "or ask for a lower correction"
        }
    }
}
