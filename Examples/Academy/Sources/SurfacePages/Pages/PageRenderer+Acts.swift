public import Atrium
public import AtriumSurfaces

extension PageRenderer {
    /// The input with which the form of an act opens. Throws `Obstacle` if the reader may not do the act.
    public func opening<A: Act>(of act: A.Type, _ input: FormInput) async throws -> FormInput {
        let fixed = fixed(A.form, input)
        var opened = try await session.opening(act, input)
        opened.texts[Self.aboutField] = [fixed.sorted().joined(separator: " ")]
        return opened
    }

    /// Whether the form of an act leaves nothing to fill in. Then its page is the confirmation.
    public func asksNothing<A: Act>(_ act: A.Type, _ input: FormInput) -> Bool {
        FieldHTML(session: session, purpose: .act, faults: [:], fixed: fixed(A.form, input)).isEmpty(A.form)
    }

    /// The form of an act, with what is filled in and what is wrong with it.
    public func page<A: Act>(
        of act: A.Type, _ input: FormInput, faults: InvalidFields? = nil, refused: Words = ""
    ) async throws -> String {
        let fixed = fixed(A.form, input)
        let fieldHTML = FieldHTML(
            session: session, purpose: .act, faults: faults?.faults ?? [:], fixed: fixed,
            files: input.files.mapValues(\.name))
        let fields = try await fieldHTML.fields(of: A.form, input)
        // A file that was sent before need not be sent again.
        let files = input.texts.filter { $0.key.hasPrefix(Self.filePrefix) }
            .flatMap { name, ids in ids.map { hidden(name, $0) } }
        let isUpload = A.form.fields.contains { $0.shape == .file }
        let cancel = self.cancel(A.self, input).map {
            element("a", ["class": "quietlink", "href": $0], text: "Cancel", in: language)
        }
        let form = element(
            "form",
            [
                "class": "card fields", "method": "post", "action": context.address(A.self),
                "enctype": isUpload ? "multipart/form-data" : nil,
            ],
            fields + files + [
                hidden("_token", context.formToken), hidden("_step", "prepare"),
                hidden("_form", session.caller.request),
                hidden(Self.aboutField, fixed.sorted().joined(separator: " ")),
                element(
                    "p", ["class": "buttons"],
                    element("button", text: act is any PlannedAct.Type ? "Preview" : A.button, in: language),
                    cancel ?? .empty),
            ])
        let alert = alert(A.form, faults, refused, fieldHTML)
        let content = [
            alert, heading(A.title, help: A.help), try await about(A.form, input, fixed), form,
        ]
        return frame.page(alert.isEmpty ? A.title : "Error: \(A.title)", in: A.path, content)
    }

