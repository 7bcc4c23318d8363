import AtriumSurfaces
import AtriumTerminal
import Foundation
import SurfaceAPI

/// Answers a command about one surface.
struct SurfaceCommand {
    let invocation: Invocation
    let session: SurfaceSession
    let console: Console
    let naming: @Sendable (any Surface.Type) -> String
    /// Does the work that follows an act, such as sending mail.
    let settle: () async throws -> Void

    init(
        _ invocation: Invocation, _ session: SurfaceSession, _ console: Console,
        naming: @escaping @Sendable (any Surface.Type) -> String, settle: @escaping () async throws -> Void
    ) {
        (self.invocation, self.session, self.console) = (invocation, session, console)
        (self.naming, self.settle) = (naming, settle)
    }

    func run(_ type: any Surface.Type) async throws -> ExitStatus {
        guard try session.isPresent(type) else {
            throw CommandFault(.notFound, "'\(naming(type))' does not exist with the settings of this platform")
        }
        if let table = type as? any Table.Type { return try await show(table) }
        if let sheet = type as? any Sheet.Type { return try await show(sheet) }
        if let act = type as? any Act.Type { return try await perform(act) }
        throw CommandFault(.fault, "'\(naming(type))' is no table, sheet or act")
    }

    func input<S: Surface>(for type: S.Type) async throws -> FormInput {
        var reader = FieldReader(session, console)
        return try await reader.input(for: type, invocation.values)
    }

    var renderer: TerminalRenderer {
        get async throws {
            try await TerminalRenderer(
                session, width: console.output.width, style: console.output.style, naming: naming)
        }
    }

    // MARK: - Tables and sheets

    private func show<T: Table>(_ type: T.Type) async throws -> ExitStatus {
        var input = try await input(for: type)
        if invocation.isSet("csv") { return try await writeCSV(of: type, input) }
        if invocation.isSet("json") {
            for name in ["cursor", "limit"] { input.texts[name] = invocation.values[name] }
            guard input.texts["limit"] == nil else { return try await answerInJSON(type, input) }
            return try await writeAllJSON(of: type, input)
        }
        let limit = invocation.value("limit").map { Int($0) } ?? 100
        guard let limit, (1...1000).contains(limit) else {
            throw CommandFault.usage("--limit is a whole number from 1 to 1000")
        }
        let page = PageRequest(cursor: invocation.value("cursor"), limit: limit)
        try console.print(
            try await renderer.text(of: type.form.read(input), page, ids: invocation.isSet("ids")))
        return .done
    }

    private func writeCSV<T: Table>(of type: T.Type, _ input: FormInput) async throws -> ExitStatus {
        for name in ["json", "limit", "cursor", "ids"] where invocation.value(name) != nil {
            throw CommandFault.usage("--csv writes all rows; leave --\(name) out")
        }
        for try await chunk in try await session.csv(of: type.form.read(input)).open() {
            // A file gets what there is; a terminal would obey control characters.
            let text = console.output.isTerminal ? Self.shown(chunk) : chunk
            try console.output.write(text)
        }
        return .done
    }

    private static func shown(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.unicodeScalars.flatMap { Array(($0.isControl && $0 != "\n" ? " " : String($0)).utf8) }
    }

    private func show<S: Sheet>(_ type: S.Type) async throws -> ExitStatus {
        let input = try await input(for: type)
        let output = invocation.value("output")
        if output == nil, invocation.isSet("json") { return try await answerInJSON(type, input) }
        let blocks = try await session.blocks(of: S.form.read(input))
        if let output {
            let files = blocks.compactMap { if case .download(let file) = $0 { file } else { nil } }
            try await DownloadWriter(console).write(files, to: output)
        } else {
            try console.print(try await renderer.text(of: type, blocks))
        }
        return .done
    }

    // MARK: - JSON

    private func answerInJSON(_ type: any Surface.Type, _ input: FormInput) async throws -> ExitStatus {
        try finish(await APIRenderer(session).get(type, input))
    }

    private func finish(_ answer: APIAnswer) throws -> ExitStatus {
        try printJSON(answer)
        return switch answer.status {
        case 200: .done
        case 400, 422: .usage
        default: .refused
        }
    }

    /// All rows in one object. With `--limit`, a page of them is written instead.
    private func writeAllJSON(of type: any Surface.Type, _ input: FormInput) async throws -> ExitStatus {
        var (input, rows) = (input, [JSONValue]())
        input.texts["limit"] = ["1000"]
        while true {
            let answer = try await APIRenderer(session).get(type, input)
            guard answer.status == 200, case .object(var body) = answer.body, case .array(let page)? = body["rows"]
            else { return try finish(answer) }
            rows += page
            guard case .string(let next)? = body["next"] else {
                body["rows"] = .array(rows)
                return try finish(APIAnswer(200, .object(body)))
            }
            input.texts["cursor"] = [next]
        }
    }

    func printJSON(_ answer: APIAnswer) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(answer.body), as: UTF8.self)
        // Such characters stand only inside strings, where an escape means the same: https://www.rfc-editor.org/rfc/rfc8259#section-7
        let safe = text.unicodeScalars.map { scalar in
            guard scalar.isControl, scalar != "\n" else { return String(scalar) }
            return String(scalar).utf16.map { unit in
                "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
            }.joined()
        }
        try console.print(safe.joined() + "\n")
    }
}
