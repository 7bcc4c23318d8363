import AtriumSurfaces
import AtriumTerminal
import Foundation

/// Writes a file that a sheet or an act gives.
struct DownloadWriter {
    private let console: Console

    init(_ console: Console) { self.console = console }

    /// Writes to a file, to standard output for `-`, or all files into a folder. Of several files, the one is meant whose name
    /// ends as the path does.
    func write(_ files: [Download], to path: String) async throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            // The name of a file comes from a module, and may not lead elsewhere.
            for file in files { try await write(file, at: "\(path)/\(URL(filePath: file.name).lastPathComponent)") }
            if !files.isEmpty { return }
        }
        let ending = URL(filePath: path).pathExtension
        let meant = files.count == 1 ? files : files.filter { URL(filePath: $0.name).pathExtension == ending }
        guard let file = meant.first, meant.count == 1 else {
            let names = files.map { TextColumns.safe($0.name) }.joined(separator: ", ")
            throw CommandFault(
                .notFound,
                files.isEmpty
                    ? "--output: there is no file here"
                    : "--output: name a folder, or end the name like one of \(names)")
        }
        if path == "-" {
            for try await chunk in try file.open() { try console.output.write(chunk) }
        } else {
            try await write(file, at: path)
        }
    }

    private func write(_ file: Download, at path: String) async throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFault(.outputFailed, "--output '\(path)': \(String(cString: strerror(errno)))")
        }
        let target = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            for try await chunk in try file.open() { try target.write(contentsOf: chunk) }
            try target.close()
        } catch let error as CocoaError {
            throw CommandFault(.outputFailed, "--output '\(path)': \(error.localizedDescription)")
        }
        console.note("\(TextColumns.safe(path)) was written")
    }
}