    /// What an act would do, to be confirmed.
    public func page<A: Act>(
        of act: A.Type, _ input: FormInput, _ preview: Preview, stamp: String, isChanged: Bool
    ) async throws -> String {
        let notice = element(
            "p", ["class": "alert", "role": "alert"],
            text: "It is no longer what you saw. Nothing was done. This is what would happen now.", in: language)
        let fields = input.texts.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { hidden(name, $0) } }
        let known = [
            hidden("_token", context.formToken), hidden("_stamp", stamp), hidden("_request", session.caller.request),
        ]
        let fixed = fixed(A.form, input)
        let isCounted = act is any PlannedAct.Type && preview.count > 1
        let confirm = element(
            "button", ["class": A.isDestructive ? "danger" : nil, "name": "_step", "value": "perform"],
            text: isCounted ? "\(A.button) (\(preview.count))" : A.button, in: language)
        let back =
            asksNothing(act, input)
            ? HTML.empty
            : element(
                "button", ["class": "quiet", "name": "_step", "value": "change"], text: "Change it", in: language)
        let entries = try await session.entries(of: act, input, without: fixed).map { fact in
            [element("dt", text: fact.label, in: language), element("dd", [:], html(fact.value))]
        }
        let cancel = self.cancel(A.self, input).map {
            element("a", ["class": "quietlink", "href": $0], text: "Cancel", in: language)
        }
        let form = element(
            "form", ["method": "post", "action": context.address(A.self)],
            fields + known + [
                element("p", ["class": "buttons"], preview.count > 0 ? confirm : .empty, back, cancel ?? .empty)
            ])
        let content = [
            isChanged ? notice : .empty, heading(A.title, help: preview.summary.isEmpty ? A.help : preview.summary),
            element(
                "section", ["class": "card"], try await about(A.form, input, fixed),
                entries.isEmpty ? .empty : element("dl", ["class": "entries"], entries.joined().map { $0 }),
                lines(preview.lines, isDone: false), form),
        ]
        return frame.page(A.title, in: A.path, content)
    }

    /// What an act did.
    public func page<A: Act>(of act: A.Type, _ outcome: Outcome) async throws -> String {
        let next = outcome.next.map {
            element(
                "p", [:],
                element("a", ["class": "button", "href": context.address($0)], text: type(of: $0).title, in: language))
        }
        let content = [
            heading(A.title, help: ""),
            element("p", ["class": "done", "role": "status"], text: outcome.summary, in: language),
            outcome.secret.map { element("p", ["class": "secret"], element("code", verbatim: $0)) } ?? .empty,
            outcome.isSecretGone ? element("p", ["class": "note"], text: "It was shown once.", in: language) : .empty,
            outcome.stop.isEmpty
                ? .empty : element("p", ["class": "alert", "role": "alert"], text: outcome.stop, in: language),
            outcome.lines.isEmpty ? .empty : element("section", ["class": "card"], lines(outcome.lines, isDone: true)),
            file(of: outcome, A.self), next ?? .empty,
        ]
        return frame.page(A.title, in: A.path, content)
    }

    /// The file that an act made. It is got from the address of the result.
    private func file<A: Act>(of outcome: Outcome, _ act: A.Type) -> HTML {
        guard let download = outcome.download else { return .empty }
        let query = FormInput(["_running": [session.caller.request], "_download": [download.name]]).query
        let address = "\(context.address(A.self))?\(query)"
        return element("p", [:], element("a", ["class": "button", "href": address], verbatim: download.name))
    }

    // MARK: - What the form is about

    /// The beginning of the names under which a form sends back the identities of its files.
    public static let filePrefix = "_file-"

    /// The field of a form that names the fields that a place has filled in.
    public static let aboutField = "_about"

    /// The references that a place has filled in. A form that comes back says itself which ones they are, because now the reader
    /// has filled in the others.
    private func fixed<Subject>(_ form: Form<Subject>, _ input: FormInput) -> Set<String> {
        let references = form.fields.filter(\.shape.isReference).map(\.name)
        if let names = input.texts[Self.aboutField] {
            return Set(names.flatMap { $0.split(separator: " ").map(String.init) }).intersection(references)
        }
        return Set(references.filter { input.texts[$0]?.contains { !$0.isEmpty } == true })
    }

    /// Where the reader came from: the member or the team that the act is about, or the page that offers it.
    private func cancel<A: Act>(_ act: A.Type, _ input: FormInput) -> String? {
        func id(_ noun: String) -> String? {
            A.form.fields.first { $0.shape == .reference(noun) }.flatMap { input.texts[$0.name]?.last }
        }
        if let member = id("member").flatMap(MemberID.init) { return context.address(MemberSheet(member: member)) }
        if let team = id("team").flatMap(TeamID.init) { return context.address(TeamSheet(team: team)) }
        func isWhole<S: Surface>(_ type: S.Type) -> Bool { (try? S.form.read(FormInput())) != nil }
        return session.catalogue.origins(of: act).first { isWhole($0) }.map { context.address($0) }
    }

    /// What is wrong, with a link to each field that has a fault and is shown.
    private func alert<Subject>(
        _ form: Form<Subject>, _ faults: InvalidFields?, _ refused: Words, _ fields: FieldHTML
    ) -> HTML {
        guard faults != nil || !refused.isEmpty else { return .empty }
        var items: [HTML] = []
        var waiting = faults?.faults ?? [:]
        for field in form.fields {
            guard let words = waiting.removeValue(forKey: field.name) else { continue }
            let (text, anchor) = (Words(fault: words, of: field.label), "#\(FieldHTML.anchor(field.name))")
            items.append(
                fields.isHidden(field)
                    ? HTML(text, in: language) : element("a", ["href": anchor], text: text, in: language))
        }
        items += waiting.sorted { $0.key < $1.key }.map {
            HTML(Words(fault: $0.value, of: Words(verbatim: $0.key)), in: language)
        }
        if faults?.isUnreadable == true {
            items.append(HTML("The form could not be read. Open it again.", in: language))
        }
        if !refused.isEmpty { items.append(HTML(refused, in: language)) }
        return element(
            "div", ["class": "alert", "role": "alert", "tabindex": "-1", "autofocus": ""],
            element("h2", text: "Nothing was done yet", in: language),
            element("ul", [:], items.map { element("li", [:], $0) }))
    }
}
