/// Why no module was made. Nothing has changed then.
enum ScaffoldError: Error, Equatable, CustomStringConvertible {
    case noName
    case severalNames([String])
    case unknownOption(String)
    case notUpperCamelCase(String)
    /// The id of the module would be one that Atrium refuses: the kernel's, or a word of SQLite.
    case refusedID(String)
    case reserved(String)
    case taken(String, by: String)
    /// The module would have a type with the name of a type that it uses.
    case hides(String, type: String)
    case noTemplate(String)
    case noManifest(String)
    case noMarker
    case severalMarkers
    /// The line of the manifest before the marker does not end an element of a list.
    case noComma(line: Int)
    case notWritten(String, because: String)

    var description: String {
        switch self {
        case .noName: "new-module needs the name of the module; write: swift package new-module Goals"
        case .severalNames(let names):
            "new-module makes one module, and got \(names.count) names: \(names.joined(separator: ", ")); give one of them"
        case .unknownOption(let option):
            "new-module has no option '\(option)'; write options of 'swift package' before 'new-module'"
        case .notUpperCamelCase(let name):
            "'\(name)' is not a name in upper camel case, of the letters A to Z and digits; choose one like 'Goals'"
        case .refusedID(let name):
            "a module '\(name)' would have the id '\(name.lowercased())', a word of SQLite or of the kernel; choose another name"
        case .reserved(let name): "'\(name)' is a name of Swift or of Atrium itself; choose another"
        case .taken(let name, let taker): "'\(name)' is taken by \(taker); choose another name"
        case .hides(let name, let type):
            "a module '\(name)' would have a type '\(type)', and modules use another type of this name; choose another name"
        case .noTemplate(let path): "Atrium's example is not at '\(path)'; use a whole copy of Atrium's repository"
        case .noManifest(let path): "'\(path)' cannot be read as UTF-8; run the command in a package"
        case .noMarker:
            "Package.swift does not say where modules go; add the line '\(Manifest.marker)' at the end of its list 'targets'"
        case .severalMarkers: "Package.swift has the line '\(Manifest.marker)' more than once; keep one"
        case .noComma(let line):
            "line \(line) of Package.swift has no comma at its end, so that no target can follow it; add the comma"
        case .notWritten(let path, let reason):
            "'\(path)' was not written (\(reason)), and nothing has changed; make its folder writable, and repeat the command"
        }
    }
}
