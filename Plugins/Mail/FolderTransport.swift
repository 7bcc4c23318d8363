internal import Foundation

/// Writes each message as a file `<name of its Message-ID>.eml` into a folder: one file for each reason, whatever is
/// killed when.
public struct FolderTransport: MailTransport {
    public let folder: String

    /// The folder is made with the first message.
    public init(folder: String) { self.folder = folder }

    public func send(_ mail: OutgoingMail) async throws {
        let name = mail.messageID.prefix { $0 != "@" }
        guard !name.isEmpty,
            name.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D })
        else { throw MailRefusal("the Message-ID is not [a-z0-9-]; it names a file") }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let url = URL(filePath: folder).appending(path: "\(name).eml")
        let draft = URL(filePath: folder).appending(path: ".\(name).tmp")
        try Data(mail.content).write(to: draft)
        let handle = try FileHandle(forWritingTo: draft)
        try handle.synchronize()
        try handle.close()
        guard rename(draft.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
