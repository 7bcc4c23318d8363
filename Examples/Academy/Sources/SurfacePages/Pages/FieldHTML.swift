internal import Atrium
internal import AtriumSurfaces

/// The fields of a form, each with its label, its help and its fault.
struct FieldHTML {
    /// What a form is for.
    enum Purpose {
        /// Choosing what is shown: an empty field means any value.
        case filters
        /// Saying what is done: an empty field means none.
        case act
    }

    let session: SurfaceSession
    let purpose: Purpose
    let faults: [String: Words]
    /// The fields that a place has filled in. They say what the form is about, and nobody changes them.
    let fixed: Set<String>
    /// The names of files that were chosen before.
    var files: [String: String] = [:]

    private var language: Language { session.caller.language }

    func fields<Subject>(of form: Form<Subject>, _ input: FormInput) async throws -> [HTML] {
        var fields: [HTML] = []
        for field in form.fields {
            let values = input.texts[field.name] ?? field.initial
            if isHidden(field) {
                fields += values.map { hidden(field.name, $0) }
            } else {
                fields.append(html(field, values, try await session.choices(of: field, input)))
            }
        }
        return fields
    }

    /// Whether no field of a form is shown.
    func isEmpty<Subject>(_ form: Form<Subject>) -> Bool { form.fields.allSatisfy { isHidden($0) } }

    /// A member is never chosen from a list of all members, but from the choices that a module gives; rows only in their table.
    func isHidden<Subject>(_ field: AnyField<Subject>) -> Bool {
        switch field.shape {
        case .selection, .hidden: true
        case .reference("member"): field.choices == nil || fixed.contains(field.name)
        default: fixed.contains(field.name)
        }
    }

    /// The address of a field on its page, for the summary of faults.
    static func anchor(_ name: String) -> String { "field-\(name)" }

    private func html<Subject>(_ field: AnyField<Subject>, _ values: [String], _ choices: [Choice]?) -> HTML {
        let help =
            field.help.isEmpty
            ? nil : element("small", ["id": "\(field.name)-help"], text: field.help, in: language)
        let fault = faults[field.name].map { words in
            element(
                "small", ["class": "fault", "id": "\(field.name)-fault"], text: Words(fault: words, of: field.label),
                in: language)
        }
        let described = [help == nil ? nil : "\(field.name)-help", fault == nil ? nil : "\(field.name)-fault"]
            .compactMap(\.self).joined(separator: " ")
        let control = ControlHTML(
            name: field.name, isRequired: field.isRequired && files[field.name] == nil, isInvalid: fault != nil,
            describedBy: described.isEmpty ? nil : described, none: none(for: field, values), language: language)
        let chosen = files[field.name].map { name in
            element("small", text: "\(name) is chosen. Choose another file only to take its place.", in: language)
        }
        let notes = [help, fault, chosen].compactMap(\.self)
        switch field.shape {
        case .many(let shape):
            let boxes = choices.map { control.boxes($0, values) } ?? control.several(shape, values)
            return element("fieldset", [:], [element("legend", text: field.label, in: language)] + notes + boxes)
        case .flag:
            return element("div", ["class": "field"], [control.flag(field.label, values)] + notes)
        default:
            let label = element(
                "label", ["for": Self.anchor(field.name)], HTML(field.label, in: language),
                isOptional(field)
                    ? .join([
                        HTML(verbatim: " "), element("span", ["class": "optional"], text: "(optional)", in: language),
                    ]) : .empty)
            return element("div", ["class": "field"], [label] + notes + [control.html(field.shape, values, choices)])
        }
    }

    private func isOptional<Subject>(_ field: AnyField<Subject>) -> Bool {
        purpose == .act && !field.isRequired && field.canBeEmpty
    }

    /// What stands for no choice; `nil` if something is chosen already and has to be.
    private func none<Subject>(for field: AnyField<Subject>, _ values: [String]) -> Words? {
        if field.canBeEmpty, !field.isRequired { return purpose == .filters ? "any" : "\(context: "choice")none" }
        return values.contains { !$0.isEmpty } ? nil : "choose"
    }
}
