import AtriumStorage
import Foundation
import Testing

extension Owner {
    static let alpha = Owner(name: "alpha")
    static let beta = Owner(name: "beta")
}

/// The kernel and two owners, with one table each.
let plainSchemas = SchemaSet([
    (.kernel, Schema(Migration("create note", "CREATE TABLE kernel_note (id INTEGER PRIMARY KEY, text TEXT) STRICT"))),
    (
        .alpha,
        Schema(
            Migration(
                "create note", "CREATE TABLE alpha_note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT"))
    ),
    (.beta, Schema(Migration("create note", "CREATE TABLE beta_note (id INTEGER PRIMARY KEY, text TEXT) STRICT"))),
])

/// A temporary folder, and a storage that stops at the end of the test.
struct Workbench: Sendable {
    let folder: String
    let storage: Storage

    func file(_ name: String = "test.db", schemas: SchemaSet = plainSchemas) -> DatabaseFile {
        DatabaseFile(path: "\(folder)/\(name)", storage: storage, schemas: schemas)
    }

    /// The files in the folder that this process has open. Empty on a system without `/proc`.
    var descriptors: [String] {
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return open.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)") }
            .filter { $0.hasPrefix(folder + "/") }
    }
}

func withWorkbench<Value>(
    deadline: Duration = .seconds(5), vfs: String? = nil, joinLimit: Duration = .milliseconds(2), openFiles: Int = 100,
    patience: Duration = .seconds(60), writerThreads: Int = 2, templates: TemplatePool = .shared,
    _ body: (Workbench) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "atrium-\(UUID().uuidString)").path
    try Files.createFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let storage = Storage(
        settings: ConnectionSettings(statementTimeout: deadline, vfs: vfs), inlineReadLimit: .milliseconds(2),
        joinLimit: joinLimit, openFiles: openFiles, patience: patience, writerThreads: writerThreads, readerThreads: 2,
        templates: templates)
    defer { storage.stop() }
    return try await body(Workbench(folder: folder, storage: storage))
}

extension DatabaseFile {
    /// Runs the statements of one owner in one unit.
    func run(_ statements: SQL..., as owner: Owner = .alpha) async throws {
        try await write { connection in
            for statement in statements { try connection.executor(for: owner).run(statement) }
        }
    }

    func count(_ sql: SQL = "SELECT count(*) FROM alpha_note", as owner: Owner = .alpha) async throws -> Int {
        try await read { try $0.executor(for: owner).one(sql, as: Int.self) }
    }
}

extension DatabaseFile {
    /// Makes the requests wait at a gate, so that they run in one transaction. Returns their results in order. Whether the unit at
    /// the gate shares the transaction depends on timing.
    func together(
        before: () -> Void = {}, _ requests: [@Sendable (Connection) throws -> Int]
    ) async -> [Result<Int, DatabaseError>] {
        let gate = Gate()
        async let parked = result { _ in
            gate.wait()
            return 0
        }
        await gate.isReached()
        before()
        var tasks: [Task<Result<Int, DatabaseError>, Never>] = []
        for request in requests {
            tasks.append(Task { await result(request) })
            // The requests wait in this order before the gate opens.
            while waitingWrites < tasks.count { await Task.yield() }
        }
        gate.open()
        _ = await parked
        var results: [Result<Int, DatabaseError>] = []
        for task in tasks { results.append(await task.value) }
        return results
    }

    func result(_ request: @escaping @Sendable (Connection) throws -> Int) async -> Result<Int, DatabaseError> {
        do { return .success(try await write(request)) } catch let error as DatabaseError {
            return .failure(error)
        } catch {
            return .failure(DatabaseError(kind: .misuse, message: "\(error)"))
        }
    }
}

extension Result<Int, DatabaseError> {
    /// The kind of the error, or `nil` for a success.
    var kind: DatabaseError.Kind? { if case .failure(let error) = self { error.kind } else { nil } }
}

/// Inserts a note as the owner `alpha`.
func insert(_ text: String) -> @Sendable (Connection) throws -> Int {
    { try $0.executor(for: .alpha).run("INSERT INTO alpha_note (text) VALUES (\(text))") }
}

/// A gate at which a test makes the writer wait. Other units gather there and then run in one commit.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let arrived = AsyncStream<Void>.makeStream()

    /// Called in a unit: signals that the gate is reached, and waits for `open`. A unit may run again, therefore an open gate
    /// stays open.
    func wait() {
        arrived.continuation.yield()
        semaphore.wait()
        semaphore.signal()
    }

    /// Returns when a unit waits at the gate.
    func isReached() async { for await _ in arrived.stream { return } }

    func open() { semaphore.signal() }
}
