import Atrium

/// Keeps notes, and tries to read what is not its own: what a module with a mistake in its SQL would do.
struct Notes: Module {
    static let id: ModuleID = "notes"
    static let dependencies: [any Module.Type] = []
    static let permissions = [Permission.keepNotes]
    static let schema = Schema(Migration("create note", "CREATE TABLE notes_note (text TEXT NOT NULL) STRICT"))

    func start(in tenant: TenantContext) -> NoteService { NoteService(store: tenant.store) }
}

extension Permission {
    /// Keep and read notes. Every active member may.
    static let keepNotes = Permission("notes.keep notes", grantedTo: .everyMember)
}

/// A note was added.
struct NoteAdded: Event {
    /// How many words it has.
    let words: Int
}

/// The notes of one organization.
struct NoteService: Sendable {
    let store: Store

    /// Adds a note.
    func add(_ text: String, as principal: Principal) async throws {
        try await store.write(as: principal, .keepNotes) { work in
            try work.run("INSERT INTO notes_note VALUES (\(text))")
            try work.publish(NoteAdded(words: text.split(separator: " ").count))
        }
    }

    /// All notes, in the order in which they were added.
    func all(as principal: Principal) async throws -> [String] {
        try await store.read(as: principal, .keepNotes) { work in
            try work.rows("SELECT text FROM notes_note ORDER BY rowid", as: String.self)
        }
    }

    /// How many words all notes have, in a unit of another module.
    func words(in work: UnitOfWork) throws -> Int {
        try store.within(work) { own in
            try own.rows("SELECT text FROM notes_note", as: String.self).reduce(0) {
                $0 + $1.split(separator: " ").count
            }
        }
    }

    /// Reads a table of the kernel, which is not the module's own.
    func readMembers(as principal: Principal) async throws -> [String] {
        try await store.read(as: principal, .keepNotes) { work in
            try work.rows("SELECT email FROM kernel_member", as: String.self)
        }
    }
}
