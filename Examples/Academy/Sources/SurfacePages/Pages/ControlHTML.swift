internal import Atrium
internal import AtriumSurfaces

/// The control of one field.
struct ControlHTML {
    let name: String
    let isRequired: Bool
    let isInvalid: Bool
    let describedBy: String?
    /// What stands for no choice; `nil` if something has to be chosen.
    let none: Words?
    let language: Language

    private var anchor: String { FieldHTML.anchor(name) }
    private var invalid: String? { isInvalid ? "true" : nil }
    private var required: String? { isRequired ? "" : nil }

    func html(_ shape: FieldShape, _ values: [String], _ choices: [Choice]?) -> HTML {
        if let choices { return select(choices, values) }
        let value = values.first ?? ""
        switch shape {
        case .lines:
            return element(
                "textarea",
                [
                    "id": anchor, "name": name, "rows": "8", "dir": "auto", "required": required,
                    "aria-invalid": invalid, "aria-describedby": describedBy,
                ], verbatim: value)
        case .integer(let range):
            return input("number", value, id: anchor, min: "\(range.lowerBound)", max: "\(range.upperBound)")
        case .day: return input("date", value, id: anchor)
        case .email: return input("email", value, id: anchor)
        case .file: return input("file", "", id: anchor)
        default: return input("text", value, id: anchor)
        }
    }

    func flag(_ label: Words, _ values: [String]) -> HTML {
        box(label, "true", isChecked: values.contains("true"), id: anchor)
    }

    /// A box for each choice. The first one has the field's anchor.
    func boxes(_ choices: [Choice], _ values: [String]) -> [HTML] {
        let boxes = choices.enumerated().map { index, choice in
            box(choice.label, choice.text, isChecked: values.contains(choice.text), id: index == 0 ? anchor : nil)
        }
        return [element("div", ["class": "boxes"], boxes)]
    }

    /// A line for each value, and empty ones for more.
    func several(_ shape: FieldShape, _ values: [String]) -> [HTML] {
        let filled = values.filter { !$0.isEmpty }
        return (filled + ["", ""]).enumerated().map { index, value in
            input(
                shape == .email ? "email" : "text", value, id: index == 0 ? anchor : nil, label: "\(name) \(index + 1)")
        }
    }

    private func input(
        _ type: String, _ value: String, id: String?, min: String? = nil, max: String? = nil, label: String? = nil
    ) -> HTML {
        void(
            "input",
            [
                "id": id, "type": type, "name": name, "value": value.isEmpty ? nil : value, "min": min, "max": max,
                "dir": type == "text" ? "auto" : nil, "required": required, "aria-invalid": invalid,
                "aria-describedby": describedBy, "aria-label": label,
            ])
    }

    private func select(_ choices: [Choice], _ values: [String]) -> HTML {
        let options = choices.map { choice in
            element(
                "option", ["value": choice.text, "selected": values.contains(choice.text) ? "" : nil],
                text: choice.label, in: language)
        }
        return element(
            "select",
            [
                "id": anchor, "name": name, "required": required, "aria-invalid": invalid,
                "aria-describedby": describedBy,
            ], (none.map { [element("option", ["value": ""], text: $0, in: language)] } ?? []) + options)
    }

    private func box(_ label: Words, _ value: String, isChecked: Bool, id: String?) -> HTML {
        element(
            "label", ["class": "flag"],
            void(
                "input",
                [
                    "id": id, "type": "checkbox", "name": name, "value": value, "checked": isChecked ? "" : nil,
                    "aria-invalid": invalid, "aria-describedby": describedBy,
                ]), element("span", ["dir": "auto"], text: label, in: language))
    }
}
