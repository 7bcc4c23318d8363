public import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// The form of an act, with what is filled in and what is wrong with it.
    public func page<A: Act>(
        of act: A.Type, _ input: FormInput, faults: InvalidFields? = nil, refused: Words = ""
    ) async throws -> String {
        let input = faults == nil && refused.isEmpty ? try await session.opening(act, input) : input
        let fields = try await FieldHTML(session: session, faults: faults?.faults ?? [:]).fields(of: A.form, input)
        let summary = faults.map { faults in
            element(
                "p", ["class": "alert", "role": "alert"],
                text: faults.isUnreadable ? "The form could not be read." : "Some fields need a correction.")
        }
        let refusal = refused.isEmpty ? nil : element("p", ["class": "alert", "role": "alert"], text: "\(refused)")
        let isUpload = A.form.fields.contains { $0.shape == .file }
        let form = element(
            "form",
            [
                "class": "card fields", "method": "post", "action": context.address(A.self),
                "enctype": isUpload ? "multipart/form-data" : nil,
            ],
            fields + [hidden("_token", context.formToken), hidden("_step", "prepare")]
                + [element("button", text: act is any PlannedAct.Type ? "Preview" : A.title.description)])
        let content = [
            element("h1", text: A.title.description), lead(A.help), summary ?? .empty, refusal ?? .empty, form,
        ]
        return try await frame.page(A.title.description, in: A.path, content)
    }

    /// What an act would do, to be confirmed.
    public func page<A: Act>(
        of act: A.Type, _ input: FormInput, _ preview: Preview, stamp: String, isChanged: Bool
    ) async throws -> String {
        let notice = element(
            "p", ["class": "alert", "role": "alert"],
            text: "It is no longer what you saw. Nothing was done. This is what would happen now.")
        let fields = input.texts.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { hidden(name, $0) } }
        let confirm =
            preview.count > 0
            ? [
                hidden("_token", context.formToken), hidden("_step", "perform"), hidden("_stamp", stamp),
                hidden("_request", session.caller.request), element("button", text: "\(A.title)"),
            ] : []
        let back = element(
            "a", ["class": "button quiet", "href": "\(context.address(A.self))?\(input.query)"], text: "Change it")
        let form = element(
            "form", ["method": "post", "action": context.address(A.self)],
            fields + [element("p", ["class": "buttons"], confirm + [back])])
        let content = [
            element("h1", text: A.title.description), lead(preview.summary), isChanged ? notice : .empty,
            element("section", ["class": "card"], lines(preview.lines), form),
        ]
        return try await frame.page(A.title.description, in: A.path, content)
    }

    /// What an act did.
    public func page<A: Act>(of act: A.Type, _ outcome: Outcome) async throws -> String {
        let next = outcome.next.map {
            element(
                "p", [:],
                element("a", ["class": "button", "href": context.address($0)], text: type(of: $0).title.description))
        }
        let content = [
            element("h1", text: A.title.description),
            element("p", ["class": "done", "role": "status"], text: "\(outcome.summary)"),
            outcome.stop.isEmpty ? .empty : element("p", ["class": "alert", "role": "alert"], text: "\(outcome.stop)"),
            outcome.lines.isEmpty ? .empty : element("section", ["class": "card"], lines(outcome.lines)),
            next ?? .empty,
        ]
        return try await frame.page(A.title.description, in: A.path, content)
    }

    /// How many lines a page shows. The sums are of all lines.
    private static let mostLines = 500

    private func lines(_ lines: [ReportLine]) -> HTML {
        guard !lines.isEmpty else { return .empty }
        let rows = lines.prefix(Self.mostLines).map { line in
            element(
                "tr", [:], element("td", ["class": "n"], text: "\(line.number)"),
                element("td", [:], element("bdi", text: line.text)),
                element("td", ["class": line.tone.rawValue], text: line.words.description))
        }
        let more = lines.count > Self.mostLines ? " The first \(Self.mostLines) are shown." : ""
        let sums = Tone.allCases.compactMap { tone -> String? in
            let count = lines.count { $0.tone == tone }
            return count == 0 ? nil : "\(count) \(tone.sum)"
        }
        let heads = ["Line", "What it is about", "What happens"].map { element("th", ["scope": "col"], text: $0) }
        return element(
            "div", ["class": "scroll"],
            element(
                "table", ["class": "lines"],
                element("caption", text: "\(lines.count) lines: \(sums.joined(separator: ", ")).\(more)"),
                element("thead", [:], element("tr", [:], heads)), element("tbody", [:], rows)))
    }
}

extension Tone {
    fileprivate var sum: String {
        switch self {
        case .good: "will be done"
        case .neutral: "unchanged"
        case .warning: "to look at"
        case .bad: "to correct"
        }
    }
}
