import Atrium
import AtriumSurfaces
import AtriumTerminal

/// An option of a command, for reading, for help and for completion.
struct CommandOption: Sendable {
    /// What follows the name.
    enum Value: Sendable, Hashable {
        /// Nothing; `--name=false` and `--no-name` say no.
        case flag
        /// Any text.
        case text
        /// One of these, or any text that these do not name.
        case choices([String])
        /// A file.
        case file
        /// A folder.
        case folder
    }

    let name: String
    let placeholder: String
    let value: Value
    let isRepeatable: Bool
    let help: String

    init(_ name: String, _ placeholder: String?, _ value: Value, _ help: String, isRepeatable: Bool = false) {
        (self.name, self.placeholder, self.value) = (name, placeholder ?? "", value)
        (self.help, self.isRepeatable) = (help, isRepeatable)
    }

    /// The option for a field of a form.
    init<Subject>(_ field: AnyField<Subject>) {
        self.init(
            field.name, TerminalHelp.placeholder(of: field.shape), Self.value(of: field.shape),
            field.label.description, isRepeatable: Self.isRepeatable(field.shape))
    }

    private static func value(of shape: FieldShape) -> Value {
        switch shape {
        case .flag: .flag
        case .file: .file
        case .choice(let choices), .order(let choices): .choices(choices.map(\.text))
        case .many(let one): value(of: one)
        case .line, .email, .lines, .integer, .day, .reference, .selection, .hidden: .text
        }
    }

    private static func isRepeatable(_ shape: FieldShape) -> Bool {
        switch shape {
        case .many, .selection: true
        default: false
        }
    }

    /// The options of every command.
    static let common = [
        CommandOption("data", "DIR", .folder, "The data folder of the platform."),
        CommandOption("organization", "SLUG", .text, "The organization. Leave it out if there is only one."),
        CommandOption("as", "ADDRESS", .text, "The account in whose name you act."),
        CommandOption("operator", "NAME", .text, "Your name, to act as one who runs the platform."),
        CommandOption("json", nil, .flag, "Answer in JSON, as the interface for programs does."),
        CommandOption("help", nil, .flag, "Show this help."),
    ]

    static let ofTables = [
        CommandOption("limit", "1…1000", .text, "The largest number of rows. [100]"),
        CommandOption("cursor", "CURSOR", .text, "Where the page starts."),
        CommandOption("ids", nil, .flag, "Show what identifies each row."),
        CommandOption("csv", nil, .flag, "All rows as CSV."),
    ]

    static let ofSheets = [CommandOption("output", "FILE|-", .file, "Write the file of this page there.")]

    static let ofActs = [
        CommandOption("yes", nil, .flag, "Do it. Without this option it is only shown."),
        CommandOption("expect", "STAMP", .text, "Do it only if it is still what was shown with this stamp."),
        CommandOption(
            "request", "TEXT", .text, "A name for this request. The same act with the same name is done once."),
        CommandOption("output", "FILE|-", .file, "Write the file that the act makes there."),
    ]

    /// The options of a surface's kind.
    static func ofKind(_ type: any Surface.Type) -> [CommandOption] {
        type is any Table.Type ? ofTables : type is any Act.Type ? ofActs : ofSheets
    }

    /// The options for the fields of a surface.
    static func ofFields<S: Surface>(_ type: S.Type) -> [CommandOption] { S.form.fields.map(CommandOption.init) }
}
