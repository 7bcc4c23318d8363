import Atrium
import AtriumSurfaces
import Foundation

/// Makes the input of a form from the values of options. What people call a thing becomes its identity; files and standard
/// input are read.
struct FieldReader {
    let session: SurfaceSession
    let console: Console
    private var usesStandardInput = false

    init(_ session: SurfaceSession, _ console: Console) { (self.session, self.console) = (session, console) }

    mutating func input<S: Surface>(for type: S.Type, _ values: [String: [String]]) async throws -> FormInput {
        var input = FormInput()
        for field in S.form.fields {
            guard let texts = values[field.name] else { continue }
            if field.shape == .file {
                input.files[field.name] = try upload(texts.last ?? "", of: field.name)
                continue
            }
            input.texts[field.name] = []
            for text in texts {
                let read = try await read(text, as: field.shape, of: field, input)
                input.texts[field.name]?.append(read)
            }
        }
        return input
    }

    private mutating func read<Subject>(
        _ text: String, as shape: FieldShape, of field: AnyField<Subject>, _ input: FormInput
    ) async throws -> String {
        switch shape {
        case .many(let one): return try await read(text, as: one, of: field, input)
        case .lines: return try lines(text, of: field.name)
        case .choice(let choices), .order(let choices):
            guard !text.isEmpty else { return text }
            if let choice = try Self.choice(text, among: choices, of: field.name) { return choice }
            let known = choices.map(\.text)
            throw CommandFault.usage(
                "--\(field.name) is one of \(known.joined(separator: ", "))\(Suggestions(known).clause(for: text))")
        case .selection(let table): return try await row(text, of: table, field.name)
        case .reference(let noun):
            if noun == "member", let member = try await member(text, of: field.name) { return member }
            // People who may not see the choices can still name one by its identity.
            let choices = try? await session.choices(of: field, input)
            return try Self.choice(text, among: choices ?? [], of: field.name) ?? text
        case .line, .email, .integer, .day, .flag, .file, .hidden: return text
        }
    }

    /// A choice by its text or by what people read.
    private static func choice(_ text: String, among choices: [Choice], of name: String) throws -> String? {
        if choices.contains(where: { $0.text == text }) { return text }
        let called = choices.filter { $0.label.description.lowercased() == text.lowercased() }
        guard called.count > 1 else { return called.first?.text }
        let texts = called.prefix(5).map(\.text).joined(separator: ", ")
        throw CommandFault.usage("--\(name): \(called.count) are called '\(text)'; write one of \(texts)")
    }

    // MARK: - Members and rows

    /// The member who has an address; `nil` for a text that is no address.
    private func member(_ text: String, of name: String) async throws -> String? {
        guard text.contains("@"), let address = try? EmailAddress(text) else { return nil }
        var query = MemberQuery()
        query.text = address.description
        repeat {
            let page = try await session.tenant.members.list(query, as: session.caller.principal)
            if let found = page.entries.first(where: { $0.member.hasAddress && $0.member.email == address }) {
                return found.id.description
            }
            query.cursor = page.next
        } while query.cursor != nil
        throw CommandFault(.notFound, "--\(name): you see no member with the address \(address)")
    }

    /// A row by its identity, a member also by the address, or all rows that match: `all`, `all:state=active&text=north`.
    private func row(_ text: String, of table: String, _ name: String) async throws -> String {
        if text == "all" { return "all:" }
        if text.isEmpty || text.hasPrefix("all:") || text.hasPrefix("id:") { return text }
        let isMember = table == MembersTable.path
        return "id:\(isMember ? try await member(text, of: name) ?? text : text)"
    }

    // MARK: - Files

    private mutating func lines(_ text: String, of name: String) throws -> String {
        let bytes: [UInt8]
        if text == "-" {
            bytes = try standardInput(for: name)
        } else if text.hasPrefix("@") {
            let file = try Self.opened(String(text.dropFirst()), of: name)
            bytes = try Array(file.readToEnd() ?? Data())
        } else {
            return text
        }
        guard let content = String(validating: bytes, as: UTF8.self) else {
            throw CommandFault(.unreadable, "--\(name): the text is not in UTF-8; convert it first")
        }
        return content
    }

    private mutating func upload(_ path: String, of name: String) throws -> Upload {
        if path == "-" {
            let bytes = try standardInput(for: name)
            return Upload(name: "standard input") {
                AsyncThrowingStream { stream in
                    stream.yield(bytes)
                    stream.finish()
                }
            }
        }
        // A file that cannot be read is a fault of the command, not of the act.
        _ = try Self.opened(path, of: name)
        return Upload(name: URL(filePath: path).lastPathComponent) {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            return AsyncThrowingStream { try file.read(upToCount: 1 << 16).map(Array.init) }
        }
    }

    private mutating func standardInput(for name: String) throws -> [UInt8] {
        guard !usesStandardInput else {
            throw CommandFault.usage("--\(name): only one option can read standard input")
        }
        usesStandardInput = true
        return try console.input()
    }

    private static func opened(_ path: String, of name: String) throws -> FileHandle {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFault(.unreadable, "--\(name): there is no file '\(path)'")
        }
        guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
            throw CommandFault(.unreadable, "--\(name): '\(path)' cannot be read")
        }
        return file
    }
}
