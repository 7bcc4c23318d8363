internal import Foundation

/// Random bytes from the operating system. They are fetched many at a time, because a system call for each salt would cost as
/// much as its hash.
package enum SystemRandom {
    private static let reserve = Locked<[UInt8]>([])

    /// `count` bytes that no other caller gets. They are safe for secrets:
    /// https://man7.org/linux/man-pages/man3/getentropy.3.html
    package static func bytes(_ count: Int) -> [UInt8] {
        reserve.withLock { reserve in
            while reserve.count < count { reserve += fetch() }
            defer { reserve.removeLast(count) }
            return Array(reserve.suffix(count))
        }
    }

    /// Exactly `count` bytes: the given ones, and bytes from the operating system if these are too few.
    package static func completed(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        bytes.count < count ? bytes + Self.bytes(count - bytes.count) : Array(bytes.prefix(count))
    }

    private static func fetch() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 256)
        #if canImport(Darwin)
            arc4random_buf(&bytes, bytes.count)
        #else
            let result = getentropy(&bytes, bytes.count)
            precondition(result == 0, "the operating system gives no random bytes; nothing secret can be made")
        #endif
        return bytes
    }
}
