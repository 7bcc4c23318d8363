internal import Atrium
internal import AtriumSurfaces

/// The fields of a form, each with its label, its help and its fault.
struct FieldHTML {
    let session: SurfaceSession
    let faults: [String: Words]

    func fields<Subject>(of form: Form<Subject>, _ input: FormInput) async throws -> [HTML] {
        var fields: [HTML] = []
        for field in form.fields {
            let values = input.texts[field.name] ?? field.initial
            let choices = try await session.choices(of: field, input)
            fields.append(html(field, values, choices))
        }
        return fields
    }

    private func html<Subject>(_ field: AnyField<Subject>, _ values: [String], _ choices: [Choice]?) -> HTML {
        let fault = faults[field.name]
        let notes = [
            field.help.isEmpty ? nil : element("small", ["id": "\(field.name)-help"], text: field.help.description),
            fault.map {
                element("small", ["class": "bad", "id": "\(field.name)-fault"], text: "\(field.label) \($0)")
            },
        ].compactMap(\.self)
        let described = [field.help.isEmpty ? nil : "\(field.name)-help", fault == nil ? nil : "\(field.name)-fault"]
            .compactMap(\.self).joined(separator: " ")
        let common = Common(
            name: field.name, isRequired: field.isRequired, isInvalid: fault != nil,
            describedBy: described.isEmpty ? nil : described)
        if case .selection = field.shape { return hidden(field.name, values) }
        if case .reference(let noun) = field.shape, choices == nil, noun == "member" {
            return hidden(field.name, values)
        }
        if case .many = field.shape, let choices { return boxes(field.label, choices, values, common, notes) }
        if case .flag = field.shape {
            return element(
                "label", ["class": "flag"],
                void(
                    "input",
                    [
                        "type": "checkbox", "name": field.name, "value": "true",
                        "checked": values.contains("true") ? "" : nil,
                    ]),
                HTML(field.label.description))
        }
        return element(
            "label", [:], [HTML(field.label.description), control(field.shape, values, choices, common)] + notes)
    }

    private struct Common {
        let name: String
        let isRequired: Bool
        let isInvalid: Bool
        let describedBy: String?

        var invalid: String? { isInvalid ? "true" : nil }
        var required: String? { isRequired ? "" : nil }
    }

    private func hidden(_ name: String, _ values: [String]) -> HTML {
        .join(values.map { void("input", ["type": "hidden", "name": name, "value": $0]) })
    }

    private func control(_ shape: FieldShape, _ values: [String], _ choices: [Choice]?, _ common: Common) -> HTML {
        if let choices { return select(choices, values, common) }
        let value = values.first ?? ""
        switch shape {
        case .lines:
            return element(
                "textarea",
                [
                    "name": common.name, "rows": "8", "required": common.required, "aria-invalid": common.invalid,
                    "aria-describedby": common.describedBy,
                ], text: value)
        case .integer(let range):
            return input("number", value, common, min: "\(range.lowerBound)", max: "\(range.upperBound)")
        case .day: return input("date", value, common)
        case .email: return input("email", value, common)
        case .file: return input("file", "", common)
        default: return input("text", value, common)
        }
    }

    private func input(
        _ type: String, _ value: String, _ common: Common, min: String? = nil, max: String? = nil
    ) -> HTML {
        void(
            "input",
            [
                "type": type, "name": common.name, "value": value.isEmpty ? nil : value, "min": min, "max": max,
                "required": common.required, "aria-invalid": common.invalid, "aria-describedby": common.describedBy,
            ])
    }

    private func select(_ choices: [Choice], _ values: [String], _ common: Common) -> HTML {
        let none = common.isRequired ? [] : [element("option", ["value": ""], text: "any")]
        let options = choices.map { choice in
            element(
                "option", ["value": choice.text, "selected": values.contains(choice.text) ? "" : nil],
                text: choice.label.description)
        }
        return element(
            "select",
            [
                "name": common.name, "required": common.required, "aria-invalid": common.invalid,
                "aria-describedby": common.describedBy,
            ], none + options)
    }

    private func boxes(
        _ label: Words, _ choices: [Choice], _ values: [String], _ common: Common, _ notes: [HTML]
    ) -> HTML {
        let boxes = choices.map { choice in
            element(
                "label", ["class": "flag"],
                void(
                    "input",
                    [
                        "type": "checkbox", "name": common.name, "value": choice.text,
                        "checked": values.contains(choice.text) ? "" : nil,
                    ]), HTML(choice.label.description))
        }
        return element("fieldset", [:], [element("legend", text: label.description)] + boxes + notes)
    }
}
