import ArgumentParser

/// The program: a platform with all modules, served to browsers.
@main
struct Academy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "A platform for training.", subcommands: [Serve.self, Found.self])
}
