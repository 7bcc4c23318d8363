internal import Foundation

/// A `Package.swift` as text. A marker says where modules go.
struct Manifest {
    static let name = "Package.swift"
    static let marker = "// New modules go above this line."

    let url: URL
    let text: String

    /// The same manifest with more lines above the marker, indented as the marker is.
    func adding(_ entry: [String]) throws(ScaffoldError) -> Manifest {
        let newline = text.contains("\r\n") ? "\r\n" : "\n"
        var lines = text.components(separatedBy: newline)
        let marked = lines.indices.filter { lines[$0].trimmingCharacters(in: .whitespaces) == Self.marker }
        guard let line = marked.first else { throw .noMarker }
        guard marked.count == 1 else { throw .severalMarkers }
        if let last = lines[..<line].lastIndex(where: { !Self.code(in: $0).isEmpty }),
            !Self.code(in: lines[last]).hasSuffix(","), !Self.code(in: lines[last]).hasSuffix("[")
        {
            throw .noComma(line: last + 1)
        }
        let indentation = lines[line].prefix { $0 == " " || $0 == "\t" }
        lines.insert(contentsOf: entry.map { indentation + $0 }, at: line)
        return Manifest(url: url, text: lines.joined(separator: newline))
    }

    /// A line without its comment, and without spaces at its ends.
    private static func code(in line: String) -> String {
        let code = line.trimmingCharacters(in: .whitespaces)
        if code.hasPrefix("//") { return "" }
        let end = code.range(of: " //")?.lowerBound ?? code.endIndex
        return code[..<end].trimmingCharacters(in: .whitespaces)
    }
}

extension Manifest {
    /// Reads the manifest of a package.
    init(of package: URL) throws(ScaffoldError) {
        url = package.appending(path: Self.name)
        do { text = try String(contentsOf: url, encoding: .utf8) } catch { throw .noManifest(url.path) }
    }
}
