public import Atrium

/// What the members of a team have in common. Teams with the same criterion can be compared.
public enum TeamCriterion: Sendable, Hashable {
    /// A part of the organization.
    case department
    /// A business area.
    case area
    /// A place or a region.
    case geography
    /// A topic that people share.
    case interest
    /// How long people have worked in their field or in the organization.
    case seniority
    /// A piece of work with an end.
    case project
    /// Another criterion in the organization's own words, a line of up to ``TeamCriterion/longest`` characters.
    case other(String)

    /// The criteria that have a name in every language.
    public static let common: [TeamCriterion] = [.department, .area, .geography, .interest, .seniority, .project]

    /// The maximum number of characters of a criterion in the organization's own words.
    public static let longest = 100

    /// What people read.
    public var words: Words {
        switch self {
        case .department: "department"
        case .area: "area"
        case .geography: "geography"
        case .interest: "interest"
        case .seniority: "seniority"
        case .project: "project"
        case .other(let text): Words(verbatim: text)
        }
    }

    /// Throws ``CriterionError/invalidText`` unless the text is a line that people can read.
    func check() throws {
        guard case .other(let text) = self else { return }
        guard TextRule.isLine(text, upTo: Self.longest) else { throw CriterionError.invalidText }
    }
}

/// The text is the name of a common criterion, or `other:` and the organization's own words.
extension TeamCriterion: LosslessStringConvertible {
    public var description: String {
        switch self {
        case .department: "department"
        case .area: "area"
        case .geography: "geography"
        case .interest: "interest"
        case .seniority: "seniority"
        case .project: "project"
        case .other(let text): "other:\(text)"
        }
    }

    public init?(_ description: String) {
        if description.hasPrefix("other:") {
            self = .other(String(description.dropFirst("other:".count)))
        } else if let common = Self.common.first(where: { $0.description == description }) {
            self = common
        } else {
            return nil
        }
    }
}

/// Why a criterion is refused.
public enum CriterionError: String, ExplainedError {
    /// The text is blank, too long, or not one line that shows.
    case invalidText =
        "a criterion in your own words has 1 to 100 characters in one line, and at least one character that shows; correct it"
}

/// Stored as its text.
extension TeamCriterion: ColumnValue {
    public var sqlValue: SQL.Value { .text(description) }

    public init(from row: Row, at column: Int) throws {
        guard let criterion = Self(try row.text(at: column)) else {
            throw row.mismatch(at: column, expected: "a criterion of teams")
        }
        self = criterion
    }
}
