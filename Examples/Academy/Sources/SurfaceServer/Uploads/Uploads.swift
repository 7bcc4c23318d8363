import AtriumSurfaces
import Foundation

/// Files that came with a form, until the form is confirmed. Each belongs to the browser that sent it.
actor Uploads {
    /// How long a file is kept.
    private static let lifetime: TimeInterval = 3_600
    /// How many files of one person or program are kept. Of a person, the oldest ends first. A program sends its files again, so
    /// it is asked to wait.
    private static let mostFiles = 8
    /// How many files are kept.
    private static let mostFilesOfAll = 200

    private struct File {
        let owner: String
        let account: String
        let name: String
        let path: String
        let expiresAt: Date
    }

    private var files: [String: File] = [:]
    private let folder: String
    private let randomToken: @Sendable () -> String

    /// Keeps files in a folder, and removes those that an earlier process has left there.
    init(folder: String, randomToken: @escaping @Sendable () -> String) {
        (self.folder, self.randomToken) = (folder, randomToken)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A path for a new file. Nobody can guess it.
    nonisolated func newPath() throws -> String {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return "\(folder)/\(randomToken())"
    }

    /// Keeps a file for its owner, who acts for an account. Returns its identity.
    func keep(
        _ path: String, named name: String, of owner: String, account: String, isProgram: Bool, now: Date
    ) throws -> String {
        for (id, file) in files where file.expiresAt <= now { remove(id) }
        let own = files.filter { $0.value.account == account }.sorted { $0.value.expiresAt < $1.value.expiresAt }
        guard !isProgram || own.count < Self.mostFiles else { throw Problem.tooMany(retryAfter: 60) }
        for (id, _) in own.dropLast(Self.mostFiles - 1) { remove(id) }
        guard files.count < Self.mostFilesOfAll else {
            let first = files.values.map(\.expiresAt).min() ?? now
            throw Problem.tooMany(retryAfter: Int(first.timeIntervalSince(now).rounded(.up)))
        }
        let id = randomToken()
        files[id] = File(
            owner: owner, account: account, name: name, path: path, expiresAt: now.addingTimeInterval(Self.lifetime))
        return id
    }

    /// A file of an owner; `nil` if it is not there any more.
    func upload(_ id: String, of owner: String) -> Upload? {
        guard let file = files[id], file.owner == owner else { return nil }
        return Upload(name: file.name) { [path = file.path] in
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            return AsyncThrowingStream {
                let chunk = try handle.read(upToCount: 1 << 16)
                guard let chunk, !chunk.isEmpty else { return nil }
                return Array(chunk)
            }
        }
    }

    /// Removes a file of an owner.
    func remove(_ id: String, of owner: String) {
        if files[id]?.owner == owner { remove(id) }
    }

    /// Removes the files of an owner.
    func removeAll(of owner: String) {
        for (id, file) in files where file.owner == owner { remove(id) }
    }

    private func remove(_ id: String) {
        guard let file = files.removeValue(forKey: id) else { return }
        try? FileManager.default.removeItem(atPath: file.path)
    }
}
