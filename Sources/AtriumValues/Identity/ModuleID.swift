package import AtriumStorage

/// The name of a module: `[a-z][a-z0-9]*`, so that no module's table prefix contains another's.
public struct ModuleID: TextValue, ExpressibleByStringLiteral {
    package let owner: Owner

    public init(stringLiteral text: StaticString) { owner = Owner(name: text.description) }

    /// Reads a name in its form; `nil` for any other text.
    public init?(_ description: String) {
        owner = Owner(name: description)
        guard fault == nil else { return nil }
    }

    public var description: String { owner.name }

    /// What is wrong with it, as a sentence.
    package var fault: String? {
        let isWord = description.utf8.allSatisfy(ASCII.isLowercaseOrDigit) && description.first?.isNumber == false
        if !isWord { return "module id '\(self)' is not [a-z][a-z0-9]*; rename it" }
        return owner.clash.map { "module id '\(self)' is \($0); choose another" }
    }
}
