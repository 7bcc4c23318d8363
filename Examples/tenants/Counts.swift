import Atrium

/// Counts the words of all notes: a feature that an organization may have or not.
struct Counts: Module {
    static let id: ModuleID = "counts"
    static let dependencies: [any Module.Type] = [Notes.self]
    static let permissions = [Permission.readCount]
    static let schema = Schema(
        Migration(
            "create count", "CREATE TABLE counts_count (words INTEGER NOT NULL) STRICT",
            "INSERT INTO counts_count VALUES (0)"))

    /// How many words an organization may write.
    var limit: Int

    func start(in tenant: TenantContext) throws -> CountService {
        let notes = try tenant.service(of: Notes.self)
        try tenant.on(NoteAdded.self) { note, work in
            try work.run("UPDATE counts_count SET words = words + \(note.words)")
        }
        // Notes may have been added while this module was off.
        try tenant.catchUp { work in try work.run("UPDATE counts_count SET words = \(notes.words(in: work))") }
        return CountService(store: tenant.store, limit: limit)
    }
}

extension Permission {
    /// Read how many words were written. Every active member may.
    static let readCount = Permission("counts.read count", grantedTo: .everyMember)
}

/// The number of words of one organization.
struct CountService: Sendable {
    let store: Store
    let limit: Int

    /// How many words were written, and how many are allowed.
    func words(as principal: Principal) async throws -> String {
        let words = try await store.read(as: principal, .readCount) { work in
            try work.one("SELECT words FROM counts_count", as: Int.self)
        }
        return "\(words) of \(limit) words"
    }
}
