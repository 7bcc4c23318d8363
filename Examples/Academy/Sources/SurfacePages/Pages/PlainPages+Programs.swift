internal import Atrium
public import AtriumSurfaces

extension PlainPages {
    /// What programs can ask for: each surface with its address, its permissions and its fields. `address` is the one of the
    /// interface, without a slash at its end.
    public func programs(_ catalogue: SurfaceCatalogue, address: String) -> String {
        let introduction = [
            element(
                "p", ["class": "lead"],
                text: "Send an access token of your organization with each request. Administrators make tokens.",
                in: language),
            element(
                "pre", ["class": "card"], verbatim: "curl -H 'Authorization: Bearer TOKEN' \(address)/kernel/members"),
            element("p", [:], element("a", ["href": "/api/v1/openapi.json"], text: "OpenAPI document", in: language)),
        ]
        return page("Interface for programs", introduction + catalogue.surfaces.map { section($0) })
    }

    private func section<S: Surface>(_ type: S.Type) -> HTML {
        let isAct = type is any Act.Type
        let fields = S.form.fields.map { field in
            let notes = ([field.label, field.help] + (field.isRequired ? ["Required."] : [])).map { language.text($0) }
            return [
                element("dt", [:], element("code", verbatim: field.name)),
                element("dd", verbatim: notes.filter { !$0.isEmpty }.joined(separator: ". ")),
            ]
        }
        let permissions = S.needs.permissions.map(\.id).joined(separator: ", ")
        return element(
            "section", ["class": "card"], element("h2", text: S.title, in: language),
            element("p", [:], element("code", verbatim: "\(isAct ? "POST" : "GET") /\(S.path)")),
            S.help.isEmpty ? .empty : element("p", text: S.help, in: language),
            element("p", text: "Permissions: \(permissions)", in: language),
            fields.isEmpty ? .empty : element("dl", ["class": "terms"], fields.flatMap(\.self)))
    }
}
