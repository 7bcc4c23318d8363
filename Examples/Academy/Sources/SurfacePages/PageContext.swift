public import Atrium
public import AtriumSurfaces

/// What a page needs to know beside its content: who reads it, and what leads elsewhere.
public struct PageContext: Sendable {
    /// The name of the organization.
    public var organization: String
    /// The path of the organization's area, without a slash at its end: `/acme`.
    public var base: String
    /// The name of the person who reads the page; `nil` for a visitor.
    public var reader: String?
    /// Pages about the person's account, beside the organizations.
    public var account: [(title: Words, path: String)] = []
    /// Other organizations of the person.
    public var organizations: [Organization] = []
    /// A secret of the session that each form sends back. Without it nothing is done.
    public var formToken: String

    /// An organization that the reader may enter.
    public struct Organization: Sendable {
        /// The name of the organization.
        public let name: String
        /// The path of its area.
        public let path: String
        /// The areas that the reader's roles open there.
        public var areas: [Entrance] = []

        /// Makes an entry of the menu.
        public init(name: String, path: String, areas: [Entrance] = []) {
            (self.name, self.path, self.areas) = (name, path, areas)
        }
    }

    /// An area of an organization, and the address at which it begins.
    public struct Entrance: Sendable {
        /// The area.
        public let area: Area
        /// The path of its first page.
        public let path: String

        /// Makes an entrance.
        public init(_ area: Area, path: String) { (self.area, self.path) = (area, path) }
    }

    /// Makes a context.
    public init(organization: String, base: String, reader: String?, formToken: String) {
        (self.organization, self.base, self.reader, self.formToken) = (organization, base, reader, formToken)
    }

    /// The address of a value. The extra fields stand instead of the value's own. An empty text is a part of it where leaving it
    /// out would mean a default.
    func address(_ surface: any Surface, _ extra: [(String, [String])] = []) -> String {
        let extra = extra.filter { !$0.1.isEmpty }
        let path = address(type(of: surface), FormInput(Dictionary(extra) { _, last in last }))
        func complete<S: Surface>(_ value: S) -> String {
            S.form.address(of: value, at: path, leavingOut: extra.map { $0.0 })
        }
        return complete(surface)
    }

    /// The address of a surface without a value.
    func address(_ type: any Surface.Type) -> String { "\(base)/\(type.path)" }

    /// The address of a surface with an input.
    func address(_ type: any Surface.Type, _ input: FormInput) -> String {
        let query = input.query
        return query.isEmpty ? address(type) : "\(address(type))?\(query)"
    }

    /// Two letters at most, of any script, for the reader's menu: the first one of the first and of the last word.
    var initials: String {
        let words = (reader ?? "").split(whereSeparator: \.isWhitespace)
            .compactMap { word in word.first(where: \.isLetter) ?? word.first(where: \.isNumber) }
        let letters = words.count > 1 ? [words[0], words[words.count - 1]] : words
        // One letter may become two in capitals, such as "ß".
        let capitals = letters.compactMap { $0.uppercased().first }
        return capitals.isEmpty ? "–" : String(capitals)
    }
}
