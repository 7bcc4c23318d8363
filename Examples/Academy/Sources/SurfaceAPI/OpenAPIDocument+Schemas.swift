internal import AtriumSurfaces

/// What several answers have in common.
extension OpenAPIDocument {
    static let schemas: JSONValue = [
        "Problem": [
            "type": "object", "required": ["title", "status"],
            "properties": [
                "title": ["type": "string"], "status": ["type": "integer"], "detail": ["type": "string"],
                "errors": ["type": "object", "additionalProperties": ["type": "string"]],
            ],
        ],
        "Lines": [
            "type": "array",
            "items": [
                "type": "object", "required": ["number", "text", "tone", "words"],
                "properties": [
                    "number": ["type": "integer"], "text": ["type": "string"],
                    "tone": ["enum": .array(Tone.allCases.map { .string($0.rawValue) })], "words": ["type": "string"],
                ],
            ],
        ],
        "Hidden": [
            "type": "object", "required": ["hidden", "why"],
            "properties": ["hidden": ["type": "string"], "why": ["type": "string"]],
        ],
        "Outcome": [
            "type": "object", "required": ["summary", "lines", "stop"],
            "properties": [
                "summary": ["type": "string"], "lines": ["$ref": "#/components/schemas/Lines"],
                "stop": ["type": ["string", "null"]],
                "secret": ["type": ["string", "null"]],
            ],
        ],
        "Preview": [
            "type": "object", "required": ["stamp"],
            "properties": [
                "count": ["type": "integer"], "summary": ["type": "string"], "question": ["type": "string"],
                "stamp": ["type": "string"], "lines": ["$ref": "#/components/schemas/Lines"],
            ],
        ],
    ]
}
