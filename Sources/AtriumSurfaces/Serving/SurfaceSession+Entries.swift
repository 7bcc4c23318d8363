internal import Atrium

extension SurfaceSession {
    /// What is filled in for an act, in words, so that people see what they confirm. Fields without a text are left out, and so
    /// are those that `excluded` names.
    public func entries<A: Act>(
        of act: A.Type, _ input: FormInput, without excluded: Set<String> = []
    ) async throws -> [Fact] {
        var facts: [Fact] = []
        for field in A.form.fields where !excluded.contains(field.name) {
            if let file = input.files[field.name] {
                facts.append(Fact(field.label, file.name))
                continue
            }
            let texts = (input.texts[field.name] ?? field.initial).filter { !$0.isEmpty }
            guard !texts.isEmpty, let words = try await words(for: texts, in: field, input) else { continue }
            facts.append(Fact(field.label, words))
        }
        return facts
    }

    private func words<Subject>(
        for texts: [String], in field: AnyField<Subject>, _ input: FormInput
    ) async throws -> [Words]? {
        switch field.shape {
        case .selection, .hidden: nil
        case .flag: [texts.last == "true" ? "yes" : "no"]
        default: try await names(of: texts, in: field, input)
        }
    }

    private func names<Subject>(
        of texts: [String], in field: AnyField<Subject>, _ input: FormInput
    ) async throws -> [Words] {
        let choices = try await offered(field, input)
        var names: [Words] = []
        for text in texts {
            let chosen = choices.first { $0.text == text }?.label
            let isReference = if case .reference = field.shape { true } else { false }
            let named = chosen == nil && isReference ? try await name(of: text, in: field) : chosen
            names.append(named ?? Self.words(of: text, field.shape))
        }
        return names
    }

    /// The choices; none for somebody who may not see them, and can still name one by its identity.
    private func offered<Subject>(_ field: AnyField<Subject>, _ input: FormInput) async throws -> [Choice] {
        do { return try await choices(of: field, input) ?? [] } catch  where Self.explanation(of: error) != nil {
            return []
        }
    }

    /// What stands in a field: a day or a number as the reader's language writes it.
    private static func words(of text: String, _ shape: FieldShape) -> Words {
        switch shape {
        case .day: Day(text).map { "\($0)" } ?? Words(verbatim: beginning(of: text))
        case .integer: Int(text).map { "\($0)" } ?? Words(verbatim: beginning(of: text))
        case .many(let one): words(of: text, one)
        default: Words(verbatim: beginning(of: text))
        }
    }

    /// A long text is shown by its beginning.
    private static func beginning(of text: String) -> String {
        let line = text.prefix(300)
        return line.count < text.count ? "\(line)…" : text
    }
}
