internal import Atrium

/// Bytes by chance that are the same in every run, from a ``SeededGenerator``. Not for secrets.
public final class SeededBytes: Sendable {
    private let generator: Locked<SeededGenerator>

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
