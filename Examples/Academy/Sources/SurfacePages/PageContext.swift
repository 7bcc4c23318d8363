internal import AtriumSurfaces

/// What a page needs to know beside its content: who reads it, and what leads elsewhere.
public struct PageContext: Sendable {
    /// The name of the organization.
    public var organization: String
    /// The path of the organization's area, without a slash at its end: `/acme`.
    public var base: String
    /// The name of the person who reads the page; `nil` for a visitor.
    public var reader: String?
    /// Other organizations of the person.
    public var organizations: [Organization] = []
    /// A secret of the session that each form sends back. Without it nothing is done.
    public var formToken: String

    /// An organization that the reader may enter.
    public struct Organization: Sendable {
        public let name: String
        public let path: String
        /// The roles that the reader holds there, in words.
        public let roles: String

        /// Makes an entry of the menu.
        public init(name: String, path: String, roles: String) {
            (self.name, self.path, self.roles) = (name, path, roles)
        }
    }

    /// Makes a context.
    public init(organization: String, base: String, reader: String?, formToken: String) {
        (self.organization, self.base, self.reader, self.formToken) = (organization, base, reader, formToken)
    }

    /// The address of a value.
    func address(_ surface: any Surface, _ extra: [(String, String)] = []) -> String {
        func query<S: Surface>(_ value: S) -> FormInput { S.form.write(value) }
        var input = query(surface)
        input.texts = input.texts.filter { !$0.value.allSatisfy(\.isEmpty) }
        for (name, value) in extra { input.texts[name] = [value] }
        let text = input.query
        return "\(base)/\(type(of: surface).path)" + (text.isEmpty ? "" : "?\(text)")
    }

    /// The address of a surface without a value.
    func address(_ type: any Surface.Type) -> String { "\(base)/\(type.path)" }

    /// Two letters at most, of any script, for the reader's menu.
    var initials: String {
        let words = (reader ?? "").split(separator: " ")
        let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
        return String(letters).uppercased()
    }
}
