package import AtriumStorage
internal import AtriumSystem

/// The result of checking an audit chain.
public struct AuditVerification: Sendable, Equatable {
    /// The number of entries, as the head of the chain counts them.
    public let count: Int
    /// How many entries no longer have their payload. It was erased on purpose, or by somebody who can write the file.
    public let erased: Int
    /// The hash of the head, in hexadecimal. If you publish the head elsewhere, it proves later that nobody rewrote the file
    /// together with the chain.
    public let head: String
    /// The number of the first entry that is missing or does not match, or the number after the last entry if the head does not
    /// match. `nil` for a sound chain.
    public let firstFault: Int?
}

/// The audit chain of a file. Each hash covers the hash before it and the digest of a salted payload. So payload and salt can
/// be erased, and the chain can still be verified.
package struct AuditChain {
    private static let saltSize = 16

    let connection: Connection

    package init(_ connection: Connection) { self.connection = connection }

    private var executor: CachingExecutor { connection.kernel }

    /// Appends an entry for a unit: its time in milliseconds since 1970, permission, scope, subject and principal,
    /// tab-separated.
    package func append(_ payload: String, salt: [UInt8]) throws {
        let salt = SystemRandom.completed(salt, to: Self.saltSize)
        var head = try connection.chainHead()
        let digest = SHA256.digest(of: Self.message(salt, payload))
        head.entries += 1
        head.hash = Self.hash(after: head.hash, sequence: head.entries, digest: digest)
        try executor.run(
            "INSERT INTO kernel_audit VALUES (\(head.entries), \(payload), \(salt), \(digest), \(head.hash))")
        connection.nextHead = head
    }

    /// Reads the whole chain and checks every hash, and the head.
    package func verify() throws -> AuditVerification {
        let head = try connection.chainHead()
        var last = [UInt8](repeating: 0, count: 32)
        var expected = 1
        var (fault, erased): (Int?, Int) = (nil, 0)
        let sql: SQL = "SELECT sequence, payload, salt, digest, hash FROM kernel_audit ORDER BY sequence"
        try executor.forEach(sql) { row in
            let (sequence, payload, salt): (Int, String?, [UInt8]?) = (try row[0], try row[1], try row[2])
            let (digest, hash): ([UInt8], [UInt8]) = (try row[3], try row[4])
            let isErased = payload == nil && salt == nil
            if isErased { erased += 1 }
            // The digest covers salt and payload as one sequence of bytes. Only the fixed size of the salt shows where the
            // payload begins.
            let isWhole =
                salt?.count == Self.saltSize && digest == SHA256.digest(of: Self.message(salt ?? [], payload ?? ""))
            let isTrue =
                sequence == expected && hash == Self.hash(after: last, sequence: sequence, digest: digest)
                && (isErased || isWhole)
            if !isTrue, fault == nil { fault = expected }
            last = hash
            expected = sequence + 1
        }
        if fault == nil, expected != head.entries + 1 || last != head.hash { fault = min(expected, head.entries + 1) }
        return AuditVerification(count: head.entries, erased: erased, head: head.hash.hexadecimal, firstFault: fault)
    }

    private static func hash(after last: [UInt8], sequence: Int, digest: [UInt8]) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(128)
        message += last
        withUnsafeBytes(of: UInt64(sequence).bigEndian) { message += $0 }
        message += digest
        return SHA256.digest(of: message)
    }

    private static func message(_ salt: [UInt8], _ payload: String) -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(256)
        message += salt
        message += payload.utf8
        return message
    }
}
