import AtriumSystem
import Foundation
import Testing

struct SHA256Tests {
    /// The examples of FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func `the standard's examples have the standard's digests`(_ text: String, _ digest: String) {
        #expect(SHA256.digest(of: Array(text.utf8)).hexadecimal == digest)
    }

    @Test func `sha256sum agrees on every length`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var digests: [String: String] = [:]
        for length in Array(0...200) + [4095, 4096, 4097, 100_003] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ length) }
            try Data(bytes).write(to: folder.appending(path: "\(length)"))
            digests["\(length)"] = SHA256.digest(of: bytes).hexadecimal
        }
        let command = try #require(popen("cd '\(folder.path)' && sha256sum *", "r"))
        let output = FileHandle(fileDescriptor: fileno(command))
        let text = String(decoding: try output.readToEnd() ?? Data(), as: UTF8.self)
        #expect(pclose(command) == 0)
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.count == digests.count)
        for line in lines { #expect(digests[String(line[1])] == String(line[0])) }
    }
}
