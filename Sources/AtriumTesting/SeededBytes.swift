internal import Atrium

/// Random bytes that are the same in every run, from a ``SeededGenerator``. They are not for secrets.
public final class SeededBytes: Sendable {
    private let generator: Locked<SeededGenerator>

    /// Makes a source of bytes. The same seed always gives the same bytes.
    public init(seed: UInt64) { generator = Locked(SeededGenerator(seed: seed)) }

    /// The next bytes of the sequence.
    public func next(_ count: Int) -> [UInt8] {
        generator.withLock { generator in
            var bytes: [UInt8] = []
            while bytes.count < count {
                withUnsafeBytes(of: generator.next().littleEndian) { bytes.append(contentsOf: $0) }
            }
            return Array(bytes.prefix(count))
        }
    }
}
