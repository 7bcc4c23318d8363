internal import Foundation

/// Writes each message as a file `<name of its Message-ID>.eml` into a folder. There is one file for each key, even if the
/// process is killed at any moment.
///
/// Messages name people and open accounts. So only the owner can read the files (0600) and the folder (0700).
public struct FolderTransport: MailTransport {
    /// The path of the folder.
    public let folder: String

    /// Makes a transport. It makes the folder with the first message. An existing folder keeps its mode.
    public init(folder: String) { self.folder = folder }

    public func send(_ mail: OutgoingMail) async throws {
        let name = Substring(mail.messageID.utf8.prefix { $0 != UInt8(ascii: "@") })
        guard !name.isEmpty, name.utf8.count <= 200,
            name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D })
        else { throw MailRefusal("the name in the Message-ID is not [a-z0-9-]; it cannot name a file") }
        try makeFolder()
        let url = URL(filePath: folder).appending(path: "\(name).eml")
        let draft = URL(filePath: folder).appending(path: ".\(name).tmp")
        // A draft that a crash left behind may be readable by others.
        unlink(draft.path)
        let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: Data(mail.content))
        try handle.synchronize()
        try handle.close()
        guard rename(draft.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Makes the folder for its owner alone. Missing folders above it get the usual mode.
    private func makeFolder() throws {
        let url = URL(filePath: folder)
        if mkdir(url.path, 0o700) == 0 || errno == EEXIST { return }
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard mkdir(url.path, 0o700) == 0 || errno == EEXIST else { throw CocoaError(.fileWriteUnknown) }
    }
}
