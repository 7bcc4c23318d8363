import AtriumStorage
import Testing

extension DatabaseFile {
    func add(_ text: String) async throws {
        try await run("INSERT INTO alpha_note (text) VALUES (\(text))")
    }

    func texts() async throws -> [String] {
        try await read {
            try $0.executor(for: .alpha).rows("SELECT text FROM alpha_note ORDER BY text", as: String.self)
        }
    }

    func expect(_ kind: DatabaseError.Kind, _ act: () async throws -> Void) async {
        let error = await #expect(throws: DatabaseError.self) { try await act() }
        #expect(error?.kind == kind, "\(String(describing: error))")
        #expect(error?.message.contains(".db") == true)
    }
}
