internal import AtriumLanguages
public import AtriumSurfaces
internal import AtriumValues

/// Help as text, from the declarations alone: it needs no organization. With a session it also says what can be chosen, and why
/// something is not offered.
public struct TerminalHelp: Sendable {
    let catalogue: SurfaceCatalogue
    let session: SurfaceSession?
    let width: Int?
    let style: TerminalStyle
    let naming: @Sendable (any Surface.Type) -> String

    /// Help for a catalogue, or for a caller in an organization. `naming` says how a surface is called at this terminal;
    /// without it, by its path.
    public init(
        _ catalogue: SurfaceCatalogue, for session: SurfaceSession? = nil, width: Int? = nil,
        style: TerminalStyle = .plain, naming: @escaping @Sendable (any Surface.Type) -> String = { $0.path }
    ) {
        (self.catalogue, self.session) = (catalogue, session)
        (self.width, self.style, self.naming) = (width, style, naming)
    }

    /// Every surface by its module, and why the caller is not offered some of them. With a session, only those that exist in
    /// its organization. With a module, only the module's.
    public func index(of module: String? = nil) async throws -> String {
        let present = try catalogue.surfaces.filter { type in
            guard module == nil || type.path.hasPrefix("\(module ?? "")/") else { return false }
            guard let session else { return true }
            return try session.isPresent(type)
        }
        let obstacles = try await session?.obstacles(to: present) ?? present.map { _ in nil }
        let entries = zip(present, obstacles).map { (module: $0.path.prefix { $0 != "/" }, type: $0, obstacle: $1) }
        let names = TextColumns.lines(
            entries.map { [naming($0.type), text($0.type.title)] }, isNumeric: [false, false])
        var lines: [String] = []
        var previous: Substring?
        for (entry, name) in zip(entries, names) {
            if entry.module != previous { lines += (previous == nil ? [] : [""]) + [style.bold(String(entry.module))] }
            previous = entry.module
            lines.append("  \(name)")
            if let obstacle = entry.obstacle { lines += paragraph("not offered: \(obstacle.words)", indent: "      ") }
        }
        return lines.map { "\($0)\n" }.joined()
    }

    /// How to use a surface: its fields with their choices, and where it leads.
    public func text<S: Surface>(for type: S.Type) async throws -> String {
        var lines = [style.bold(text(S.title))]
        if !S.help.isEmpty { lines += paragraph(S.help, indent: "") }
        if let obstacle = try await session?.obstacles(to: [type])[0] {
            lines += paragraph("Not offered to you: \(obstacle.words)", indent: "")
        }
        lines += ["", "  \(Self.usage(of: type, naming))"]
        let fields = try await S.form.fields.flatMapInOrder { try await rows(for: $0) }
        if !fields.isEmpty { lines += [""] + columns(fields) }
        let next = catalogue.surfaces.filter { other in catalogue.origins(of: other).contains { $0 == type } }
        if !next.isEmpty { lines += ["", text("From here:")] + columns(next.map { [naming($0), text($0.title)] }) }
        return lines.map { "\($0)\n" }.joined()
    }

    /// The command with what it needs.
    private static func usage<S: Surface>(of type: S.Type, _ naming: (any Surface.Type) -> String) -> String {
        let required = S.form.fields.filter(\.isRequired).map { " --\($0.name) \(placeholder(of: $0.shape))" }
        return naming(type) + required.joined() + (required.count < S.form.fields.count ? " [options]" : "")
    }

    private func rows<Subject>(for field: AnyField<Subject>) async throws -> [[String]] {
        var notes = [field.label, field.help].filter { !$0.isEmpty }.map(text).joined(separator: ". ")
        if field.isRequired { notes += " \(text("(required)"))" }
        if case .many = field.shape { notes += " \(text("(several times)"))" }
        if !field.initial.allSatisfy(\.isEmpty) { notes += " [\(field.initial.joined(separator: ", "))]" }
        let choices =
            switch field.shape {
            case .choice(let choices), .order(let choices): choices
            default: try await self.choices(of: field)
            }
        var rows = [["--\(field.name)", Self.placeholder(of: field.shape), notes]]
        for choice in choices.prefix(20) { rows.append(["", "", text(of: choice, among: choices)]) }
        if choices.count > 20 { rows.append(["", "", text("and \(choices.count - 20) more")]) }
        return rows
    }

    private func choices<Subject>(of field: AnyField<Subject>) async throws -> [Choice] {
        // Who may not see the choices still gets help.
        do { return try await session?.choices(of: field, FormInput()) ?? [] } catch
            where
            SurfaceSession.explanation(of: error) != nil
        { return [] }
    }

    /// What to write for a choice: what people read, unless several are called the same; then its identity, too.
    private func text(of choice: Choice, among choices: [Choice]) -> String {
        let label = language.text(choice.label)
        let isIdentity = choice.text.count == 36 && choices.count { $0.label == choice.label } == 1
        return TextColumns.safe(isIdentity || choice.text == label ? label : "\(choice.text)  \(label)")
    }

    /// What stands for a value: in capitals if anything can be written, otherwise the choices.
    public static func placeholder(of shape: FieldShape) -> String {
        switch shape {
        case .line: "TEXT"
        case .lines: "TEXT|@FILE|-"
        case .email: "ADDRESS"
        case .integer(let range): "\(range.lowerBound)…\(range.upperBound)"
        case .day: "YYYY-MM-DD"
        case .flag: "[=true|false]"
        case .choice, .order: "CHOICE"
        case .reference(let noun): noun.uppercased()
        case .file: "FILE|-"
        case .hidden: "TEXT"
        case .selection: "ID|all:FILTERS"
        case .many(let one): placeholder(of: one)
        }
    }

    private func columns(_ rows: [[String]]) -> [String] {
        TextColumns.lines(
            rows, isNumeric: (rows.first ?? []).map { _ in false }, within: width.map { $0 - 2 }
        ).map { "  \($0)" }
    }

    private var language: Language { session?.caller.language ?? .english }

    private func text(_ words: Words) -> String { TextColumns.safe(language.text(words)) }

    private func paragraph(_ words: Words, indent: String) -> [String] {
        TextColumns.wrapped(text(words), to: width.map { $0 - indent.count }).map { indent + $0 }
    }
}

extension Sequence {
    fileprivate func flatMapInOrder<Part>(_ parts: (Element) async throws -> [Part]) async rethrows -> [Part] {
        var all: [Part] = []
        for element in self { all += try await parts(element) }
        return all
    }
}
