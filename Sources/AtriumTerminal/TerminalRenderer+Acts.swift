public import AtriumLanguages
public import AtriumSurfaces
internal import AtriumValues

extension TerminalRenderer {
    /// The answer to a request to do something. `entries` are what is filled in, for an answer that asks for a confirmation.
    public func text(of answer: Answer, entries: [Fact] = []) -> String {
        let lines =
            switch answer {
            case .invalid(let fields): Self.lines(of: fields, in: language)
            case .refused(let words): paragraph("Refused: \(words)", indent: "")
            case .question(let words, _):
                facts(entries)
                    + paragraph(words.isEmpty ? "Confirm with --yes." : "\(words) Confirm with --yes.", indent: "")
            case .preview(let preview, let stamp, let isChanged):
                facts(entries) + self.lines(preview.lines)
                    + paragraph(isChanged ? "It is no longer what you saw. Nothing was done." : "", indent: "")
                    + paragraph(preview.summary, indent: "")
                    + [preview.count > 0 ? text("Confirm with \("--yes --expect \(stamp)")") : ""]
            case .done(let outcome):
                self.lines(outcome.lines) + paragraph(outcome.summary, indent: "")
                    + (outcome.secret.map { ["", "  \(TextColumns.safe($0))", ""] } ?? [])
                    + paragraph(outcome.stop, indent: "")
                    + (outcome.download.map { ["  \(TextColumns.safe($0.name)): --output FILE"] } ?? [])
            }
        return lines.filter { !$0.isEmpty }.map { "\($0)\n" }.joined()
    }

    /// The faults of an input, each after the name of its option.
    public static func lines(of faults: InvalidFields, in language: Language) -> [String] {
        if faults.isUnreadable { return [language.text("The input cannot be read.")] }
        return faults.faults.sorted { $0.key < $1.key }.map { "--\($0) \(TextColumns.safe(language.text($1)))" }
    }

    private func lines(_ lines: [ReportLine]) -> [String] {
        let rows = lines.map { line in
            [
                line.tone.mark, "\(line.number)", TextColumns.safe(line.text), text(line.words),
            ]
        }
        return TextColumns.lines(rows, isNumeric: [false, true, false, false], within: width) { row, column, text in
            column == 0 || column == 3 ? style.toned(text, lines[row].tone) : text
        }
    }

    /// What to type at a shell for a surface with its values: `invitations/invite --role member`.
    func command(_ surface: some Surface) -> String {
        func options<S: Surface>(_ surface: S) -> [String] {
            S.form.fields.flatMap { field in
                let texts = field.write(surface)
                guard texts != field.initial, !texts.allSatisfy(\.isEmpty) else { return [String]() }
                if field.shape == .flag, texts == ["true"] { return ["--\(field.name)"] }
                // A value that begins with a hyphen would be taken for an option.
                return texts.map { text in
                    let isJoined = text.hasPrefix("-") || field.shape == .flag
                    return "--\(field.name)\(isJoined ? "=" : " ")\(Self.quoted(TextColumns.safe(text)))"
                }
            }
        }
        return ([naming(type(of: surface))] + options(surface)).joined(separator: " ")
    }

    /// A text that a shell reads as one word.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-_./:@,+=%".utf8.contains(byte)
            }
        }
        return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
    }
}

extension Tone {
    fileprivate var mark: String {
        switch self {
        case .good: "+"
        case .neutral: "="
        case .warning: "!"
        case .bad: "x"
        }
    }
}
