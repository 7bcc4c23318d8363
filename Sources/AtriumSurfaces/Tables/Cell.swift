public import Atrium

public import struct Foundation.Date

/// What a cell shows.
public enum Cell: Sendable, Hashable {
    /// Nothing is known, or nothing applies.
    case none
    /// A text that nobody translates.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A moment, shown as the day and the time in the organization's time zone.
    case moment(Date)
    /// A day of the calendar.
    case day(Day)
    /// A part of a whole. It is shown as a percentage together with the whole.
    case rate(part: Int, of: Int)
    /// A number that is not shown: what stands in its place, such as `<5`, and why.
    case hidden(String, why: Words)
    /// A word about a state, and whether it is good.
    case state(Words, Tone)
    /// A text in the reader's language.
    case words(Words)
    /// Yes or no.
    case flag(Bool)
    /// A member with the name that the reader may see.
    case member(MemberID, name: String)
    /// A team. Its name is shown to those who may see the team.
    case team(TeamID)
    /// A role.
    case role(RoleID)
    /// Several cells in one.
    case list([Cell])
}

/// The kinds of cells of a column. Documents and files need them before there are rows.
public enum CellKind: String, Sendable, CaseIterable {
    /// Texts and words.
    case text
    /// Whole numbers.
    case number
    /// Days with a time.
    case moment
    /// Days.
    case day
    /// Parts of a whole.
    case rate
    /// Words about a state.
    case state
    /// Yes or no.
    case flag
    /// Members with their names.
    case member
    /// Teams.
    case team
    /// Roles.
    case role
    /// Several values in one cell.
    case list

    /// Whether the cells are aligned as numbers.
    public var isNumeric: Bool { self == .number || self == .rate }
}

extension Cell {
    /// Whether a column of this kind may have the cell.
    package func fits(_ kind: CellKind) -> Bool {
        switch self {
        case .none: true
        case .text, .words: kind == .text
        case .number: kind == .number
        case .moment: kind == .moment
        case .day: kind == .day
        case .rate: kind == .rate
        case .hidden: kind.isNumeric
        case .state: kind == .state
        case .flag: kind == .flag
        case .member: kind == .member
        case .team: kind == .team
        case .role: kind == .role
        case .list: kind == .list
        }
    }
}

/// How good a state or a line is.
public enum Tone: String, Sendable, CaseIterable {
    /// It is as it should be, or something was done.
    case good
    /// Nothing to note, or nothing was done.
    case neutral
    /// It needs attention.
    case warning
    /// It is wrong, or was refused.
    case bad
}

/// A value that can be shown in a cell. Modules conform their own types.
public protocol CellValue: SendableMetatype {
    /// The kind of its cells.
    static var cellKind: CellKind { get }
    /// Its cell.
    var cell: Cell { get }
}

extension String: CellValue {
    public static var cellKind: CellKind { .text }
    public var cell: Cell { .text(self) }
}

extension Int: CellValue {
    public static var cellKind: CellKind { .number }
    public var cell: Cell { .number(self) }
}

extension Bool: CellValue {
    public static var cellKind: CellKind { .flag }
    public var cell: Cell { .flag(self) }
}

extension Date: CellValue {
    public static var cellKind: CellKind { .moment }
    public var cell: Cell { .moment(self) }
}

extension Day: CellValue {
    public static var cellKind: CellKind { .day }
    public var cell: Cell { .day(self) }
}

extension EmailAddress: CellValue {
    public static var cellKind: CellKind { .text }
    public var cell: Cell { .text(description) }
}

extension RoleID: CellValue {
    public static var cellKind: CellKind { .role }
    public var cell: Cell { .role(self) }
}

extension ID: CellValue where Noun == any Team {
    public static var cellKind: CellKind { .team }
    public var cell: Cell { .team(self) }
}

extension Words: CellValue {
    public static var cellKind: CellKind { .text }
    public var cell: Cell { .words(self) }
}

extension Optional: CellValue where Wrapped: CellValue {
    public static var cellKind: CellKind { Wrapped.cellKind }
    public var cell: Cell { self?.cell ?? .none }
}

extension Array: CellValue where Element: CellValue {
    public static var cellKind: CellKind { .list }
    public var cell: Cell { .list(map(\.cell)) }
}

/// A state with its words, for a column.
public struct StateValue: CellValue, Sendable {
    public static var cellKind: CellKind { .state }
    let words: Words
    let tone: Tone

    /// A state, and how good it is.
    public init(_ words: Words, _ tone: Tone) { (self.words, self.tone) = (words, tone) }

    public var cell: Cell { .state(words, tone) }
}

/// A member with the name that the caller may see, for a column.
public struct MemberValue: CellValue, Sendable {
    public static var cellKind: CellKind { .member }
    public let cell: Cell

    /// A member and the name.
    public init(_ id: MemberID, name: String) { cell = .member(id, name: name) }
}
