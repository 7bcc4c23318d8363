/// What the names of organizations, teams and people have in common.
package enum Names {
    /// A line of 1 to 200 characters: see ``TextRule/isLine(_:upTo:)``.
    package static func check(_ name: String, of what: String) throws {
        guard TextRule.isLine(name, upTo: 200) else { throw NameError(what: what) }
    }

    /// The form in which a part of a name is looked for; `nil` for a text of more than 2,000 bytes, which no name contains.
    package static func searchKey(_ text: String) -> String? { text.utf8.count <= 2_000 ? TextRule.folded(text) : nil }
}

/// A name that is no line of 1 to 200 characters.
public struct NameError: Error, Equatable, CustomStringConvertible {
    let what: String

    public var description: String {
        """
        the name of \(what) has 1 to 200 characters in one line, no control or direction character, and something that \
        shows; choose another
        """
    }
}
