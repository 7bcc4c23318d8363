internal import Foundation

/// What the command plugin `NewModule` runs. Its arguments are the folder of the package, the folder of Atrium, what the manifest
/// calls Atrium (empty in Atrium itself), the names of all targets with commas between them, and what the user wrote.
@main
struct Program {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 4 else {
            refuse("AtriumScaffold is run by a plugin; write: swift package new-module Goals")
        }
        let scaffold = Scaffold(
            package: URL(filePath: arguments[0], directoryHint: .isDirectory),
            atrium: URL(filePath: arguments[1], directoryHint: .isDirectory),
            dependency: arguments[2].isEmpty ? nil : arguments[2],
            targets: Set(arguments[3].split(separator: ",").map(String.init)))
        do { print(try scaffold.run(Array(arguments.dropFirst(4)))) } catch { refuse(error.description) }
    }

    private static func refuse(_ reason: String) -> Never {
        FileHandle.standardError.write(Data(reason.utf8))
        exit(1)
    }
}
