import AtriumSurfaces
import Foundation
import Hummingbird
import SurfacePages

extension SurfaceServer {
    /// The largest form without its files, in bytes.
    private static let largestForm = 1 << 20

    /// The fields of a form that was made for this browser. Throws if it was not. Files are taken only from people who are signed
    /// in, and nothing of a refused form stays.
    func checkedForm(
        of request: Request, _ context: ServerContext, takesFiles: Bool = false
    ) async throws -> (FormInput, Visitor) {
        let visitor = context.visitor
        guard !visitor.isNew else { throw Problem.foreignForm }
        guard takesFiles && visitor.account != nil else {
            var form = try await fields(of: request)
            guard form.texts.removeValue(forKey: "_token") == [visitor.formToken] else { throw Problem.foreignForm }
            return (form, visitor)
        }
        var form = try await form(
            of: request, owner: visitor.formToken, account: visitor.account.map { "\($0)" } ?? "")
        guard form.texts.removeValue(forKey: "_token") == [visitor.formToken] else {
            for (name, ids) in form.texts where name.hasPrefix(PageRenderer.filePrefix) {
                for id in ids { await uploads.remove(id, of: visitor.formToken) }
            }
            throw Problem.foreignForm
        }
        return (form, visitor)
    }

    /// The fields of a form without files.
    func fields(of request: Request) async throws -> FormInput {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw Problem.unreadableForm
        }
        return try FormInput(query: String(buffer: await body(of: request, upTo: Self.largestForm)))
    }

    /// The body of a request. Throws ``Problem`` if it is too large, is malformed, or breaks off.
    func body(of request: Request, upTo limit: Int) async throws -> ByteBuffer {
        do { return try await request.body.collect(upTo: limit) } catch let error as any HTTPResponseError {
            throw error
        } catch { throw Problem.unreadableForm }
    }

    /// The fields of a form. Its files are kept for their owner, and come again with the confirmation under their identity.
    func form(of request: Request, owner: String, account: String, isProgram: Bool = false) async throws -> FormInput {
        guard let parser = MultipartParser(contentType: request.headers[.contentType] ?? "") else {
            return await withFiles(try await fields(of: request), of: owner)
        }
        return try await form(parser, request, owner, account, isProgram)
    }

    /// Adds the files that a form had sent before.
    private func withFiles(_ input: FormInput, of owner: String) async -> FormInput {
        var input = input
        for (name, texts) in input.texts where name.hasPrefix(PageRenderer.filePrefix) {
            let field = String(name.dropFirst(PageRenderer.filePrefix.count))
            input.files[field] = await uploads.upload(texts.last ?? "", of: owner)
            if input.files[field] == nil { input.texts[name] = nil }
        }
        return input
    }

    private func form(
        _ parser: MultipartParser, _ request: Request, _ owner: String, _ account: String, _ isProgram: Bool
    ) async throws -> FormInput {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }),
            length > settings.largestUpload + Self.largestForm
        {
            throw Problem.tooLarge
        }
        var reader = FormReader(
            parser: parser, newPath: uploads.newPath, largestFile: settings.largestUpload, largestForm: Self.largestForm
        )
        do {
            do { for try await buffer in request.body { try reader.read(buffer.readableBytesView) } } catch {
                throw Problem(error) ?? .unreadableForm
            }
            try reader.finish()
            for file in reader.files {
                let id = try await uploads.keep(
                    file.path, named: file.name, of: owner, account: account, isProgram: isProgram,
                    now: settings.now())
                reader.texts[PageRenderer.filePrefix + file.field] = [id]
            }
        } catch {
            reader.removeFiles()
            throw error
        }
        return await withFiles(FormInput(reader.texts), of: owner)
    }
}

/// Reads the fields of a form, and writes its files to the disk.
private struct FormReader {
    struct File {
        let field: String
        let name: String
        let path: String
    }

    /// How many files one form may send.
    private static let mostFiles = 4

    var parser: MultipartParser
    let newPath: () throws -> String
    let largestFile: Int
    let largestForm: Int
    var texts: [String: [String]] = [:]
    private(set) var files: [File] = []

    private var field = ""
    private var text: [UInt8] = []
    private var handle: FileHandle?
    private var fileSize = 0
    private var formSize = 0
    private var received = 0

    init(parser: MultipartParser, newPath: @escaping () throws -> String, largestFile: Int, largestForm: Int) {
        (self.parser, self.newPath) = (parser, newPath)
        (self.largestFile, self.largestForm) = (largestFile, largestForm)
    }

    mutating func read(_ bytes: some Collection<UInt8>) throws {
        // Everything counts, also what is between the fields.
        received += bytes.count
        guard received <= largestFile + largestForm else { throw Problem.tooLarge }
        let events: [MultipartParser.Event]
        do { events = try parser.read(bytes) } catch { throw Problem.unreadableForm }
        for event in events { try read(event) }
    }

    func finish() throws { guard parser.isComplete else { throw Problem.unreadableForm } }

    func removeFiles() { for file in files { try? FileManager.default.removeItem(atPath: file.path) } }

    private mutating func read(_ event: MultipartParser.Event) throws {
        switch event {
        case .field(let name, let fileName):
            (field, text, fileSize) = (name, [], 0)
            try count(name.utf8.count + 64)
            // A browser sends a file without a name if none was chosen.
            guard let fileName, !fileName.isEmpty, !files.contains(where: { $0.field == name }) else { return }
            guard files.count < Self.mostFiles else { throw Problem.tooLarge }
            let path = try newPath()
            guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            files.append(File(field: name, name: fileName, path: path))
            handle = try FileHandle(forWritingTo: URL(filePath: path))
        case .content(let bytes):
            guard let handle else {
                try count(bytes.count)
                text += bytes
                return
            }
            fileSize += bytes.count
            guard fileSize <= largestFile else { throw Problem.tooLarge }
            try handle.write(contentsOf: bytes)
        case .end:
            if handle == nil { texts[field, default: []].append(String(decoding: text, as: UTF8.self)) }
            try handle?.close()
            handle = nil
        }
    }

    private mutating func count(_ bytes: Int) throws {
        formSize += bytes
        guard formSize <= largestForm else { throw Problem.tooLarge }
    }
}
