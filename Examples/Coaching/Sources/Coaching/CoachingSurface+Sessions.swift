internal import Atrium
internal import AtriumSurfaces

/// Chooses the day of a session.
struct MoveSession: Act {
    let session: ID<CoachingSession>
    let day: Day?

    typealias Provider = Coaching
    static let name: SurfaceName = "move"
    static let title: Words = "Choose the day"
    static let needs = Need<Self>(.planSessions, in: .anyTeam)
    static let places: [Place<Self>] = [
        .row(of: SessionsTable.self) { $0.isOpen ? Self(session: $0.id, day: $0.day) : nil }
    ]
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("session", \.session, .session, "Session"), Field("day", \.day, .required(.day), "Day"))

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        guard let day else { throw InvalidFields.missing("day") }
        try await service.move(session, to: day, as: caller.principal)
        return Outcome("The day is chosen.", next: SessionsTable(ended: false))
    }
}

/// Records that a session was held.
struct RecordSession: Act {
    let session: ID<CoachingSession>
    let minutes: Int
    let note: String?

    typealias Provider = Coaching
    static let name: SurfaceName = "record"
    static let title: Words = "Record as held"
    static let help: Words = "The member reads the note, too."
    static let needs = Need<Self>(.recordSessions, in: .anyTeam)
    static let places: [Place<Self>] = [
        .row(of: SessionsTable.self) { $0.state == .planned ? Self(session: $0.id, minutes: 60, note: nil) : nil }
    ]
    static let repetition = Repetition.harmless
    static let form = Form(
        Self.init, Field("session", \.session, .session, "Session"),
        Field("minutes", \.minutes, .integer(5...480), "Minutes", default: 60),
        Field("note", \.note, .optional(.line), "Note"))

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        try await service.record(session, minutes: minutes, note: note ?? "", as: caller.principal)
        return Outcome("The session is recorded.", next: SessionsTable(ended: true))
    }
}

/// Cancels a session.
struct CancelSession: Act {
    let session: ID<CoachingSession>

    typealias Provider = Coaching
    static let name: SurfaceName = "cancel"
    static let title: Words = "Cancel"
    static let isDestructive = true
    static let needs = Need<Self>(.planSessions, in: .anyTeam)
    static let places: [Place<Self>] = [
        .row(of: SessionsTable.self) { $0.isOpen ? Self(session: $0.id) : nil }
    ]
    static let repetition = Repetition.harmless
    static let form = Form(Self.init, Field("session", \.session, .session, "Session"))

    var question: Words { "Cancel this session? No reminder is sent then." }

    func perform(in service: CoachingService, for caller: Caller) async throws -> Outcome {
        try await service.cancel(session, as: caller.principal)
        return Outcome("The session is cancelled.", next: SessionsTable(ended: true))
    }
}

extension FieldKind where Value == ID<CoachingSession> {
    fileprivate static let session = FieldKind.id("session")
}
