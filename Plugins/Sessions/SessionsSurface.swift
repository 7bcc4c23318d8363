internal import Atrium
public import AtriumSurfaces

extension Sessions: SurfaceProvider {
    public static let surfaces: [any Surface.Type] = [SessionsTable.self, EndSession.self, EndAllSessions.self]
}

/// Where a person is signed in. It is in the area of the person, in the system tenant.
struct SessionsTable: Table {
    init() {}

    typealias Provider = Sessions
    static let name: SurfaceName = "own"
    static let title: Words = "Where you are signed in"
    static let help: Words = "If you do not know a device, sign it out."
    static let needs = Need<Self>(.manageOwnSessions)
    static let places: [Place<Self>] = [.area(.home)]
    static let form = Form<Self>(Self.init)
    static let columns: [Column<Session>] = [
        Column("device", "Device", { $0.device.isEmpty ? "a device without a name" : Words(verbatim: $0.device) }),
        Column("since", "Signed in", \.createdAt),
        Column("used", "Last used", \.usedAt),
        Column("ends", "Ends", \.expiresAt),
    ]

    func page(
        _ request: PageRequest, in service: SessionService, for caller: Caller
    ) async throws -> Page<Session> {
        try page(of: await service.list(as: caller.principal), request)
    }
}

/// Signs a person out on one device.
struct EndSession: Act {
    let session: ID<Session>

    typealias Provider = Sessions
    static let name: SurfaceName = "end"
    static let title: Words = "Sign out"
    static let isDestructive = true
    static let needs = Need<Self>(.manageOwnSessions)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.row(of: SessionsTable.self) { Self(session: $0.id) }]
    static let form = Form(Self.init, Field("session", \.session, .session, "Device"))
    var question: Words { "The device has to sign in again." }

    func perform(in service: SessionService, for caller: Caller) async throws -> Outcome {
        try await service.end(session, as: caller.principal)
        return Outcome("The device is signed out.", next: SessionsTable())
    }
}

/// Signs a person out everywhere.
struct EndAllSessions: Act {
    init() {}

    typealias Provider = Sessions
    static let name: SurfaceName = "end-all"
    static let title: Words = "Sign out on all devices"
    static let isDestructive = true
    static let needs = Need<Self>(.manageOwnSessions)
    static let repetition = Repetition.harmless
    static let places: [Place<Self>] = [.beside(SessionsTable.self)]
    static let form = Form<Self>(Self.init)
    var question: Words { "Every device has to sign in again, this one too." }

    func perform(in service: SessionService, for caller: Caller) async throws -> Outcome {
        try await service.endAll(as: caller.principal)
        return Outcome("All devices are signed out.", next: SessionsTable())
    }
}

extension FieldKind where Value == ID<Session> {
    /// A session of the person.
    fileprivate static let session = FieldKind.id(
        "session",
        naming: .of(Sessions.self) { text, service, caller in
            let sessions = try await service.list(as: caller.principal)
            return sessions.first { $0.id.description == text }.map { Words(verbatim: $0.device) }
        })
}
