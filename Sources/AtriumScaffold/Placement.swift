internal import Foundation

/// A new folder of a package, with its files.
struct Folder: Equatable {
    let path: String
    let files: [File]
}

/// Puts a module into a package as a whole or not at all.
struct Placement {
    private let package: URL
    private let manager = FileManager.default

    init(in package: URL) { self.package = package }

    /// Writes each folder beside its place, moves all of them there, and then replaces the manifest. If a step fails, what was
    /// made is removed again.
    func place(_ folders: [Folder], then manifest: Manifest) throws(ScaffoldError) {
        var made: [URL] = []
        var current = ""
        do {
            var staged: [URL] = []
            for folder in folders {
                current = folder.path
                let parent = package.appending(path: folder.path).deletingLastPathComponent()
                try makeFolders(to: parent, &made)
                let draft = parent.appending(path: ".\(UUID().uuidString)")
                try manager.createDirectory(at: draft, withIntermediateDirectories: false)
                made.append(draft)
                staged.append(draft)
                for file in folder.files {
                    try Data(file.text.utf8).write(to: draft.appending(path: file.name))
                }
            }
            for (folder, draft) in zip(folders, staged) {
                current = folder.path
                let place = package.appending(path: folder.path)
                try manager.moveItem(at: draft, to: place)
                made.append(place)
            }
            current = Manifest.name
            try Data(manifest.text.utf8).write(to: manifest.url, options: .atomic)
        } catch {
            for url in made.reversed() { try? manager.removeItem(at: url) }
            // Foundation's own text does not say more than that it failed.
            let cause = (error as? CocoaError)?.underlying as? POSIXError
            let reason = cause.map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
            throw .notWritten(current, because: reason)
        }
    }

    /// Makes the folders that are missing up to `folder`, which is in the package.
    private func makeFolders(to folder: URL, _ made: inout [URL]) throws {
        if manager.fileExists(atPath: folder.path) { return }
        try makeFolders(to: folder.deletingLastPathComponent(), &made)
        try manager.createDirectory(at: folder, withIntermediateDirectories: false)
        made.append(folder)
    }
}
