internal import Atrium
public import AtriumSurfaces

/// The description of the interface in OpenAPI 3.1, from the declarations alone: no organization is opened.
///
/// Source: https://spec.openapis.org/oas/v3.1.1.html
public struct OpenAPIDocument: Sendable {
    /// The document.
    public let json: JSONValue

    /// Describes the surfaces of a catalogue.
    public init(_ catalogue: SurfaceCatalogue, title: String) {
        var paths: [String: JSONValue] = [:]
        func add<T: Table>(table: T.Type) { paths["/\(T.path)"] = ["get": Self.operation(of: table)] }
        func add<S: Sheet>(sheet: S.Type) { paths["/\(S.path)"] = ["get": Self.operation(of: sheet)] }
        func add<A: Act>(act: A.Type) {
            paths["/\(A.path)"] = ["post": Self.operation(of: act, isPreview: false)]
            paths["/\(A.path)/preview"] = ["post": Self.operation(of: act, isPreview: true)]
        }
        for type in catalogue.surfaces {
            if let table = type as? any Table.Type { add(table: table) }
            if let sheet = type as? any Sheet.Type { add(sheet: sheet) }
            if let act = type as? any Act.Type { add(act: act) }
        }
        json = [
            "openapi": "3.1.0", "info": ["title": .string(title), "version": "1"],
            "servers": [["url": "/api/v1"]], "paths": .object(paths), "security": [["token": []]],
            "components": [
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]], "schemas": Self.schemas,
            ],
        ]
    }

    private static func operation<T: Table>(of table: T.Type) -> JSONValue {
        let columns = T.columns.map { ($0.name, schema(of: $0.kind, $0.label)) } + [("id", ["type": "string"])]
        let rows: JSONValue = [
            "type": "array",
            "items": ["type": "object", "properties": .object(Dictionary(columns) { first, _ in first })],
        ]
        let page: JSONValue = [
            "type": "object", "required": ["rows", "totals", "next", "note"],
            "properties": [
                "rows": rows, "totals": rows, "next": ["type": ["string", "null"]], "note": ["type": "string"],
            ],
        ]
        let paging: [JSONValue] = [
            parameter("cursor", ["type": "string"], "Where the page starts: `next` of the page before."),
            parameter("limit", ["type": "integer", "minimum": 1, "maximum": 1000], "The largest number of rows."),
        ]
        return get(table, parameters(of: T.form) + paging, page)
    }

    private static func operation<S: Sheet>(of sheet: S.Type) -> JSONValue {
        let blocks: JSONValue = [
            "type": "object", "required": ["blocks"],
            "properties": ["blocks": ["type": "array", "items": ["type": "object"]]],
        ]
        return get(sheet, parameters(of: S.form), blocks)
    }

    private static func get<S: Surface>(_ type: S.Type, _ parameters: [JSONValue], _ answer: JSONValue) -> JSONValue {
        [
            "operationId": .string(S.path.replacing("/", with: "-")), "summary": .string("\(S.title)"),
            "description": .string(description(of: type)), "parameters": .array(parameters),
            "responses": .object(responses(answer, [400, 401, 403, 404, 409, 422])),
        ]
    }

    private static func operation<A: Act>(of act: A.Type, isPreview: Bool) -> JSONValue {
        let fields = A.form.fields.map { field in
            (
                field.name,
                optional(schema(of: field.shape, "\(field.label). \(field.help)"), unless: field.isRequired, or: "null")
            )
        }
        let required = A.form.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
        let body: JSONValue = [
            "type": "object", "required": .array(required), "additionalProperties": false,
            "properties": .object(Dictionary(fields) { first, _ in first }),
        ]
        let isUpload = A.form.fields.contains { $0.shape == .file }
        let answer: JSONValue = ["$ref": .string("#/components/schemas/\(isPreview ? "Preview" : "Outcome")")]
        let header = JSONValue.object([
            "name": "Idempotency-Key", "in": "header", "schema": ["type": "string"],
            "description": "The same for a request that is sent again.",
        ])
        return [
            "operationId": .string(A.path.replacing("/", with: "-") + (isPreview ? "-preview" : "")),
            "summary": .string(isPreview ? "\(A.title): what it would do" : "\(A.title)"),
            "description": .string(description(of: act)),
            "parameters": isPreview ? [] : [header, parameter("stamp", ["type": "string"], "The stamp of a preview.")],
            "requestBody": [
                "required": true,
                "content": .object([isUpload ? "multipart/form-data" : "application/json": ["schema": body]]),
            ],
            "responses": .object(
                responses(answer, [400, 401, 403, 404, 409, 412, 415, 422]).merging(isPreview ? [:] : running) { $1 }),
        ]
    }

    private static func responses(_ answer: JSONValue, _ problems: [Int]) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [
            "200": ["description": "Done", "content": ["application/json": ["schema": answer]]]
        ]
        let problem: JSONValue = [
            "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
        ]
        for status in problems {
            responses["\(status)"] = ["description": .string(reasons[status] ?? ""), "content": problem]
        }
        responses["default"] = ["description": "Any other problem", "content": problem]
        return responses
    }

    /// The answer of a request with a key, while the act still runs.
    private static let running: [String: JSONValue] = [
        "202": [
            "description": "The act still runs. Send the request again with the same key to see its end.",
            "content": [
                "application/json": [
                    "schema": [
                        "type": "object", "required": ["done", "total"],
                        "properties": ["done": ["type": "integer"], "total": ["type": ["integer", "null"]]],
                    ]
                ]
            ],
        ],
        // What is shown instead of what was confirmed has the status of a problem and the body of a preview.
        "412": [
            "description": "It is no longer what was shown. Nothing was done.",
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Preview"]]],
        ],
    ]

    private static let reasons = [
        400: "The request cannot be read", 401: "The token is missing or unknown", 403: "Not allowed",
        404: "There is no such surface here", 409: "Refused by a rule", 412: "It is no longer what was shown",
        415: "The body has another type",
        422: "Some fields are wrong",
    ]

    private static func description<S: Surface>(of type: S.Type) -> String {
        let permissions = S.needs.permissions.map(\.id).joined(separator: ", ")
        return (S.help.isEmpty ? "" : "\(S.help)\n\n") + "Permissions: \(permissions)"
    }

    private static func parameters<Subject>(of form: Form<Subject>) -> [JSONValue] {
        form.fields.map { field in
            parameter(
                field.name, optional(schema(of: field.shape, ""), unless: field.isRequired, or: "string"),
                "\(field.label). \(field.help)", isRequired: field.isRequired)
        }
    }

    private static func parameter(
        _ name: String, _ schema: JSONValue, _ description: String, isRequired: Bool = false
    ) -> JSONValue {
        [
            "name": .string(name), "in": "query", "schema": schema, "description": .string(description),
            "required": .bool(isRequired),
        ]
    }

    /// What is not required may also be left empty: `null` in a body, and an empty text in an address.
    private static func optional(_ schema: JSONValue, unless isRequired: Bool, or type: String) -> JSONValue {
        if isRequired { return schema }
        return ["anyOf": [schema, type == "null" ? ["type": "null"] : ["type": "string", "maxLength": 0]]]
    }

    private static func schema(of shape: FieldShape, _ description: String) -> JSONValue {
        var schema: [String: JSONValue] =
            switch shape {
            case .line, .lines, .email: ["type": "string"]
            case .integer(let range):
                ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
            case .day: ["type": "string", "format": "date"]
            case .flag: ["type": "boolean"]
            case .choice(let choices), .order(let choices):
                ["type": "string", "enum": .array(choices.map { .string($0.text) })]
            case .reference, .hidden: ["type": "string"]
            case .file: ["type": "string", "format": "binary"]
            case .selection: ["type": "array", "minItems": 1, "items": ["type": "string"]]
            case .many(let one): ["type": "array", "items": self.schema(of: one, "")]
            }
        if !description.isEmpty { schema["description"] = .string(description) }
        return .object(schema)
    }

    private static func schema(of kind: CellKind, _ label: Words) -> JSONValue {
        let hidden: JSONValue = ["$ref": "#/components/schemas/Hidden"]
        var schema: [String: JSONValue] =
            switch kind {
            case .text, .state, .team, .role: ["type": ["string", "null"]]
            case .number: ["anyOf": [["type": ["integer", "null"]], hidden]]
            case .rate:
                [
                    "anyOf": [
                        [
                            "type": ["object", "null"], "required": ["part", "of"],
                            "properties": ["part": ["type": "integer"], "of": ["type": "integer"]],
                        ], hidden,
                    ]
                ]
            case .moment: ["type": ["string", "null"], "format": "date-time"]
            case .day: ["type": ["string", "null"], "format": "date"]
            case .flag: ["type": ["boolean", "null"]]
            case .member:
                [
                    "type": ["object", "null"], "required": ["id", "name"],
                    "properties": ["id": ["type": "string"], "name": ["type": "string"]],
                ]
            case .list: ["type": ["array", "null"]]
            }
        schema["description"] = .string(label.description)
        return .object(schema)
    }
}
