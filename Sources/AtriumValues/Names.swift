/// What the names of organizations, teams and people have in common.
package enum Names {
    /// 1 to 200 characters, none of them a control character, not only white space.
    package static func check(_ name: String, of what: String) throws {
        guard TextRule.isLine(name, upTo: 200) else { throw NameError(what: what) }
    }

    /// The form by which names are sorted, found and told apart.
    package static func key(_ name: String) -> String { name.lowercased() }
}

/// A name that is empty, longer than 200 characters, or contains a control character.
public struct NameError: Error, Equatable, CustomStringConvertible {
    let what: String

    public var description: String {
        "the name of \(what) has 1 to 200 characters, no control character, and not only spaces; choose another"
    }
}
