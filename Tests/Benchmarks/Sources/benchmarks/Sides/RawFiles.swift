#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The least work of a durable copy of a file: its bytes, its name, and the folder's entry.
enum RawFiles {
    static func copyDurably(_ source: String, to target: String) throws {
        let bytes = try read(source)
        let draft = target + ".tmp"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw HarnessError("raw C cannot create \(draft)") }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress! + written, bytes.count - written) }
            guard count > 0 else { throw HarnessError("raw C cannot write \(draft)") }
            written += count
        }
        let folder = String(target.prefix(upTo: target.lastIndex(of: "/") ?? target.startIndex))
        guard fsync(file) == 0, rename(draft, target) == 0 else { throw HarnessError("raw C cannot keep \(target)") }
        let entries = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard entries >= 0 else { throw HarnessError("raw C cannot open \(folder)") }
        defer { close(entries) }
        guard fsync(entries) == 0 else { throw HarnessError("raw C cannot synchronize \(folder)") }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw HarnessError("raw C cannot open \(path)") }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        lseek(file, 0, SEEK_SET)
        var bytes = [UInt8](repeating: 0, count: size)
        let count = bytes.withUnsafeMutableBytes { readOnce(file, $0.baseAddress!, size) }
        guard count == size else { throw HarnessError("raw C cannot read \(path)") }
        return bytes
    }
}

private func readOnce(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(file, bytes, count)
}
